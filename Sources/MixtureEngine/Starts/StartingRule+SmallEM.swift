extension StartingRule {
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
