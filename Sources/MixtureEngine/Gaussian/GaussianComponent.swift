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
  public let factor: Cholesky2
  /// log πₖ − log 2π − ½ log det Σₖ, the log-density at the mean.
  let logPeak: Double

  /// A component, or `nil` when the covariance is not positive definite, the weight is negative
  /// or an entry is not a number.
  public init?(weight: Double, mean: Point, covariance: Covariance2) {
    guard weight >= 0, weight.isFinite, mean.isFinite, let factor = Cholesky2(covariance) else {
      return nil
    }
    self.weight = weight
    self.mean = mean
    self.covariance = covariance
    self.factor = factor
    logPeak = .log(weight) - .log(2 * .pi) - factor.halfLogDeterminant
  }

  /// The squared Mahalanobis distance (x − μₖ)ᵀ Σₖ⁻¹ (x − μₖ).
  public func squaredMahalanobis(of point: Point) -> Double {
    factor.squaredMahalanobis(point.x - mean.x, point.y - mean.y)
  }

  /// log N(x | μₖ, Σₖ).
  public func logDensity(at point: Point) -> Double {
    -.log(2 * .pi) - factor.halfLogDeterminant - squaredMahalanobis(of: point) / 2
  }

  /// log πₖ + log N(x | μₖ, Σₖ).
  public func logJoint(of point: Point) -> Double {
    logPeak - squaredMahalanobis(of: point) / 2
  }
}
