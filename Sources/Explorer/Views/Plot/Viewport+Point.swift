import MixtureEngine
import TerminalCanvas

extension Viewport {
  /// Where a point of the plane falls among the dots.
  func place(_ point: Point) -> DotPoint { dot(point.x, point.y) }

  /// The point of the plane at a place among the dots; places outside come to the nearest edge.
  func point(at dot: DotPoint) -> Point {
    let place = data(at: dot)
    return Point(x: x.clamp(place.x), y: y.clamp(place.y))
  }
}

extension DotPoint {
  /// The squared distance to another place, in dots.
  func squaredDistance(to other: DotPoint) -> Double {
    let (dx, dy) = (x - other.x, y - other.y)
    return dx * dx + dy * dy
  }

  /// Whether another place is no more than about a cell away.
  func isNear(_ other: DotPoint) -> Bool { squaredDistance(to: other) <= 16 }
}

extension ClosedRange where Bound == Double {
  fileprivate func clamp(_ value: Double) -> Double {
    Swift.min(Swift.max(value, lowerBound), upperBound)
  }
}
