import RealModule

/// The lower triangle L of a covariance Σ = L Lᵀ, with which a density is evaluated.
///
/// Working with L instead of det Σ and Σ⁻¹ keeps coordinates of 1e±150 in range.
package struct Cholesky2: Hashable, Sendable {
  /// √Σxx.
  package let l11: Double
  /// Σxy / l11.
  package let l21: Double
  /// √(Σyy − l21²).
  package let l22: Double

  /// The factor of a covariance, or `nil` when it is not positive definite.
  ///
  /// A matrix whose correlation is 1 to rounding (1 − ρ² < 1e-14) counts as singular: the sign of
  /// its determinant is noise.
  package init?(_ covariance: Covariance2) {
    guard covariance.isFinite, covariance.xx > 0, covariance.yy > 0 else { return nil }
    l11 = covariance.xx.squareRoot()
    l21 = covariance.xy / l11
    let rest = covariance.yy - l21 * l21
    guard l11 > 0, rest > 1e-14 * covariance.yy else { return nil }
    l22 = rest.squareRoot()
    guard l22 > 0 else { return nil }
  }

  /// ½ log det Σ = log l11 + log l22.
  package var halfLogDeterminant: Double { .log(l11) + .log(l22) }

  /// The whitened vector L⁻¹ d of a deviation d = (dx, dy); its squared length is the squared
  /// Mahalanobis distance.
  package func whiten(_ dx: Double, _ dy: Double) -> (u: Double, v: Double) {
    let u = dx / l11
    return (u, (dy - l21 * u) / l22)
  }

  /// The squared Mahalanobis distance dᵀ Σ⁻¹ d, kept below 1e300 so that it stays a number.
  package func squaredMahalanobis(_ dx: Double, _ dy: Double) -> Double {
    let (u, v) = whiten(dx, dy)
    let squared = u * u + v * v
    return squared < 1e300 ? squared : 1e300
  }

  /// L⁻¹ S L⁻ᵀ for a symmetric S: what S is where Σ is the unit matrix.
  func whiten(_ s: Covariance2) -> Covariance2 {
    let m11 = s.xx / l11 / l11
    let m12 = (s.xy / l11 - l21 * m11) / l22
    return Covariance2(
      xx: m11, xy: m12, yy: (s.yy - 2 * l21 * l22 * m12 - l21 * l21 * m11) / l22 / l22)
  }

  /// L M Lᵀ for a symmetric M, the inverse of ``whiten(_:)-(Covariance2)``.
  func color(_ m: Covariance2) -> Covariance2 {
    Covariance2(
      xx: l11 * l11 * m.xx, xy: l11 * (l21 * m.xx + l22 * m.xy),
      yy: l21 * l21 * m.xx + 2 * l21 * l22 * m.xy + l22 * l22 * m.yy)
  }

  /// tr(Σ⁻¹ S) for a symmetric S, as the trace of L⁻¹ S L⁻ᵀ.
  package func traceOfInverse(times s: Covariance2) -> Double {
    let m11 = s.xx / l11 / l11
    let m12 = s.xy / l11 - l21 * m11
    let m22 = (s.yy - 2 * l21 * m12 - l21 * l21 * m11) / l22 / l22
    return m11 + m22
  }
}
