import RealModule

/// The dial toward k-means: σ²I shared by all components, σ² given, weights equal.
///
/// Only the means are free. All in the grand mean is a fixed point at every σ²; below
/// ``Dial/mergingVariance(of:)`` it is unstable, and means that lie there part. As σ² → 0 the run
/// approaches Lloyd's k-means.
package enum Dial {
  /// λmax, the variance below which merged means part: the largest eigenvalue of the data's
  /// covariance (n-denominator), of the z-scores where the points are standardised.
  ///
  /// An EM iteration multiplies the distances of nearly merged means by λmax / σ² along that axis, so
  /// above λmax they stay together. Means that are apart need not merge there: a second optimum can
  /// last above λmax, and where σ² rises the run may stay in it.
  /// Rose, Gurewitz & Fox 1990, Physical Review Letters 65:945–948, "the critical temperature".
  package static func mergingVariance(of points: PointSet) -> Double {
    let covariance = points.standardization.standardized(points.startingCovariance)
    return points.dimension == 1 ? covariance.xx : covariance.axes.major
  }

  /// Where the dial begins: a tenth of the merging variance.
  package static func startingVariance(for points: PointSet) -> Double {
    mergingVariance(of: points) / 10
  }
}

extension Dial {
  /// What one notch multiplies σ² by.
  package static let notch = 1.5

  /// How far the dial can be turned: from a millionth of the merging variance, where hardly a
  /// point is undecided, to four times as much as it.
  package static func range(for points: PointSet) -> ClosedRange<Double> {
    let merging = mergingVariance(of: points)
    return (merging * 1e-6)...(merging * 4)
  }

  /// Where on the dial a σ² is, on a logarithmic scale from 0 at the hard end to 1 at the soft one.
  package static func share(of variance: Double, for points: PointSet) -> Double {
    let range = range(for: points)
    let within = min(max(variance, range.lowerBound), range.upperBound)
    return .log(within / range.lowerBound) / .log(range.upperBound / range.lowerBound)
  }

  /// The σ² that a model of the dial was given, `nil` for other models.
  package static func variance(of model: any LatentLabelModel) -> Double? {
    guard let mixture = model as? GaussianMixture,
      let variance = mixture.structure.fixedVariance
    else { return nil }
    return variance
  }

  /// The mixture of the dial that has a model's means, and σ².
  ///
  /// - Precondition: `variance` is positive and a number.
  package static func mixture(
    withMeansOf model: any LatentLabelModel, variance: Double, over points: PointSet
  ) -> GaussianMixture {
    let means = model.shapes.filter { $0.outline != .everywhere }.map(\.centre)
    return GaussianMixture.start(means: means, over: points)
      .with(structure: CovarianceStructure.full.over(points))
      .with(variance: variance, by: points.standardization)
  }
}

extension GaussianMixture {
  /// The same means under another σ² of the dial, with equal weights.
  ///
  /// - Parameters:
  ///   - variance: σ².
  ///   - standardization: What is round.
  /// - Precondition: `variance` is positive and a number.
  package func with(
    variance: Double, by standardization: Standardization = .none
  ) -> GaussianMixture {
    let weight = 1 / Double(components.count)
    let round = CovarianceStructure.fixedSpherical(variance: variance)
    let structure = structure.isUnivariate ? .univariate(round) : round
    let covariance: Covariance2 =
      structure.isUnivariate
      ? .univariate(standardization.round(variance).xx) : standardization.round(variance)
    return GaussianMixture(
      components: components.map { component in
        guard
          let round = GaussianComponent(
            weight: weight, mean: component.mean, covariance: covariance)
        else { preconditionFailure("a variance is positive") }
        return round
      }, structure: structure)
  }
}

extension ModelKind {
  /// The dial toward k-means, at the start's σ² or at a tenth of the merging variance.
  public static let dial = ModelKind(
    name: "dial",
    summary: "round Gaussians of one given size σ² and equal weights; σ² → 0 is k-means",
    settings: [.varianceFloor, .lengths]
  ) { start, points, observed in
    if start.structure.fixedVariance != nil {
      GaussianMixture(from: start, over: points, observed: observed)
    } else {
      start.with(structure: start.structure.over(points))
        .with(variance: Dial.startingVariance(for: points), by: points.standardization)
    }
  }
}
