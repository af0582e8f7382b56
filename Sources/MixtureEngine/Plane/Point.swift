/// A point of the plane, in the units of the data.
public struct Point: Hashable, Sendable {
  /// The first coordinate.
  public var x: Double
  /// The second coordinate.
  public var y: Double

  /// The point (x, y).
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  /// Whether both coordinates are numbers (neither NaN nor infinite).
  package var isFinite: Bool { x.isFinite && y.isFinite }

  /// The squared Euclidean distance ‖a − b‖².
  package func squaredDistance(to other: Point) -> Double {
    let dx = x - other.x
    let dy = y - other.y
    return dx * dx + dy * dy
  }
}
