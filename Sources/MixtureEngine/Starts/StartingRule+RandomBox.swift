extension StartingRule {
  /// Means drawn uniformly over the data's bounding box.
  public static let randomBox = StartingRule(
    name: "random-box", summary: "means anywhere in the data's bounding box, uniformly",
    source: "a naive rule, for comparison"
  ) { points, k, generator in
    let box = points.bounds
    let means = (0..<k).map { _ in
      let u = generator.unit()
      let v = generator.unit()
      return Point(
        x: (1 - u) * box.lower.x + u * box.upper.x, y: (1 - v) * box.lower.y + v * box.upper.y)
    }
    return .start(means: means, over: points)
  }
}
