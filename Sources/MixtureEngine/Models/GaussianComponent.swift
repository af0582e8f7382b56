import RealModule

/// One weighted Gaussian πₖ N(x | μₖ, Σₖ); its covariance is positive definite by construction.
public struct GaussianComponent: Hashable, Sendable {
  /// The mixing weight πₖ.
  public let weight: Double
  /// The mean μₖ.
  public let mean: Point
  /// The covariance Σₖ.
  public let covariance: Covariance2
  /// The factor L of Σₖ = L Lᵀ.
  package let factor: Cholesky2
  /// log πₖ − log 2π − ½ log det Σₖ, the log-density at the mean.
  let logPeak: Double

  /// A component, or `nil` when the covariance is not positive definite, the weight is negative
  /// or an entry is not a number.
  package init?(weight: Double, mean: Point, covariance: Covariance2) {
    guard weight >= 0, weight.isFinite, mean.isFinite, let factor = Cholesky2(covariance) else {
      return nil
    }
    self.weight = weight
    self.mean = mean
    self.covariance = covariance
    self.factor = factor
    logPeak = .log(weight) - .log(2 * .pi) - factor.halfLogDeterminant
  }

  /// The place at so many standard deviations: μₖ + L (u, v).
  func place(_ u: Double, _ v: Double) -> Point {
    Point(x: mean.x + factor.l11 * u, y: mean.y + factor.l21 * u + factor.l22 * v)
  }

  /// The squared Mahalanobis distance (x − μₖ)ᵀ Σₖ⁻¹ (x − μₖ).
  package func squaredMahalanobis(of point: Point) -> Double {
    factor.squaredMahalanobis(point.x - mean.x, point.y - mean.y)
  }

  /// log N(x | μₖ, Σₖ).
  package func logDensity(at point: Point) -> Double {
    -.log(2 * .pi) - factor.halfLogDeterminant - squaredMahalanobis(of: point) / 2
  }

  /// log πₖ + log N(x | μₖ, Σₖ).
  package func logJoint(of point: Point) -> Double {
    logPeak - squaredMahalanobis(of: point) / 2
  }
}

extension [GaussianComponent] {
  /// (1 − s) θ + s θ′ in every weight, mean and covariance, or `nil` where that is no mixture.
  func interpolated(to other: [GaussianComponent], at s: Double) -> [GaussianComponent]? {
    guard other.count == count else { return nil }
    func blend(_ a: Double, _ b: Double) -> Double { (1 - s) * a + s * b }
    var blended: [GaussianComponent] = []
    for (a, b) in zip(self, other) {
      let component = GaussianComponent(
        weight: blend(a.weight, b.weight),
        mean: Point(x: blend(a.mean.x, b.mean.x), y: blend(a.mean.y, b.mean.y)),
        covariance: (1 - s) * a.covariance + s * b.covariance)
      guard let component else { return nil }
      blended.append(component)
    }
    return blended
  }
}
