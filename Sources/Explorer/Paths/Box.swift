import MixtureEngine

/// The smallest upright box around some points.
struct Box: Hashable, Sendable {
  /// The corner at the left and at the bottom; infinite where there is no point.
  private(set) var low = Point(x: .infinity, y: .infinity)
  /// The corner at the right and at the top.
  private(set) var high = Point(x: -.infinity, y: -.infinity)
  /// Whether all points are in it; those that aren't finite can't be.
  private(set) var isWhole = true

  /// Widens the box to hold a point.
  mutating func add(_ point: Point) {
    guard point.isFinite else {
      isWhole = false
      return
    }
    widen(to: point, point)
  }

  /// Widens the box to hold another.
  mutating func add(_ box: Box) {
    isWhole = isWhole && box.isWhole
    widen(to: box.low, box.high)
  }

  private mutating func widen(to low: Point, _ high: Point) {
    self.low = Point(x: min(self.low.x, low.x), y: min(self.low.y, low.y))
    self.high = Point(x: max(self.high.x, high.x), y: max(self.high.y, high.y))
  }

  /// The box from bottom to top, or `nil` where there is no point.
  var heights: ClosedRange<Double>? { low.y <= high.y ? low.y...high.y : nil }
}
