/// The end of a shorter fit.
extension StartingRule {
  /// k-means++, then Lloyd's algorithm until nothing moves, then an M-step from the clusters.
  public static let kMeans = StartingRule(
    name: "k-means", summary: "k-means from a k-means++ start, then an M-step from its clusters",
    source: "scikit-learn's default"
  ) { points, k, generator in
    let first = KMeans(centres: plusPlusMeans(points, k, &generator))
    var run = Run(of: first, over: points, stopping: StoppingRule(iterationLimit: 300))
    run.run()
    let clusters = run.model as? KMeans ?? first
    let expectation = clusters.referenceExpectation(over: points, observed: nil)
    return .start(from: clusters.statistics(over: points, under: expectation), over: points)
  }

  /// Many short runs of EM from random points; the best of them is the start of the long run.
  ///
  /// Ten runs of ten iterations with full covariances. A run that collapses is left out; where
  /// all do, the start is random points.
  public static let smallEM = StartingRule(
    name: "small-em", summary: "the best of ten short runs of EM from random points",
    source: "Biernacki, Celeux & Govaert 2003, CSDA 41:561–575"
  ) { points, k, generator in
    let safeguard = Safeguard(for: points)
    var best: (logLikelihood: Double, model: GaussianMixture)?
    for _ in 0..<10 {
      var model = GaussianMixture.start(
        means: distinctPoints(points, k, &generator), over: points)
      var expectation = model.expectation(over: points, observed: nil)
      do throws(Collapse) {
        for _ in 0..<10 {
          model = try model.maximization(over: points, from: expectation, safeguard: safeguard)
          expectation = model.expectation(over: points, observed: nil)
        }
      } catch { continue }
      if best.map({ expectation.objective > $0.logLikelihood }) ?? true {
        best = (expectation.objective, model)
      }
    }
    return best?.model ?? .start(means: distinctPoints(points, k, &generator), over: points)
  }
}
