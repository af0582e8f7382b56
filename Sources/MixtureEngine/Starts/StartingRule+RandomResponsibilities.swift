extension StartingRule {
  /// Every qₖₙ uniform, rows normalised, then an M-step: all components begin near the middle.
  public static let randomResponsibilities = StartingRule(
    name: "random-responsibilities",
    summary: "every point shared out at random among the components, then an M-step",
    source: "scikit-learn's `random`"
  ) { points, k, generator in
    var sums = [ComponentStatistics](
      repeating: ComponentStatistics(reference: points.mean), count: k)
    var row = [Double](repeating: 0, count: k)
    for n in 0..<points.count {
      // 1 − u lies in (0, 1], so the row's sum is positive.
      for j in row.indices { row[j] = 1 - generator.unit() }
      let total = row.reduce(0, +)
      for j in row.indices { sums[j].add(points[n], responsibility: row[j] / total) }
    }
    return .start(from: sums, over: points)
  }
}
