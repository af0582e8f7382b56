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

  /// Many short runs of EM from random points; where the best of them ends is the start of the long run.
  ///
  /// Ten runs of ten iterations of the model that the start is for, with its structure, its known labels
  /// and its floor. A run that collapses is left out; where all do, the start is random points.
  public static let smallEM = StartingRule(
    name: "small-em", summary: "the best of ten short runs of EM from random points",
    source: "Biernacki, Celeux & Govaert 2003, CSDA 41:561–575",
    chooseFor: { recipe, points, generator in
      let k = recipe.components
      var best: (objective: Double, model: any LatentLabelModel)?
      for _ in 0..<10 {
        let start = GaussianMixture.start(
          means: distinctPoints(points, k, &generator), over: points)
        guard let end = try? recipe.shortRun(from: start, over: points) else { continue }
        if best.map({ end.objective > $0.objective }) ?? true { best = end }
      }
      guard let model = best?.model else {
        return .start(means: distinctPoints(points, k, &generator), over: points)
      }
      return model as? GaussianMixture
        ?? .start(continuing: model, over: points, observed: recipe.observed)
    })
}

extension RunRecipe {
  /// Where ten iterations lead.
  ///
  /// - Throws: ``Collapse`` when a component degenerates on the way.
  fileprivate func shortRun(
    from start: GaussianMixture, over points: PointSet
  ) throws(Collapse) -> (objective: Double, model: any LatentLabelModel) {
    let safeguard = safeguard(for: points)
    func ten<Model: LatentLabelModel>(
      _ first: Model
    ) throws(Collapse) -> (objective: Double, model: any LatentLabelModel) {
      var model = first
      var expectation = model.expectation(over: points, observed: observed)
      for _ in 0..<10 {
        model = try model.maximization(over: points, from: expectation, safeguard: safeguard)
        expectation = model.expectation(over: points, observed: observed)
      }
      return (expectation.objective, model)
    }
    return try ten(
      kind.model(from: start.with(structure: structure), over: points, observed: observed))
  }
}
