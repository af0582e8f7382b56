extension StartingRule {
  /// The first mean a random row, each next one the row farthest from those chosen.
  public static let farthestFirst = StartingRule(
    name: "farthest-first", summary: "each next mean the data point farthest from those chosen",
    source: "Gonzalez 1985, Theoret. Comput. Sci. 38:293–306"
  ) { points, k, generator in
    var means = [points[generator.index(below: points.count)]]
    var squared = [Double](repeating: .infinity, count: points.count)
    while means.count < k {
      let last = means[means.count - 1]
      var farthest = 0
      for n in squared.indices {
        squared[n] = min(squared[n], points[n].squaredDistance(to: last))
        if squared[n] > squared[farthest] { farthest = n }
      }
      means.append(points[farthest])
    }
    return .start(means: means, over: points)
  }
}
