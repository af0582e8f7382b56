import MixtureEngine

/// The start that the entries give, if every entry makes sense.
extension StartParameters {
  /// K, without a component of noise.
  ///
  /// - Throws: ``Fault`` for the first mean that makes no sense.
  func componentCount() throws(Fault) -> Int {
    let count = try checkedMeans().count
    guard particulars.noise != nil else { return count }
    guard count > 1 else {
      throw Fault(sentence: "there is noise but no Gaussian; give the noise as the last component.")
    }
    return count - 1
  }

  /// The start: the θ of the model that the entries are of, or Gaussians that are no model's.
  ///
  /// - Parameters:
  ///   - meansSuffice: Whether the entries of a mixture may lack, or have odd, weights and covariances;
  ///     weights are then equal and covariances those of the data.
  ///   - wanted: The kind of model that begins there, if it is known.
  ///   - points: The data.
  ///   - observed: Labels that are known.
  /// - Throws: ``Fault`` for the first entry that makes no sense.
  func start(
    meansSuffice: Bool, for wanted: ModelKind? = nil, over points: PointSet,
    observed: ObservedLabels? = nil
  ) throws(Fault) -> GivenStart {
    var parameters = self
    parameters.dimension = points.dimension
    return try parameters.checkedStart(
      meansSuffice: meansSuffice, for: wanted, over: points, observed: observed)
  }

  private func checkedStart(
    meansSuffice: Bool, for wanted: ModelKind?, over points: PointSet, observed: ObservedLabels?
  ) throws(Fault) -> GivenStart {
    try checkParticulars()
    try checkDimension(of: points)
    let kind = particulars.kind
    if wanted == .coins { try checkHeads(outOf: points.tosses) }
    if meansSuffice, kind != .kMeans, kind != .coins, particulars.lines == nil,
      particulars.noise == nil
    {
      return GivenStart(.start(means: try checkedMeans(), over: points))
    }
    guard let kind else { return GivenStart(try mixture()) }
    if kind == .kMeans {
      let model = try clusters().measured(by: points.standardization)
      if let beside = try? mixture() { return GivenStart(beside, model: model) }
      return GivenStart(exactly: model, over: points, observed: observed)
    }
    return GivenStart(
      exactly: try model(of: kind, measuredBy: points.standardization), over: points,
      observed: observed)
  }

  private func model(
    of kind: ModelKind, measuredBy standardization: Standardization
  ) throws(Fault) -> any LatentLabelModel & Hashable {
    switch kind {
    case .lines: try lineMixture()
    case .coins: try coinMixture()
    case .noise: try noisyMixture()
    case .dial: try dialMixture(measuredBy: standardization)
    case .studentT: try studentMixture()
    default: try mixture()
    }
  }

  /// Whether the particulars are those of one model.
  private func checkParticulars() throws(Fault) {
    let present = [
      ("lines", particulars.lines != nil), ("noise", particulars.noise != nil),
      ("degreesOfFreedom", particulars.degreesOfFreedom != nil),
      ("variance", particulars.variance != nil),
      ("headProbabilities", particulars.headProbabilities != nil),
    ].filter(\.1).map(\.0)
    guard present.count <= 1 else {
      throw Fault(
        sentence: "'\(present[0])' and '\(present[1])' belong to different models; leave out one.")
    }
    guard let name = particulars.matrices else { return }
    let names = Particulars.Matrices.allCases.map(\.rawValue)
    guard names.contains(name) else {
      throw Fault(
        sentence:
          "'matrices' is '\(name.harmless)'; choose one of \(names.joined(separator: ", ")).")
    }
    let fitting: Particulars.Matrices? =
      switch present.first {
      case "noise", "variance": .covariance
      case "degreesOfFreedom": .scale
      case nil: Particulars.Matrices(rawValue: name)
      default: nil
      }
    guard fitting?.rawValue == name else {
      throw Fault(
        sentence: "'matrices' is '\(name)', which does not go with '\(present[0])'; leave out one.")
    }
    guard name != Particulars.Matrices.scale.rawValue || present.first == "degreesOfFreedom" else {
      throw Fault(sentence: "'degreesOfFreedom' is missing; scale matrices need a positive number.")
    }
  }
}

extension StartParameters {
  /// Refuses means and covariances of more or fewer coordinates than the points have.
  private func checkDimension(of points: PointSet) throws(Fault) {
    let wanted = points.dimension
    let written = (Self.mean(wanted), Self.covariance(wanted))
    let columns = wanted == 1 ? "one column" : "two columns"
    for (k, mean) in (means ?? []).enumerated() where mean.count != wanted && mean.count < 3 {
      throw Fault(
        sentence: "means[\(k)] has \(mean.count == 1 ? "one entry" : "two entries"), and the data "
          + "have \(columns); a mean is \(written.0).")
    }
    for (k, rows) in (covariances ?? []).enumerated()
    where rows.map({ $0.count != wanted }) ?? false {
      throw Fault(
        sentence: "covariances[\(k)] is not for data of \(columns); write \(written.1).")
    }
  }
}

extension StartParameters {
  /// Refuses means that no coin can have, and coins of other tosses than the data's.
  private func checkHeads(outOf tosses: Int?) throws(Fault) {
    guard let tosses else { return }
    if let other = particulars.tosses, other != tosses {
      throw Fault(
        sentence:
          "'tosses' is \(other), and the data count heads out of \(tosses); make them agree.")
    }
    guard particulars.headProbabilities == nil else { return }
    for (k, mean) in (means ?? []).enumerated() where mean.count == 1 {
      guard (0...Double(tosses)).contains(mean[0]) else {
        throw Fault(
          sentence:
            "means[\(k)] is [\(mean[0])]; a coin's expected heads are from 0 to its \(tosses) "
            + "tosses.")
      }
    }
  }
}

// MARK: - The models

extension StartParameters {
  private func clusters() throws(Fault) -> KMeans {
    let centres = try checkedMeans()
    let shares = weights == nil ? nil : try checkedWeights(count: centres.count)
    return KMeans(centres: centres, shares: shares, dimension: means?.first?.count ?? 2)
  }

  private func coinMixture() throws(Fault) -> CoinMixture {
    let probabilities = particulars.headProbabilities ?? []
    let count = try checkedMeans().count
    guard probabilities.count == count else {
      throw Fault(
        sentence: "there are \(count) means but \(probabilities.count) headProbabilities; "
          + "give one each.")
    }
    guard let tosses = particulars.tosses else {
      throw Fault(sentence: "'tosses' is missing; give the number of tosses of each point.")
    }
    do throws(InvalidInput) {
      return try CoinMixture(validating: probabilities, tosses: tosses)
    } catch {
      throw Fault(sentence: "\(error)")
    }
  }

  private func studentMixture() throws(Fault) -> StudentMixture {
    let components = try mixture().components
    let ν = particulars.degreesOfFreedom ?? 0
    guard ν > 0, ν.isFinite else {
      throw Fault(sentence: "degreesOfFreedom is \(ν); give a positive number.")
    }
    return StudentMixture(
      components: components, degreesOfFreedom: ν, dimension: means?.first?.count ?? 2)
  }

  private func dialMixture(
    measuredBy standardization: Standardization
  ) throws(Fault) -> GaussianMixture {
    let mixture = try mixture()
    let variance = particulars.variance ?? 0
    let limit = PointSet.coordinateLimit * PointSet.coordinateLimit
    guard variance > 0, variance <= limit else {
      throw Fault(sentence: "variance is \(variance); give a positive number of at most 1e302.")
    }
    let share = 1 / Double(mixture.componentCount)
    for (k, component) in mixture.components.enumerated() {
      guard abs(component.weight - share) <= 1e-9 else {
        throw Fault(
          sentence: "weights[\(k)] is \(component.weight); on the dial all weights are equal.")
      }
      let covariance = component.covariance
      guard standardization.isRound(covariance) || covariance.isUnivariate else {
        throw Fault(sentence: "covariances[\(k)] is not round; on the dial it is σ² times one.")
      }
    }
    return mixture.with(
      structure: CovarianceStructure.fixedSpherical(variance: variance)
        .over(dimension: means?.first?.count ?? 2))
  }

  private func lineMixture() throws(Fault) -> LineMixture {
    let centres = try checkedMeans()
    let weights = try checkedWeights(count: centres.count)
    let entries = particulars.lines ?? []
    guard entries.count == centres.count else {
      throw Fault(
        sentence: "there are \(centres.count) means but \(entries.count) lines; give one each.")
    }
    var lines: [LineMixture.Line] = []
    for (k, entry) in entries.enumerated() {
      guard entry.deviation > 0, entry.deviation <= PointSet.coordinateLimit else {
        throw Fault(
          sentence: "lines[\(k)].deviation is \(entry.deviation); "
            + "give a positive number of at most 1e151.")
      }
      guard entry.slope.isFinite else {
        throw Fault(sentence: "lines[\(k)].slope is \(entry.slope); give a number.")
      }
      let line = LineMixture.Line(
        weight: weights[k], centre: centres[k], slope: entry.slope, deviation: entry.deviation)
      let height = line.height(at: 0)
      if let intercept = entry.intercept {
        let scale = max(abs(centres[k].y), abs(entry.slope * centres[k].x), abs(intercept))
        guard !height.isFinite || abs(intercept - height) <= 1e-9 * scale else {
          throw Fault(
            sentence: "lines[\(k)].intercept is \(intercept), but with its slope the line through "
              + "means[\(k)] has \(height); make them agree.")
        }
      }
      lines.append(line)
    }
    return LineMixture(lines: lines)
  }

  private func noisyMixture() throws(Fault) -> NoisyMixture {
    let count = try componentCount()
    let means = try checkedMeans()
    let shares = try checkedWeights(count: means.count)
    guard let noise = particulars.noise else { preconditionFailure("there is no noise") }
    guard (0...1).contains(noise.weight) else {
      throw Fault(sentence: "noise.weight is \(noise.weight); it is a share of one.")
    }
    let weights = try Self.checked(
      weights: noise.gaussianWeights, named: "noise.gaussianWeights", count: count)
    let expected = weights.map { (1 - noise.weight) * $0 } + [noise.weight]
    for k in shares.indices where abs(shares[k] - expected[k]) > 1e-9 {
      throw Fault(
        sentence: "weights[\(k)] is \(shares[k]), but 'noise' makes it \(expected[k]); "
          + "make them agree.")
    }
    var corners = noise.box
    let isLine = self.means?.first?.count == 1
    let corner = isLine ? "[[left], [right]]" : "[[left, bottom], [right, top]]"
    if isLine, corners.count == 2, corners.allSatisfy({ $0.count == 1 }) {
      corners = [corners[0] + [-0.5], corners[1] + [0.5]]
    }
    guard corners.count == 2, corners.allSatisfy({ $0.count == 2 }) else {
      throw Fault(sentence: "noise.box is not two corners; write \(corner).")
    }
    guard corners.joined().allSatisfy({ abs($0) <= 2 * PointSet.coordinateLimit }) else {
      throw Fault(sentence: "noise.box lies beyond 2e151; give it in the units of the data.")
    }
    guard corners[0][0] < corners[1][0], corners[0][1] < corners[1][1] else {
      throw Fault(
        sentence: "noise.box has no \(isLine ? "length" : "area"); write \(corner).")
    }
    guard let covariances, covariances.count == means.count else {
      throw Fault(
        sentence: "there are \(means.count) means but \(covariances?.count ?? 0) covariances; "
          + "give one each, null for the noise.")
    }
    return NoisyMixture(
      gaussians: GaussianMixture(
        components: try components(
          weights: weights, means: Array(means.dropLast()), covariances: covariances)),
      noiseWeight: noise.weight, lower: Point(x: corners[0][0], y: corners[0][1]),
      upper: Point(x: corners[1][0], y: corners[1][1]))
  }
}
