/// The dial toward k-means: σ²I shared by all components, σ² given, weights equal.
///
/// Only the means are free. At or above ``Dial/mergingVariance(of:)`` they all merge in the
/// grand mean; as σ² → 0 the run approaches Lloyd's k-means.
public enum Dial {
  /// The variance at and above which all means merge: the largest eigenvalue of the data's
  /// covariance (n-denominator).
  ///
  /// Rose, Gurewitz & Fox 1990, Physical Review Letters 65:945–948, "the critical temperature".
  public static func mergingVariance(of points: PointSet) -> Double {
    points.startingCovariance.axes.major
  }

  /// Where the dial begins: a tenth of the merging variance.
  public static func startingVariance(for points: PointSet) -> Double {
    mergingVariance(of: points) / 10
  }
}

extension GaussianMixture {
  /// The same means under another σ² of the dial, with equal weights.
  ///
  /// - Precondition: `variance` is positive and a number.
  public func with(variance: Double) -> GaussianMixture {
    let weight = 1 / Double(components.count)
    return GaussianMixture(
      components: components.map { component in
        guard
          let round = GaussianComponent(
            weight: weight, mean: component.mean, covariance: .isotropic(variance))
        else { preconditionFailure("a variance is positive") }
        return round
      }, structure: .fixedSpherical(variance: variance))
  }
}

extension ModelKind {
  /// The dial toward k-means, at the start's σ² or at ``Dial/startingVariance(for:)``.
  public static let dial = ModelKind(
    name: "dial", title: "dial",
    summary: "round Gaussians of one given size σ² and equal weights; σ² → 0 is k-means",
    recognizes: { ($0 as? GaussianMixture)?.structure.holdsWeights ?? false }
  ) { start, points, _ in
    if case .fixedSpherical(let variance) = start.structure {
      start.with(variance: variance)
    } else {
      start.with(variance: Dial.startingVariance(for: points))
    }
  }
}
