/// The end of classification EM.
extension StartingRule {
  /// Classification EM from random points: each E-step is followed by a C-step that gives every point
  /// wholly to its most probable component, and then comes the M-step; until no label changes.
  ///
  /// It climbs the log-likelihood of the points and their labels, with the model that the start is for,
  /// its structure, known labels and floor, and is the quicker and the more easily stuck. Where a cluster
  /// has too few points for a covariance the start is the θ before that.
  public static let classification = StartingRule(
    name: "cem", summary: "classification EM from random points: hard E, full M",
    source: "Celeux & Govaert 1992, CSDA 14:315–332", beginsFromMeans: true,
    chooseFor: { recipe, points, generator in
      let start = recipe.gaussians(
        at: distinctPoints(points, recipe.components, &generator), over: points)
      return recipe.classified(from: start, over: points)
    })
}

extension RunRecipe {
  /// The most iterations of classification EM, as many as Lloyd's algorithm has.
  private static let classificationLimit = 300

  /// Where classification EM comes to rest.
  fileprivate func classified(from start: GaussianMixture, over points: PointSet) -> ChosenStart {
    let safeguard = safeguard(for: points)
    func end<Model: LatentLabelModel>(_ first: Model) -> ChosenStart {
      var model = first
      var labels: [UInt8] = []
      var iterations = 0
      while iterations < Self.classificationLimit, !Task.isCancelled {
        let next = model.expectation(over: points, observed: observed).labels
        if next == labels { break }
        labels = next
        let hard = Responsibilities(labels: labels, componentCount: model.componentCount)
        guard
          let moved = try? model.maximization(
            over: points, responsibilities: hard, safeguard: safeguard)
        else { break }
        model = moved
        iterations += 1
      }
      return ChosenStart(at: model, after: iterations, for: self, over: points)
    }
    guard
      let first = try? kind.model(
        from: start.with(structure: structure), over: points, observed: observed)
    else { return ChosenStart(gaussians: start) }
    return end(first)
  }
}
