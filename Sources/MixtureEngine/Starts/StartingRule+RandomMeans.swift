/// Means drawn at random, over the data.
extension StartingRule {
  /// K distinct data rows as means, drawn in proportion to their weights.
  public static let randomPoints = StartingRule(
    name: "random-points", summary: "K distinct data points, drawn at random, as means",
    source: "Forgy 1965"
  ) { points, k, generator in
    .start(means: distinctPoints(points, k, &generator), over: points)
  }

  /// K distinct rows: the first K of a Fisher–Yates shuffle, with only the touched places kept, or,
  /// of points with weights, one after the other in proportion to the weights of those left.
  static func distinctPoints(
    _ points: PointSet, _ k: Int, _ generator: inout SeededGenerator
  ) -> [Point] {
    if let weights = points.weights {
      var left = weights
      return (0..<k).map { _ in
        let chosen = generator.index(inProportionTo: left)
        left[chosen] = 0
        return points[chosen]
      }
    }
    var moved: [Int: Int] = [:]
    return (0..<k).map { i in
      let j = i + generator.index(below: points.count - i)
      let chosen = moved[j] ?? j
      moved[j] = moved[i] ?? i
      return points[chosen]
    }
  }

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
