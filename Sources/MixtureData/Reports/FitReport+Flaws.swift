import MixtureEngine

/// What is degenerate about a θ, as members of a report; none where nothing is.
///
/// `degenerate` is true where θ is one of a continuum, and `twins` has the groups of components that are
/// equal, counted from 0 as elsewhere in such a report.
func degeneracyMembers(of model: any LatentLabelModel, isContinuum: Bool = false) -> [JSON.Member] {
  let twins = model.twins
  guard isContinuum || !twins.isEmpty else { return [] }
  return [
    .init("degenerate", .bool(true)),
    .init("twins", .array(twins.map { .array($0.map { .integer($0) }) })),
  ]
}

/// What tells a spurious maximum from others, as members of a report; none in the hard limit.
///
/// `leastVarianceRatio` and `smallestMass` are those of ``Disparity``, and `spurious` has the components,
/// counted from 0, that make it a spurious one.
func disparityMembers(of model: any LatentLabelModel, over points: PointSet) -> [JSON.Member] {
  guard let disparity = Disparity(of: model, over: points) else { return [] }
  return [
    .init("leastVarianceRatio", .number(disparity.leastVarianceRatio)),
    .init("smallestMass", .number(disparity.smallestMass)),
    .init("spurious", .array(disparity.spurious.map { .integer($0) })),
  ]
}

/// What makes the end of a run less than a good fit, whatever its likelihood.
extension FitReport {
  /// As members of the report.
  var flawMembers: [JSON.Member] {
    degeneracyMembers(of: run.model, isContinuum: isContinuum)
      + disparityMembers(of: run.model, over: run.points)
  }

  /// A spurious maximum in a sentence, `nil` where there is none.
  var spuriousSentence: String? {
    guard case .converged = run.snapshot.status,
      let disparity = Disparity(of: run.model, over: run.points), let k = disparity.spurious.first,
      let ratio = disparity.varianceRatios[k]
    else { return nil }
    let width = (1 / ratio).squareRoot().significant(2)
    return
      "A spurious maximum: component \(k + 1) has \(disparity.masses[k].significant(2)) points, "
      + "and another is \(width) times as wide."
  }

  /// Whether θ is known to be one of a continuum: the certificate says so, and where none was asked for
  /// and the set is small one is made.
  private var isContinuum: Bool {
    (isCertified ? certificate : unaskedCertificate)?.kind == .degenerate
  }

  /// The certificate of the end of a run over a small set, where none was asked for.
  var unaskedCertificate: Certificate? {
    guard case .converged = run.snapshot.status,
      run.points.count * run.model.componentCount <= Self.mostForCertificate
    else { return nil }
    return Certificate(of: run)
  }

  /// The most points times components over which a certificate costs no time that one would notice.
  private static let mostForCertificate = 5_000
}
