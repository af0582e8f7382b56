/// The end of a shorter fit.
extension StartingRule {
  /// k-means++, then Lloyd's algorithm until nothing moves, then an M-step from the clusters.
  public static let kMeans = StartingRule(
    name: "k-means", summary: "k-means from a k-means++ start, then an M-step from its clusters",
    source: "scikit-learn's default",
    chooseFor: { recipe, points, generator in
      let (clusters, iterations) = lloyd(points, recipe.components, &generator)
      return ChosenStart(
        gaussians: .start(from: clusters.clusters(of: points), over: points),
        iterations: iterations)
    })

  /// k-means in coordinates in which the data's covariance is the unit matrix, then an M-step from the
  /// clusters.
  ///
  /// k-means itself goes by Euclidean distance, and so by the units of the axes; this start moves with
  /// the data under every affine map.
  public static let whitenedKMeans = StartingRule(
    name: "whitened-k-means",
    summary: "k-means after whitening, then an M-step from its clusters",
    source: "k-means by Mahalanobis distance to the data's covariance",
    chooseFor: { recipe, points, generator in
      let axes = GaussianComponent.start(weight: 1, mean: points.mean, over: points)
      let white = PointSet(
        xs: points.points.map { axes.whitened($0).x },
        ys: points.points.map { axes.whitened($0).y },
        weights: points.weights)
      let (clusters, iterations) = lloyd(white, recipe.components, &generator)
      var sums = clusters.centres.map { ComponentStatistics(reference: axes.place($0.x, $0.y)) }
      for n in 0..<points.count {
        sums[clusters.nearest(to: white[n]).label].add(
          points[n], responsibility: points.weight(of: n))
      }
      return ChosenStart(gaussians: .start(from: sums, over: points), iterations: iterations)
    })

  /// Lloyd's algorithm from a k-means++ start until nothing moves, and how many iterations it took.
  private static func lloyd(
    _ points: PointSet, _ k: Int, _ generator: inout SeededGenerator
  ) -> (clusters: KMeans, iterations: Int) {
    let first = KMeans(
      centres: plusPlusMeans(points, k, &generator), standardization: points.standardization)
    var run = Run(of: first, over: points, stopping: StoppingRule(iterationLimit: 300))
    while run.snapshot.status == .running, !Task.isCancelled { run.iterate() }
    return (run.model as? KMeans ?? first, run.snapshot.iteration)
  }

  /// Many short runs of EM from random points; where the best of them ends is the start of the long run.
  ///
  /// The recipe says how many and how long (``RunRecipe/shortRuns``). They are runs of the model that
  /// the start is for, with its structure, its known labels, its floor and its prior. A run that collapses is left
  /// out; where all do, the start is random points.
  public static let smallEM = StartingRule(
    name: "small-em", summary: "the best of several short runs of EM from random points",
    source: "Biernacki, Celeux & Govaert 2003, CSDA 41:561–575", beginsFromMeans: true,
    chooseFor: { recipe, points, generator in
      let k = recipe.components
      var best: (objective: Double, model: any LatentLabelModel)?
      var iterations = 0
      for _ in 0..<recipe.shortRuns.count {
        let start = recipe.gaussians(
          at: distinctPoints(points, k, &generator), over: points)
        guard let end = recipe.shortRun(from: start, over: points, counting: &iterations)
        else { continue }
        if best.map({ end.objective > $0.objective }) ?? true { best = end }
      }
      guard let model = best?.model else {
        let start = recipe.gaussians(
          at: distinctPoints(points, k, &generator), over: points)
        return ChosenStart(gaussians: start, iterations: iterations)
      }
      return ChosenStart(at: model, after: iterations, for: recipe, over: points)
    })
}

extension RunRecipe {
  /// Where a short run leads, or `nil` when a component degenerates on the way.
  ///
  /// - Parameters:
  ///   - start: Where it begins.
  ///   - points: The data.
  ///   - iterations: Counts the iterations that were done.
  fileprivate func shortRun(
    from start: GaussianMixture, over points: PointSet, counting iterations: inout Int
  ) -> (objective: Double, model: any LatentLabelModel)? {
    let safeguard = safeguard(for: points)
    func end<Model: LatentLabelModel>(
      _ first: Model
    ) -> (objective: Double, model: any LatentLabelModel)? {
      var model = first
      var expectation = model.expectation(over: points, observed: observed)
      for _ in 0..<shortRuns.iterations {
        if Task.isCancelled { break }
        guard
          let next = try? model.maximization(
            over: points, from: expectation, safeguard: safeguard)
        else { return nil }
        model = next
        expectation = model.expectation(over: points, observed: observed)
        iterations += 1
      }
      return (expectation.objective + (safeguard.logPrior(of: model) ?? 0), model)
    }
    guard
      let first = try? kind.model(
        from: start.with(structure: structure), over: points, observed: observed)
    else { return nil }
    return end(first)
  }
}

extension GaussianComponent {
  /// A place in coordinates in which the covariance is the unit matrix and the mean the origin.
  fileprivate func whitened(_ point: Point) -> Point {
    let (u, v) = factor.whiten(point.x - mean.x, point.y - mean.y)
    return Point(x: u, y: v)
  }
}
