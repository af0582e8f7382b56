import MixtureEngine

/// How a synthetic data set is made: what is drawn, how often, and from which seed.
///
/// Equal recipes make equal files, byte for byte, on every machine: the numbers come from
/// ``SeededGenerator`` and are rounded to a thousandth.
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
  /// What is drawn, in this order.
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
  public static let all: [Recipe] = [
    wellSeparated, overlapping, anisotropic, unequalVariance, unequalWeights, mouse, twoPairs,
    nearCollinear, outliers, moons, rings, crossingLines, noClusters,
  ]
}
