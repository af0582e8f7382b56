extension StartingRule {
  /// K distinct data rows as means.
  public static let randomPoints = StartingRule(
    name: "random-points", summary: "K distinct data points, drawn at random, as means",
    source: "Forgy 1965"
  ) { points, k, generator in
    // The first K of a Fisher–Yates shuffle, with only the touched places kept.
    var moved: [Int: Int] = [:]
    let means = (0..<k).map { i in
      let j = i + generator.index(below: points.count - i)
      let chosen = moved[j] ?? j
      moved[j] = moved[i] ?? i
      return points[chosen]
    }
    return .start(means: means, over: points)
  }
}
