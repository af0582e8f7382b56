import RealModule

/// A symmetric 2 × 2 matrix, in squared units of the data.
///
/// It has three numbers, so it cannot be asymmetric.
public struct Covariance2: Hashable, Sendable {
  /// The variance of x.
  public var xx: Double
  /// The covariance of x and y.
  public var xy: Double
  /// The variance of y.
  public var yy: Double

  /// The matrix [[xx, xy], [xy, yy]].
  public init(xx: Double, xy: Double, yy: Double) {
    self.xx = xx
    self.xy = xy
    self.yy = yy
  }

  /// σ²I.
  public static func isotropic(_ variance: Double) -> Covariance2 {
    Covariance2(xx: variance, xy: 0, yy: variance)
  }

  /// A variance on a line, with 1/2π in the place of the second coordinate's.
  ///
  /// A Gaussian of that variance has the density 1 at its mean, where the second coordinate of every
  /// point and every mean is. So its density in the plane is the density on the line.
  public static func univariate(_ variance: Double) -> Covariance2 {
    Covariance2(xx: variance, xy: 0, yy: 1 / (2 * .pi))
  }

  /// Whether it is a variance on a line.
  package var isUnivariate: Bool { self == .univariate(xx) }

  /// Whether all entries are numbers (neither NaN nor infinite).
  package var isFinite: Bool { xx.isFinite && xy.isFinite && yy.isFinite }

  /// xx + yy.
  package var trace: Double { xx + yy }

  /// The correlation of x and y; 0 where a variance vanishes.
  package var correlation: Double {
    let scale = xx.squareRoot() * yy.squareRoot()
    return scale > 0 ? xy / scale : 0
  }

  /// The sum of two matrices.
  public static func + (a: Covariance2, b: Covariance2) -> Covariance2 {
    Covariance2(xx: a.xx + b.xx, xy: a.xy + b.xy, yy: a.yy + b.yy)
  }

  /// The matrix with every entry multiplied by `factor`.
  public static func * (factor: Double, a: Covariance2) -> Covariance2 {
    Covariance2(xx: factor * a.xx, xy: factor * a.xy, yy: factor * a.yy)
  }
}

extension Covariance2 {
  /// The principal axes of the ellipse that a covariance draws.
  package struct Axes: Hashable, Sendable {
    /// The larger eigenvalue, a variance.
    package var major: Double
    /// The smaller eigenvalue, a variance; never negative.
    package var minor: Double
    /// The direction of the major axis, in radians from the x-axis, in (−π/2, π/2].
    package var angle: Double
  }

  /// Eigenvalues and direction; entries are scaled first, so that nothing overflows.
  package var axes: Axes {
    let scale = max(abs(xx), abs(yy), abs(xy))
    guard scale > 0 else { return Axes(major: 0, minor: 0, angle: 0) }
    let a = xx / scale
    let b = xy / scale
    let d = yy / scale
    let middle = (a + d) / 2
    let half = Double.hypot((a - d) / 2, b)
    let major = middle + half
    // The smaller one as det / major keeps its digits when the ellipse is thin.
    let minor = major > 0 ? max(0, (a * d - b * b) / major) : 0
    let angle = b == 0 && a == d ? 0 : Double.atan2(y: 2 * b, x: a - d) / 2
    return Axes(major: major * scale, minor: minor * scale, angle: angle)
  }
}
