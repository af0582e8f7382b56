import Foundation
import MixtureEngine

/// A cloud of points that can be drawn at random.
public enum Shape: Sendable {
  /// A Gaussian with standard deviations `along` and `across` its main direction, which is turned
  /// by `angle` degrees from the x axis.
  case gaussian(mean: Point, along: Double, across: Double, angle: Double)
  /// An arc of a circle, from one angle to another in degrees, with Gaussian noise around it.
  case arc(centre: Point, radius: Double, from: Double, to: Double, noise: Double)
  /// A straight line from end to end, evenly filled, with Gaussian noise around it.
  case line(from: Point, to: Point, noise: Double)
  /// An evenly filled rectangle.
  case box(from: Point, to: Point)

  /// A Gaussian of the same standard deviation in every direction.
  public static func round(_ x: Double, _ y: Double, deviation: Double) -> Shape {
    .gaussian(mean: Point(x: x, y: y), along: deviation, across: deviation, angle: 0)
  }

  /// One point of the cloud.
  public func draw(using generator: inout SeededGenerator) -> Point {
    switch self {
    case .gaussian(let mean, let along, let across, let angle):
      let u = along * generator.normal()
      let v = across * generator.normal()
      let turn = angle * .pi / 180
      return Point(
        x: mean.x + u * cos(turn) - v * sin(turn), y: mean.y + u * sin(turn) + v * cos(turn))
    case .arc(let centre, let radius, let from, let to, let noise):
      let angle = (from + (to - from) * generator.unit()) * .pi / 180
      return Point(
        x: centre.x + radius * cos(angle) + noise * generator.normal(),
        y: centre.y + radius * sin(angle) + noise * generator.normal())
    case .line(let from, let to, let noise):
      let share = generator.unit()
      return Point(
        x: from.x + (to.x - from.x) * share + noise * generator.normal(),
        y: from.y + (to.y - from.y) * share + noise * generator.normal())
    case .box(let from, let to):
      return Point(
        x: from.x + (to.x - from.x) * generator.unit(),
        y: from.y + (to.y - from.y) * generator.unit())
    }
  }
}
