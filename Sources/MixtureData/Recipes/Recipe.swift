import MixtureEngine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The recipe of a synthetic data set: clouds of points, their sizes, and a seed.
///
/// Equal recipes make equal files, byte for byte, on every machine: the numbers come from
/// `SeededGenerator` and are rounded to a thousandth.
public struct Recipe: Sendable {
  /// Some points of one origin.
  public struct Part: Sendable {
    /// How many points are drawn.
    public var count: Int
    /// Where they are drawn from.
    public var shape: Shape
    /// The known label of each of them.
    public var label: String
  }

  /// The name of the data set and, with `.csv`, of its file.
  public var name: String
  /// The name in a title.
  public var title: String
  /// One line that says what can be seen in it.
  public var summary: String
  /// The number of components to begin with.
  public var components: Int
  /// The seed of the generator.
  public var seed: UInt64
  /// The clouds, in the order in which they are drawn.
  public var parts: [Part]
  /// Starts on the points that are worth showing.
  let starts: [ShownStart]

  init(
    _ name: String, title: String, summary: String, components: Int, seed: UInt64,
    parts: [(label: String, count: Int, shape: Shape)], starts: [ShownStart] = []
  ) {
    self.name = name
    self.title = title
    self.summary = summary
    self.components = components
    self.seed = seed
    self.parts = parts.map { Part(count: $0.count, shape: $0.shape, label: $0.label) }
    self.starts = starts
  }

  /// The file that the recipe makes: a header and one line `x,y,label` for each point.
  public var csv: String {
    var generator = SeededGenerator(seed: seed)
    var lines = ["x,y,label"]
    for part in parts {
      for _ in 0..<part.count {
        let point = part.shape.draw(using: &generator)
        lines.append("\(thousandths(point.x)),\(thousandths(point.y)),\(part.label)")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The decimal number with three digits behind the point that is nearest to `value`.
  private func thousandths(_ value: Double) -> String {
    let total = Int((value * 1000).rounded())
    let digits = String(1000 + total.magnitude % 1000).dropFirst()
    return "\(total < 0 ? "-" : "")\(total.magnitude / 1000).\(digits)"
  }
}

extension Recipe {
  /// Every recipe, in the order of the menu.
  public static let all = gaussians + misfits
}

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
