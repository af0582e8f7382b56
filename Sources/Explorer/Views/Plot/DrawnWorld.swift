import MixtureEngine

/// Labels that were drawn from the model once, where none are known: complete data as the model has them.
struct DrawnLabels: Sendable {
  /// Of which data.
  var data: Identity
  /// The component of each point, counted from 0.
  var labels: [Int]
  /// The iteration at whose θ they were drawn.
  var iteration: Int
  /// The model that they were drawn from, in words.
  var model: String
}

/// A data set drawn from θ, kept so that one picture draws it once.
struct DrawnWorld: Sendable {
  /// Of which stage, and of which of its states, θ is.
  var stage: Identity
  var cursor: Int
  /// Which of the draws it is.
  var number: Int
  var data: DrawnData
  /// The component most responsible for each point.
  var owners: [UInt8]
}

extension AppState {
  /// Shows a data set drawn from θ as it stands in the place of the data, another one each time, or the
  /// data again; where the view is about the data, in the plot.
  mutating func toggleWorld() throws(Notice) {
    if plot.world != nil {
      putDrawnDataAway()
      notice = .news("\(data.name) again, as it is")
      return
    }
    guard run.model.criterion == .logLikelihood else {
      throw .refusal("k-means has no density to draw points from: m goes back to a model that has.")
    }
    plot.worldsDrawn += 1
    plot.world = plot.worldsDrawn
    keepWorld()
    guard world(of: session.course.last) != nil else {
      putDrawnDataAway()
      plot.worldsDrawn -= 1
      throw .refusal("No points can be drawn from this model.")
    }
    if !view.showsDrawnData { try show(.plot) }
    let what =
      run.model.densityVariables == .secondGivenFirst
      ? "y drawn from the model at every x of ours"
      : "\(data.points.count) points drawn from the model as it stands"
    notice = .news("\(what): like ours? s shows ours")
  }

  /// Shows the data again in the place of what was drawn.
  mutating func putDrawnDataAway() {
    (plot.world, plot.keptWorld) = (nil, nil)
  }

  /// The data set drawn from the present θ of a stage, if one is shown and can be drawn.
  func world(of stage: Stage) -> DrawnWorld? {
    guard let number = plot.world else { return nil }
    if let kept = plot.keptWorld, kept.stage == stage.identity, kept.cursor == stage.run.cursor,
      kept.number == number
    {
      return kept
    }
    // Equal draws along a run, so that only θ makes the difference from step to step.
    var generator = SeededGenerator(seed: stage.recipe.seed &* 1_000_003 &+ UInt64(number))
    let model = stage.run.model
    guard let data = model.drawn(like: stage.run.points, using: &generator) else { return nil }
    return DrawnWorld(
      stage: stage.identity, cursor: stage.run.cursor, number: number, data: data,
      owners: model.expectation(over: data.points, observed: nil).labels)
  }

  /// Draws once what a picture then shows several times.
  mutating func keepWorld() {
    guard plot.world != nil || plot.keptWorld != nil else { return }
    plot.keptWorld = world(of: session.course.last)
  }

  /// Draws a label for each point from the posterior at the present θ.
  ///
  /// - Returns: Whether the model leaves anything to chance.
  mutating func drawLabels() -> Bool {
    var generator = SeededGenerator(seed: recipe.seed &* 1_000_033 &+ 1)
    let drawn = run.model.drawnLabels(of: run.points, observed: run.observed, using: &generator)
    guard let drawn else { return false }
    plot.drawnLabels = DrawnLabels(
      data: session.dataIdentity, labels: drawn, iteration: run.snapshot.iteration,
      model: "\(recipe.kind.title), K = \(recipe.components)")
    return true
  }

  /// The labels that were drawn, where they are shown.
  var shownDrawnLabels: DrawnLabels? {
    guard plot.labelling == .complete, data.labels == nil, let drawn = plot.drawnLabels,
      drawn.data == session.dataIdentity
    else { return nil }
    return drawn
  }
}

extension PlotPane {
  /// Shows a data set drawn from θ on the axes of the data.
  mutating func show(_ world: DrawnWorld, _ labelling: Labelling) {
    framing = points
    points = world.data.points
    (heldOut, told, chosen, trails) = (nil, nil, nil, [])
    let model = model
    let drawn = world.data
    switch labelling {
    case .inferred:
      labels = world.owners
      responsibilities = { model.responsibilities(for: drawn.points[$0]) }
    case .complete:
      labels = drawn.labels.map { UInt8(truncatingIfNeeded: $0) }
      responsibilities = { _ in nil }
    case .incomplete:
      labels = nil
      responsibilities = { _ in nil }
    }
  }
}
