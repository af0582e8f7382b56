import MixtureEngine

/// Whether a run is stuck, or only slow.
extension FitReport {
  /// Where other libraries would have stopped and, if it was asked for, the certificate.
  ///
  /// `wouldStop` has the name of each library with the `iteration` after which its rule would have
  /// stopped and how many nats are `missing` from there to the end; `iteration` is `null` where it
  /// would have gone on past the end of the run. It is of EM's way alone, not of other algorithms', and not under a prior.
  var stationarityMembers: [JSON.Member] {
    guard isSoft else { return [] }
    let stops = run.otherStops.map { stop in
      JSON.Member(
        stop.rule.name,
        .object([
          .init("iteration", stop.iteration.map { .integer($0) } ?? .null),
          .init("missing", .number(stop.missing)),
        ]))
    }
    let wouldStop: [JSON.Member] =
      run.algorithm == .em && run.snapshot.logPrior == nil
      ? [.init("wouldStop", .object(stops))] : []
    guard isCertified else { return wouldStop }
    return wouldStop + [.init("certificate", certificate?.json ?? .null)]
  }

  /// The same in sentences, one a line.
  var stationaritySentences: [String] {
    var lines: [String] = []
    let stops = run.otherStops.compactMap { stop in
      stop.iteration.map { iteration in
        let missing = stop.missing >= 0.005 ? " (\(stop.missing.significant(3)) nats short)" : ""
        return "\(stop.rule.name) after \(iteration)\(missing)"
      }
    }
    if !stops.isEmpty { lines.append("Would have stopped: \(stops.joined(separator: ", ")).") }
    if isCertified {
      lines.append(certificate?.sentence(of: run) ?? Certificate.refusal(for: run))
    } else if let saddle = unaskedCertificate, saddle.kind == .saddle {
      lines.append(saddle.sentence(of: run))
    }
    return lines
  }
}

extension Certificate {
  /// `kind` and `rate`.
  var json: JSON {
    .object([.init("kind", .string(kind.rawValue)), .init("rate", .number(rate))])
  }

  /// What the point is, and what that says of the run.
  func sentence(of run: Run) -> String {
    let climbed = run.snapshot.logPrior == nil ? "L" : "L + log p(θ)"
    let eigenvalue = "the leading eigenvalue of EM's Jacobian is \(rate.fixed(4))"
    if let distance = distance(from: run.snapshot.objective) {
      let what =
        kind == .maximum ? "a maximum" : kind == .saddle ? "a saddle" : "one of a continuum"
      return "Not there yet: the stationary point nearby, \(distance), is \(what); \(eigenvalue)."
    }
    return switch kind {
    case .maximum:
      "A maximum: \(eigenvalue), so each iteration leaves that share of the way to it."
    case .saddle: "A saddle, not a maximum: \(eigenvalue), and \(climbed) is greater beside it."
    case .degenerate:
      "One of a continuum of points, not a single maximum: \(eigenvalue)."
    }
  }

  /// How far from an L the point is, where that can be seen in it.
  package func distance(from objective: Double) -> String? {
    let nats = logLikelihood - objective
    guard abs(nats) >= 0.001 else { return nil }
    return "\(abs(nats).significant(2)) nats \(nats > 0 ? "above" : "below")"
  }

  /// Why there is none.
  static func refusal(for run: Run) -> String {
    switch run.snapshot.status {
    case .collapsed: "No certificate: L has no maximum where a component collapses."
    case _ where run.model.criterion == .distortion:
      "No certificate: k-means ends where no label changes, not where a gradient vanishes."
    case .converged: "No certificate: no stationary point is near the end of the run."
    default: "No certificate: no stationary point is near; give the run more iterations."
    }
  }
}
