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

  /// Whether all entries are numbers (neither NaN nor infinite).
  public var isFinite: Bool { xx.isFinite && xy.isFinite && yy.isFinite }

  /// xx + yy.
  public var trace: Double { xx + yy }

  /// The correlation of x and y; 0 where a variance vanishes.
  public var correlation: Double {
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
