import MixtureEngine
import TerminalCanvas

extension AppState {
  /// Obeys an action of the restarts.
  ///
  /// - Returns: The work that is to go on, if any.
  mutating func apply(_ action: RestartsAction) -> Effect? {
    switch action {
    case .previous: restarts.select(restarts.selection - 1)
    case .next: restarts.select(restarts.selection + 1)
    case .select(let number): restarts.select(number)
    case .more: restarts.change(by: 1)
    case .fewer: restarts.change(by: -1)
    case .open: openRestart()
    case .resume: return resumeRestarts()
    case .found(let found, let plan):
      restarts.pursuit.learn(found, of: plan, isComplete: found.runs.count >= plan.count)
    }
    return nil
  }

  /// The runs that the view shows.
  var restartPlan: RestartPlan {
    var recipe = recipe
    recipe.seed = restarts.firstSeed(at: recipe.seed)
    return RestartPlan(recipe, over: data.points, count: restarts.count)
  }

  /// Asks for the runs that are to be shown, unless that was done; known runs are kept.
  mutating func pursueRestarts() -> Effect? {
    let plan = restartPlan
    guard plan != restarts.pursuit.question else { return nil }
    let known = restarts.pursuit.question?.differsInCountAlone(from: plan) ?? false
    restarts.pursuit.ask(plan, knowing: known ? restarts.pursuit.answer : nil)
    restarts.select(known ? restarts.selection : 0)
    return .start(work(on: plan, knowing: restarts.pursuit.answer))
  }

  private mutating func resumeRestarts() -> Effect? {
    guard let plan = restarts.pursuit.question, restarts.pursuit.resume() else { return nil }
    return .start(work(on: plan, knowing: restarts.pursuit.answer))
  }

  /// - Parameter positions: Which of the runs to do, `nil` for all.
  func work(
    on plan: RestartPlan, knowing known: Restarts?, only positions: Set<Int>? = nil
  ) -> Work {
    Work { report in
      let all = await plan.run(keeping: known, only: positions) {
        report(.restarts(.found($0, for: plan)))
      }
      report(.restarts(.found(all, for: plan)))
    }
  }

  /// Chooses the optimum that was clicked; a second click opens a run that ends there.
  mutating func clickRestarts(at cell: Position) -> Effect? {
    guard let size = layout.view?.size,
      let number = restartsPane.optimum(at: cell, size: size)
    else { return nil }
    return apply(.restarts(number == restarts.selection ? .open : .select(number)))
  }

  /// Begins a run that ends in the chosen optimum, so that one can step through it.
  private mutating func openRestart() {
    guard let found = restarts.pursuit.answer,
      restarts.optima.indices.contains(restarts.selection)
    else { return }
    var recipe = recipe
    recipe.seed = found.exampleSeed(of: restarts.optima[restarts.selection])
    recipe.givenStart = nil
    restarts.keepFirstSeed(whileAt: recipe.seed)
    showRun(recipe)
  }

  /// Shows a run at its start, in the plot.
  mutating func showRun(_ recipe: RunRecipe) {
    begin(recipe)
    if !Layout.isWide(pictureSize) { view = .plot }
  }
}

extension RestartPlan {
  /// Whether another plan asks for more or fewer of the same runs.
  fileprivate func differsInCountAlone(from other: RestartPlan) -> Bool {
    var plan = self
    plan.count = other.count
    return plan == other
  }
}
