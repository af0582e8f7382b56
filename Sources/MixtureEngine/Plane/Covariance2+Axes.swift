import RealModule

extension Covariance2 {
  /// The principal axes of the ellipse that a covariance draws.
  public struct Axes: Hashable, Sendable {
    /// The larger eigenvalue, a variance.
    public var major: Double
    /// The smaller eigenvalue, a variance; never negative.
    public var minor: Double
    /// The direction of the major axis, in radians from the x-axis, in (−π/2, π/2].
    public var angle: Double
  }

  /// Eigenvalues and direction; entries are scaled first, so that nothing overflows.
  public var axes: Axes {
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
