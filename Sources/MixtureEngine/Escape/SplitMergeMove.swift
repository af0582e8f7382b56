import RealModule

/// One way out of a poor optimum: two components become one, and a third becomes two.
///
/// Poor optima have one component over two groups and two components on one group. EM can't mend that
/// in small steps; one move does. Ueda, Nakano, Ghahramani & Hinton 2000, Neural Computation
/// 12:2109–2128; that poor optima have this shape: Chen, Song, Xi & Zhang 2024, SIAM Journal on
/// Mathematics of Data Science 6.
public struct SplitMergeMove: Hashable, Sendable {
  /// The lower number of the two components that become one, counted from 0.
  public let first: Int
  /// The higher number of the two.
  public let second: Int
  /// The component that becomes two.
  public let split: Int

  /// Every move of K components, K (K − 1) (K − 2) / 2 of them; none where K is below 3.
  public static func all(components k: Int) -> [SplitMergeMove] {
    guard k > 2 else { return [] }
    return (0..<k).flatMap { first in
      ((first + 1)..<k).flatMap { second in
        (0..<k).filter { $0 != first && $0 != second }.map {
          SplitMergeMove(first: first, second: second, split: $0)
        }
      }
    }
  }
}

extension SplitMergeMove {
  /// The mixture after the move, `nil` where it can't be written down.
  ///
  /// The two are merged by their moments. The third, with the largest eigenvalue λ of its covariance and
  /// its axis v, becomes μ ± ½√λ v with Σ − ¼λ v vᵀ, which keeps its moments, too. The merged component
  /// takes the lower number of the two; the halves take the numbers of the split one and of the other.
  /// Eigenvalue and axis are those of the z-scores where lengths are theirs.
  func applied(
    to mixture: GaussianMixture, measuredBy standardization: Standardization = .none
  ) -> GaussianMixture? {
    var components = mixture.components
    guard let merged = components[first].merged(with: components[second]),
      let halves = components[split].halved(
        standardization, isUnivariate: mixture.structure.isUnivariate)
    else { return nil }
    components[first] = merged
    components[split] = halves.0
    components[second] = halves.1
    return GaussianMixture(components: components, structure: mixture.structure)
  }
}

extension GaussianComponent {
  /// The Gaussian with the weight, mean and covariance of two together.
  fileprivate func merged(with other: GaussianComponent) -> GaussianComponent? {
    let total = weight + other.weight
    guard total > 0 else { return nil }
    let share = other.weight / total
    let (dx, dy) = (other.mean.x - mean.x, other.mean.y - mean.y)
    let between = share * (1 - share)
    return GaussianComponent(
      weight: total, mean: Point(x: mean.x + share * dx, y: mean.y + share * dy),
      covariance: (1 - share) * covariance + share * other.covariance
        + Covariance2(xx: between * dx * dx, xy: between * dx * dy, yy: between * dy * dy))
  }

  /// Two Gaussians along the main axis that together have the same moments.
  fileprivate func halved(
    _ standardization: Standardization, isUnivariate: Bool
  ) -> (GaussianComponent, GaussianComponent)? {
    let measured = standardization.standardized(covariance)
    let axes =
      isUnivariate
      ? Covariance2.Axes(major: measured.xx, minor: measured.yy, angle: 0) : measured.axes
    let scale = standardization.scale
    let (c, s) = (Double.cos(axes.angle), Double.sin(axes.angle))
    let step = axes.major.squareRoot() / 2
    let less = axes.major / 4
    let rest =
      covariance
      + standardization.inDataUnits(
        Covariance2(xx: -less * c * c, xy: -less * c * s, yy: -less * s * s))
    func half(_ sign: Double) -> GaussianComponent? {
      GaussianComponent(
        weight: weight / 2,
        mean: Point(
          x: mean.x + sign * step * c * scale.x, y: mean.y + sign * step * s * scale.y),
        covariance: rest)
    }
    guard let low = half(-1), let high = half(1) else { return nil }
    return (low, high)
  }
}
