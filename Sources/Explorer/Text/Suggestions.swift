import MixtureEngine
import TerminalCanvas

extension AppState {
  /// Keys that are worth pressing once the run is over, the best first, with what they do here;
  /// none while it goes on.
  var suggestions: [(key: Key, words: String)] {
    guard session.isOver, hand == nil, overlay == nil else { return [] }
    func key(_ letter: Character) -> Key { .character(letter) }
    if session.isRacing {
      return [(key("g"), "both to the start"), (key("O"), "another rival"), (key("1"), "the plot")]
    }
    if case .collapsed = run.snapshot.status {
      return [(.space, "what can be done"), (key("x"), "another start")]
    }
    var tries: [(Key, String)] = []
    let wayOut = view == .wayOut ? [] : wayOutWords.map { [(key("9"), $0)] } ?? []
    let better = betterOptimum
    if let better {
      tries.append((key("5"), "\(better.fixed(2)) is known from another start"))
      tries += wayOut
    }
    if run.model.criterion == .distortion {
      tries.append((key("m"), "on with \(session.lastSoftKind.title)"))
    }
    if data.points.wouldChangeByScores(recipe) { tries.append((key("S"), "by z-scores")) }
    if run.snapshot.status == .iterationLimit { tries.append((.space, "on all the same")) }
    // From one component every start leads to the same optimum.
    if recipe.components > 1 {
      tries.append(
        recipe.givenStart != nil || recipe.rule.isRandom(over: data.points)
          ? (key("x"), "another start") : (key("i"), "another rule"))
      if better == nil { tries += wayOut }
      if knownRestarts == nil, view != .restarts, recipe.rule.isRandom(over: data.points) {
        tries.append((key("5"), "\(restarts.count) restarts"))
      }
    }
    if data.labels != nil, plot.labelling == .inferred, !plots.isEmpty {
      tries.append((key("y"), "the known labels"))
    }
    if recipe.components < min(data.points.count, Stage.mostComponents) {
      tries.append((key("+"), "K=\(recipe.components + 1)"))
    }
    if run.model.criterion == .logLikelihood { tries.append((key("m"), "k-means")) }
    return tries.filter { key, _ in view.keys[key] == nil }
  }

  /// The best objective of the restarts of this very recipe, where it is better than the run's.
  private var betterOptimum: Double? {
    guard view != .restarts, let best = knownRestarts?.optima.all.first?.objective else {
      return nil
    }
    let present = run.snapshot.objective
    guard best > present + 1e-6 * (1 + abs(present)) else { return nil }
    return run.model.criterion == .distortion ? -best : best
  }
}

extension AppState {
  /// The restarts of the present recipe, from whichever seeds, once there are some.
  private var knownRestarts: Restarts? {
    guard let question = restarts.runs.question?.plan else { return nil }
    var plan = restartPlan
    (plan.recipe.seed, plan.count) = (question.recipe.seed, question.count)
    return plan == question ? restarts.found : nil
  }
}

extension PointSet {
  /// Whether a run goes by distances of which one axis has hardly a part: its standard deviation is a
  /// third of the other's, or less.
  fileprivate func wouldChangeByScores(_ recipe: RunRecipe) -> Bool {
    guard recipe.kind == .kMeans, !recipe.goesByScores else { return false }
    let (x, y) = (covariance.xx.squareRoot(), covariance.yy.squareRoot())
    return min(x, y) > 0 && max(x, y) >= 3 * min(x, y)
  }
}
