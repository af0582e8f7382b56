import MixtureEngine
import TerminalCanvas

/// Which part of the plane the plots show: all the data, or a part of it, larger.
///
/// It is kept in the units of the data, so the middle stays the middle when the screen changes.
struct Zoom: Hashable, Sendable {
  /// How much one key or one notch of the wheel magnifies.
  static let step = 1.25
  private static let limits = 0.1...10_000.0

  /// How many times larger than with all the data in view.
  private(set) var factor = 1.0
  /// What is in the middle of the plot, or `nil` for the middle of the data.
  private(set) var centre: Point?

  /// The part of a view of all the data that is shown.
  func applied(to whole: Viewport) -> Viewport {
    let middle = whole.middle
    let view = whole.zoomed(by: factor, around: (x: middle.x, y: middle.y))
    guard let centre else { return view }
    return view.panned(
      x: (centre.x - middle.x) / (view.x.upperBound - view.x.lowerBound),
      y: (centre.y - middle.y) / (view.y.upperBound - view.y.lowerBound))
  }

  /// Magnifies what a view shows, or lessens it for factors below 1.
  ///
  /// - Parameter place: What stays where it is; the middle of the view when nothing is said.
  mutating func magnify(by ratio: Double, around place: Point? = nil, in view: Viewport) {
    let wanted = min(max(factor * ratio, Self.limits.lowerBound), Self.limits.upperBound)
    let shrinking = factor / wanted
    factor = wanted
    guard let place else { return }
    let middle = view.middle
    centre = Point(
      x: place.x + (middle.x - place.x) * shrinking, y: place.y + (middle.y - place.y) * shrinking)
  }

  /// Moves what a view shows by a way in the units of the data.
  mutating func move(by way: Point, in view: Viewport) {
    let moved = Point(x: view.middle.x + way.x, y: view.middle.y + way.y)
    if moved.isFinite { centre = moved }
  }
}

extension Viewport {
  /// The data point in the middle of the view.
  var middle: Point {
    Point(
      x: x.lowerBound / 2 + x.upperBound / 2,
      y: y.lowerBound / 2 + y.upperBound / 2)
  }

  /// The way in the plane that leads across shares of the view's width and height.
  func way(across right: Double, _ up: Double) -> Point {
    Point(
      x: right * (x.upperBound - x.lowerBound),
      y: up * (y.upperBound - y.lowerBound))
  }
}
