/// What the M-step needs to know of one component: weighted sums over the points.
///
/// Sums are taken about a `reference` (the component's mean when the sums were made), so that an
/// offset of the data costs no digits. With u = 1 for Gaussians; a Student-t component weighs each
/// point by its expected precision u. Where points have weights, qₖₙ stands for wₙ qₖₙ.
public struct ComponentStatistics: Hashable, Sendable {
  /// Nₖ = Σₙ qₖₙ, in points.
  public var mass: Double
  /// Σₙ qₖₙ uₖₙ; equal to `mass` for Gaussians.
  public var weight: Double
  /// The place r that the sums below are taken about.
  package var reference: Point
  /// Σₙ qₖₙ uₖₙ (xₙ − r), first coordinate.
  package var sumX: Double
  /// Σₙ qₖₙ uₖₙ (yₙ − r), second coordinate.
  package var sumY: Double
  /// Σₙ qₖₙ uₖₙ (xₙ − r)(xₙ − r)ᵀ.
  package var second: Covariance2

  /// Empty sums about a reference.
  public init(reference: Point) {
    mass = 0
    weight = 0
    self.reference = reference
    sumX = 0
    sumY = 0
    second = Covariance2(xx: 0, xy: 0, yy: 0)
  }

  /// Adds one point with responsibility `q`, times its weight, and expected precision `u`.
  public mutating func add(_ point: Point, responsibility q: Double, precision u: Double = 1) {
    let dx = point.x - reference.x
    let dy = point.y - reference.y
    let w = q * u
    mass += q
    weight += w
    sumX += w * dx
    sumY += w * dy
    second.xx += w * dx * dx
    second.xy += w * dx * dy
    second.yy += w * dy * dy
  }

  /// The weighted mean Σ q u x / Σ q u.
  ///
  /// - Precondition: `weight` is positive.
  public var mean: Point {
    Point(x: reference.x + sumX / weight, y: reference.y + sumY / weight)
  }

  /// The scatter Σₙ qₖₙ uₖₙ (xₙ − c)(xₙ − c)ᵀ about any centre c.
  public func scatter(about centre: Point) -> Covariance2 {
    let dx = centre.x - reference.x
    let dy = centre.y - reference.y
    return Covariance2(
      xx: second.xx - 2 * dx * sumX + weight * dx * dx,
      xy: second.xy - dx * sumY - dy * sumX + weight * dx * dy,
      yy: second.yy - 2 * dy * sumY + weight * dy * dy)
  }
}
