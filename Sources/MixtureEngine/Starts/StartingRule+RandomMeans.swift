/// Means drawn at random, over the data.
extension StartingRule {
  /// K data rows at distinct positions as means, drawn in proportion to their weights.
  public static let randomPoints = StartingRule(
    name: "random-points", summary: "K distinct data points, drawn at random, as means",
    source: "Forgy 1965",
    means: { points, k, generator in distinctPoints(points, k, &generator) })

  /// K rows at distinct positions: the first of a Fisher–Yates shuffle, with only the touched places
  /// kept, or, of points with weights, one after the other in proportion to the weights of those left.
  ///
  /// A row at the place of one before is passed over, since two means at one place would make twins;
  /// it is taken only where there are fewer than K places.
  static func distinctPoints(
    _ points: PointSet, _ k: Int, _ generator: inout SeededGenerator
  ) -> [Point] {
    var chosen: [Point] = []
    var passed: [Point] = []
    func take(_ point: Point) {
      if chosen.contains(point) { passed.append(point) } else { chosen.append(point) }
    }
    if let weights = points.weights {
      var left = weights
      var count = 0
      while chosen.count < k, count < points.count {
        let n = generator.index(inProportionTo: left)
        left[n] = 0
        count += 1
        take(points[n])
      }
    } else {
      var moved: [Int: Int] = [:]
      var i = 0
      while chosen.count < k, i < points.count {
        let j = i + generator.index(below: points.count - i)
        take(points[moved[j] ?? j])
        moved[j] = moved[i] ?? i
        i += 1
      }
    }
    return chosen + passed.prefix(k - chosen.count)
  }

  /// Means drawn uniformly over the data's bounding box.
  public static let randomBox = StartingRule(
    name: "random-box", summary: "means anywhere in the data's bounding box, uniformly",
    source: "a naive rule, for comparison",
    means: { points, k, generator in
      let box = points.bounds
      return (0..<k).map { _ in
        let u = generator.unit()
        let v = generator.unit()
        return Point(
          x: (1 - u) * box.lower.x + u * box.upper.x, y: (1 - v) * box.lower.y + v * box.upper.y)
      }
    })
}
