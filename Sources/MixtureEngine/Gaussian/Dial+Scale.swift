import RealModule

extension Dial {
  /// What one notch multiplies σ² by.
  public static let notch = 1.5

  /// How far the dial can be turned: from a millionth of the merging variance, where hardly a
  /// point is undecided, to four times as much as it.
  public static func range(for points: PointSet) -> ClosedRange<Double> {
    let merging = mergingVariance(of: points)
    return (merging * 1e-6)...(merging * 4)
  }

  /// Where on the dial a σ² is, on a logarithmic scale from 0 at the hard end to 1 at the soft one.
  public static func share(of variance: Double, for points: PointSet) -> Double {
    let range = range(for: points)
    let held = min(max(variance, range.lowerBound), range.upperBound)
    return .log(held / range.lowerBound) / .log(range.upperBound / range.lowerBound)
  }

  /// The σ² that a model of the dial was given, `nil` for other models.
  public static func variance(of model: any LatentLabelModel) -> Double? {
    guard let mixture = model as? GaussianMixture,
      case .fixedSpherical(let variance) = mixture.structure
    else { return nil }
    return variance
  }

  /// The mixture of the dial that has a model's means, and σ².
  ///
  /// - Precondition: `variance` is positive and a number.
  public static func mixture(
    withMeansOf model: any LatentLabelModel, variance: Double, over points: PointSet
  ) -> GaussianMixture {
    let means = model.shapes.filter { $0.outline != .everywhere }.map(\.centre)
    return GaussianMixture.start(means: means, over: points).with(variance: variance)
  }
}
