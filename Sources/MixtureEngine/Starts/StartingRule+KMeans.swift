extension StartingRule {
  /// k-means++, then Lloyd's algorithm until nothing moves, then an M-step from the clusters.
  public static let kMeans = StartingRule(
    name: "k-means", summary: "k-means from a k-means++ start, then an M-step from its clusters",
    source: "scikit-learn's default"
  ) { points, k, generator in
    var run = Run(
      of: KMeans(centres: plusPlusMeans(points, k, &generator)), over: points,
      rule: StoppingRule(iterationLimit: 300))
    run.run()
    return .start(from: run.evaluation.statistics, over: points)
  }
}
