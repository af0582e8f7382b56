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
      sums[generator.index(below: k)].add(points[n], responsibility: 1)
    }
    return .start(from: sums, over: points)
  }
}
