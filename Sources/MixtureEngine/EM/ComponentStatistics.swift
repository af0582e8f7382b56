/// What the M-step needs to know of one component: weighted sums over the points.
///
/// Sums are taken about a `reference` (the component's mean when the sums were made), so that an
/// offset of the data costs no digits. With u = 1 for Gaussians; a Student-t component weighs each
/// point by its expected precision u. Where points have weights, qₖₙ stands for wₙ qₖₙ.
///
/// In the second coordinate they are sums of heights h above a line through the reference. It is level
/// but where the component is a line itself: then h is the residual, and points that are a
/// millionth of their range off the line cost no digits.
public struct ComponentStatistics: Hashable, Sendable {
  /// Nₖ = Σₙ qₖₙ, in points.
  public var mass: Double
  /// Σₙ qₖₙ uₖₙ; equal to `mass` for Gaussians.
  public var weight: Double
  /// The place r that the sums below are taken about.
  package var reference: Point
  /// The slope b of the line through r.
  package var slope: Double
  /// Σₙ qₖₙ uₖₙ (xₙ − r), first coordinate.
  package var sumX: Double
  /// Σₙ qₖₙ uₖₙ hₙ, with hₙ = yₙ − r − b (xₙ − r), above a level line the second coordinate.
  package var sumY: Double
  /// Σₙ qₖₙ uₖₙ (xₙ − r, hₙ)(xₙ − r, hₙ)ᵀ.
  package var second: Covariance2

  /// Empty sums about a reference, and heights above a level line.
  public init(reference: Point) { self.init(reference: reference, slope: 0) }

  /// Empty sums about the centre of a component, where that is a line of heights above it.
  init(about shape: ComponentShape) {
    if case .line(_, let slope, _) = shape.outline {
      self.init(reference: shape.centre, slope: slope)
    } else {
      self.init(reference: shape.centre)
    }
  }

  /// Empty sums about a line.
  init(reference: Point, slope: Double) {
    mass = 0
    weight = 0
    self.reference = reference
    self.slope = slope
    sumX = 0
    sumY = 0
    second = Covariance2(xx: 0, xy: 0, yy: 0)
  }

  /// Adds one point with responsibility `q`, times its weight, and expected precision `u`.
  public mutating func add(_ point: Point, responsibility q: Double, precision u: Double = 1) {
    let dx = point.x - reference.x
    let dy = point.y - reference.y - slope * dx
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
    let dx = sumX / weight
    return Point(x: reference.x + dx, y: reference.y + sumY / weight + slope * dx)
  }

  /// The scatter Σₙ qₖₙ uₖₙ (xₙ − c)(xₙ − c)ᵀ about any centre c.
  public func scatter(about centre: Point) -> Covariance2 { about(centre).second }

  /// The same sums about another place, of heights above a line through that.
  func about(_ place: Point, slope newSlope: Double = 0) -> ComponentStatistics {
    let dx = place.x - reference.x
    let dy = place.y - reference.y - slope * dx
    var sums = self
    (sums.reference, sums.slope) = (place, newSlope)
    sums.sumX = sumX - weight * dx
    sums.sumY = sumY - weight * dy
    sums.second = Covariance2(
      xx: second.xx - 2 * dx * sumX + weight * dx * dx,
      xy: second.xy - dx * sumY - dy * sumX + weight * dx * dy,
      yy: second.yy - 2 * dy * sumY + weight * dy * dy)
    let turn = newSlope - slope
    guard turn != 0 else { return sums }
    let (xx, xy) = (sums.second.xx, sums.second.xy)
    sums.sumY -= turn * sums.sumX
    sums.second.xy -= turn * xx
    sums.second.yy -= turn * (2 * xy - turn * xx)
    return sums
  }
}
