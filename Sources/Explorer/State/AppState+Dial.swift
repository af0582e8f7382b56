import MixtureEngine

/// A turn of the dial toward k-means or away from it.
public enum DialAction: Hashable, Sendable {
  /// A smaller σ²: responsibilities harden.
  case harder
  /// A larger σ²: responsibilities soften, until all means merge.
  case softer
}

extension AppState {
  /// Turns σ², in place: the run goes on from the same means, after the E-step that shows what
  /// the new σ² makes of the responsibilities.
  ///
  /// From another model, the first turn enters the dial where it begins.
  mutating func apply(_ action: DialAction) {
    pace = .paused
    let present = Dial.variance(of: run.model)
    let variance = present.map { turned($0, action) } ?? Dial.startingVariance(for: data.points)
    guard variance != present else {
      message = action == .harder ? "σ² can't be turned farther down." : "σ² can't be turned up."
      return
    }
    var recipe = recipe
    recipe.kind = .dial
    recipe.structure = .fixedSpherical(variance: variance)
    let model = Dial.mixture(withMeansOf: run.model, variance: variance, over: data.points)
    recipe.components = model.componentCount
    var run = recipe.run(of: model, data.points)
    run.halfStep()
    if isFreshlyTurned { stages.removeLast() }
    stages.append(Stage(recipe: recipe, run: run))
  }

  private func turned(_ variance: Double, _ action: DialAction) -> Double {
    let range = Dial.range(for: data.points)
    let wanted = action == .harder ? variance / Dial.notch : variance * Dial.notch
    return min(max(wanted, range.lowerBound), range.upperBound)
  }

  /// Whether nothing has happened since the dial was last turned, so that the turn can be replaced.
  private var isFreshlyTurned: Bool {
    stages.count > 1 && stage.start == nil && stage.recipe.kind.id == ModelKind.dial.id
      && run.history.count == 2
  }

  /// What the gauge of the dial shows, while the dial is the model.
  var dialGauge: DialGauge? {
    guard let variance = Dial.variance(of: run.model) else { return nil }
    return DialGauge(
      variance: variance, share: Dial.share(of: variance, for: data.points),
      mergingVariance: Dial.mergingVariance(of: data.points),
      mergingShare: Dial.share(of: Dial.mergingVariance(of: data.points), for: data.points),
      undecided: undecided, count: data.points.count, theme: theme)
  }

  /// How many points no component claims for nine parts in ten; of many points, an estimate.
  private var undecided: Int {
    let points = data.points
    let model = run.snapshot.posteriorModel ?? run.model
    let step = (points.count + Self.mostCounted - 1) / Self.mostCounted
    let sample = Swift.stride(from: 0, to: points.count, by: max(1, step)).map { points[$0] }
    return Uncertainty(of: model, over: PointSet(sample)).undecidedCount() * max(1, step)
  }

  /// From this many points on, a sample is counted.
  private static let mostCounted = 20_000
}
