extension StartingRule {
  /// K distinct data rows as means.
  public static let randomPoints = StartingRule(
    name: "random-points", summary: "K distinct data points, drawn at random, as means",
    source: "Forgy 1965"
  ) { points, k, generator in
    .start(means: distinctPoints(points, k, &generator), over: points)
  }

  /// K distinct rows: the first K of a Fisher–Yates shuffle, with only the touched places kept.
  static func distinctPoints(
    _ points: PointSet, _ k: Int, _ generator: inout SeededGenerator
  ) -> [Point] {
    var moved: [Int: Int] = [:]
    return (0..<k).map { i in
      let j = i + generator.index(below: points.count - i)
      let chosen = moved[j] ?? j
      moved[j] = moved[i] ?? i
      return points[chosen]
    }
  }
}
