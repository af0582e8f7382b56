/// Points shared out at random, and one M-step from there.
extension StartingRule {
  /// Every point to one component drawn at random, then an M-step.
  public static let randomPartition = StartingRule(
    name: "random-partition",
    summary: "every point given to one component at random, then an M-step",
    source: "Peña, Lozano & Larrañaga 1999, Pattern Recogn. Lett. 20:1027–1040"
  ) { points, k, generator in
    var sums = [ComponentStatistics](
      repeating: ComponentStatistics(reference: points.mean), count: k)
    for n in 0..<points.count {
      sums[generator.index(below: k)].add(points[n], responsibility: points.weight(of: n))
    }
    return .start(from: sums, over: points)
  }

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
      let w = points.weight(of: n)
      for j in row.indices { sums[j].add(points[n], responsibility: w * (row[j] / total)) }
    }
    return .start(from: sums, over: points)
  }
}
