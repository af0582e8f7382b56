extension StartingRule {
  /// k-means++, then Lloyd's algorithm until nothing moves, then an M-step from the clusters.
  public static let kMeans = StartingRule(
    name: "k-means", summary: "k-means from a k-means++ start, then an M-step from its clusters",
    source: "scikit-learn's default"
  ) { points, k, generator in
    let first = KMeans(centres: plusPlusMeans(points, k, &generator))
    var run = Run(of: first, over: points, rule: StoppingRule(iterationLimit: 300))
    run.run()
    let clusters = run.model as? KMeans ?? first
    return .start(
      from: clusters.referenceExpectation(over: points, observed: nil).statistics, over: points)
  }
}
