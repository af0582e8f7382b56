import MixtureEngine
import TerminalCanvas

extension View {
  /// Many runs from the starting rule, grouped into optima.
  static let restarts = View(
    "restarts", "restarts: many runs, grouped", at: .large,
    bindings: [
      Binding(
        [.up, .character("k")], "the better optimum",
        hint: Hint(1) { $0.restarts.selection > 0 ? "optimum" : nil }
      ) { state throws(Notice) in try state.selectOptimum(by: -1) },
      Binding(
        [.down, .character("j")], "the worse optimum",
        hint: Hint(1) { $0.restarts.selection + 1 < $0.restarts.optima.count ? "optimum" : nil }
      ) { state throws(Notice) in try state.selectOptimum(by: 1) },
      Binding(
        [.enter], "open a run that ends there, at its start",
        hint: Hint(2) { $0.restarts.optima.isEmpty ? nil : "open its run" }
      ) { state throws(Notice) in try state.openRestart() },
      Binding(
        [.character("+"), .character("=")], "more runs",
        hint: Hint(3) { $0.restarts.canChange(by: 1) ? "runs" : nil }
      ) { state throws(Notice) in try state.restarts.change(by: 1) },
      Binding(
        [.character("-")], "fewer runs",
        hint: Hint(3) { $0.restarts.canChange(by: -1) ? "runs" : nil }
      ) { state throws(Notice) in try state.restarts.change(by: -1) },
      RestartsState.work.resuming,
    ],
    pictureHints: [
      (.character("x"), Hint(4, "other seeds")),
      (.character("i"), Hint(5, "rule")),
      (.character("1"), Hint(6, "plot")),
      (.character("?"), Hint(7, "help")),
      (.character("q"), Hint(8, "quit")),
    ],
    showsRun: false, status: { $0.restartsStatus },
    work: RestartsState.work,
    clicked: { state, cell throws(Notice) in
      guard let size = state.layout.view?.size,
        let number = state.restartsPane.optimum(at: cell, size: size)
      else { return nil }
      // A second click opens a run that ends there.
      if number == state.restarts.selection { try state.openRestart() }
      state.restarts.select(number)
      return nil
    },
    told: Telling { state, _ in
      let runs = state.restarts.runs
      guard runs.question == state.restartPlan else {
        return Told("The restarts of this start and model have not been run: 5 runs them.")
      }
      return state.restartsPane.told
    }
  ) { $0.restartsPane.frame(size: $1) }
}

/// The view of the restarts.
struct RestartsState: ViewState {
  /// The numbers of runs that can be chosen.
  private static let counts = [10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000]

  /// How many runs, R.
  private(set) var count = 100
  /// The chosen optimum, counted from 0 for the best.
  private(set) var selection = 0
  /// The seed of a run that was opened from here, and the first seed of the runs it was among.
  private var opened: (seed: UInt64, first: UInt64)?
  /// The runs.
  var runs = Background<RestartPlan>()

  /// The number of runs stays.
  var overOtherData: RestartsState {
    var other = RestartsState()
    other.count = count
    return other
  }

  /// The optima found so far.
  var optima: [Optimum] { runs.answer?.optima.all ?? [] }

  /// The first seed of the runs: the present one, unless that came from opening one of them.
  func firstSeed(at seed: UInt64) -> UInt64 {
    if let opened, opened.seed == seed { opened.first } else { seed }
  }

  /// Stays with the same runs while one of them is looked at.
  mutating func keepFirstSeed(whileAt seed: UInt64) {
    if let first = runs.question?.firstSeed { opened = (seed, first) }
  }

  /// Chooses an optimum, as far as there are any.
  mutating func select(_ number: Int) { selection = max(0, min(number, optima.count - 1)) }

  /// More runs, or fewer.
  mutating func change(by step: Int) throws(Notice) {
    let index = (Self.counts.firstIndex(of: count) ?? 0) + step
    guard Self.counts.indices.contains(index) else {
      throw .idle("\(count) runs are as \(step > 0 ? "many" : "few") as there can be.")
    }
    count = Self.counts[index]
  }

  /// Whether there can be more runs, or fewer.
  func canChange(by step: Int) -> Bool {
    Self.counts.indices.contains((Self.counts.firstIndex(of: count) ?? 0) + step)
  }

  /// The runs that the view shows.
  static let work = BackgroundWork(
    \AppState.restarts.runs, question: { $0.restartPlan },
    asked: { $0.restarts.select($0.restarts.runs.answer == nil ? 0 : $0.restarts.selection) })
}

extension RestartPlan: BackgroundQuestion {
  func answer(
    knowing known: Restarts?, only positions: Set<Int>?, progress: (Restarts) -> Void
  ) async -> Restarts {
    await run(keeping: known, only: positions, progress: progress)
  }

  func isComplete(_ answer: Restarts) -> Bool { answer.runs.count >= count }

  /// Runs that were done stay where only their number is another.
  func keeps(_ answer: Restarts, to earlier: RestartPlan) -> Restarts? {
    var plan = earlier
    plan.count = count
    return plan == self ? answer : nil
  }
}

extension AppState {
  /// The view of the restarts.
  var restarts: RestartsState {
    get { views[RestartsState.self] }
    set { views[RestartsState.self] = newValue }
  }

  /// The runs that the view shows.
  var restartPlan: RestartPlan {
    var recipe = session.recipe
    recipe.seed = restarts.firstSeed(at: recipe.seed)
    return RestartPlan(recipe, over: session.data.points, count: restarts.count)
  }

  fileprivate var restartsPane: RestartsPane {
    RestartsPane(
      plan: restartPlan, found: restarts.runs.answer, look: optimaLooks.restarts,
      goesOn: restarts.runs.goesOn, selection: restarts.selection, reference: runAmongRestarts,
      theme: screen.theme)
  }

  /// Where the run on screen ends, if it is one of these.
  private var runAmongRestarts: (any LatentLabelModel)? {
    guard recipe.givenStart == nil, restarts.runs.question == restartPlan else { return nil }
    return restarts.runs.answer?.end(ofSeed: recipe.seed)
  }

  /// Chooses a better optimum, or a worse one.
  fileprivate mutating func selectOptimum(by step: Int) throws(Notice) {
    let before = restarts.selection
    restarts.select(before + step)
    guard restarts.selection == before else { return }
    throw .idle(
      restarts.optima.isEmpty
        ? "No run has come to its end yet." : step < 0 ? "This is the best." : "This is the worst.")
  }

  /// What the view says of its runs, and how to see one.
  fileprivate var restartsStatus: String? {
    let (optima, runs) = (restarts.optima, restarts.runs)
    guard let answer = runs.answer, !optima.isEmpty else {
      return runs.goesOn ? "runs from other seeds; any key stops" : nil
    }
    return
      "\(answer.runs.count) runs, \(optima.count) \(optima.count == 1 ? "optimum" : "optima"): "
      + "Enter opens a run that ends in the chosen one"
  }

  /// Begins a run that ends in the chosen optimum, so that one can step through it.
  fileprivate mutating func openRestart() throws(Notice) {
    guard let found = restarts.runs.answer,
      restarts.optima.indices.contains(restarts.selection)
    else { throw .idle("No run has come to its end yet.") }
    var recipe = session.recipe
    recipe.seed = found.exampleSeed(of: restarts.optima[restarts.selection])
    recipe.givenStart = nil
    restarts.keepFirstSeed(whileAt: recipe.seed)
    try showRun(recipe)
  }
}
