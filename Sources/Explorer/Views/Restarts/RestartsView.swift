import MixtureEngine
import TerminalCanvas

extension View {
  /// Many runs from the starting rule, grouped into optima.
  static let restarts = View(
    "restarts", "restarts: many runs, grouped", at: .large,
    bindings: RestartsState.choice.bindings + [
      Binding(
        [.tab], "the curves of L, or the histogram",
        hint: Hint(9) {
          $0.showsCurvesAlways || $0.allRestartsCollapsed
            ? nil : $0.restarts.showsCurves ? "histogram" : "curves"
        }
      ) { state throws(Notice) in
        guard !state.allRestartsCollapsed else {
          throw .idle("Every run collapses: there are neither curves nor a histogram.")
        }
        guard !state.showsCurvesAlways else {
          throw .idle("On a screen of this size the curves stand beside the histogram.")
        }
        state.restarts.showsCurves.toggle()
      },
      Binding(
        [.character("+"), .character("=")], "more runs",
        hint: Hint(3) { $0.canChangeRestarts(by: 1) ? "runs" : nil }
      ) { state throws(Notice) in try state.changeRestarts(by: 1) },
      Binding(
        [.character("-")], "fewer runs",
        hint: Hint(3) { $0.canChangeRestarts(by: -1) ? "runs" : nil }
      ) { state throws(Notice) in try state.changeRestarts(by: -1) },
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
    work: RestartsState.work, clicked: RestartsState.choice.clicked,
    told: Telling { state, _ in
      guard state.restarts.runs.question?.plan == state.restartPlan else {
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
  /// The chosen row: an optimum, counted from 0 for the best, or behind them the runs that collapsed.
  var selection = 0
  /// Whether the curves are shown in the place of the histogram.
  var showsCurves = false
  /// The seeds of the runs.
  var seeds = KeptSeeds()
  /// The runs.
  var runs = Background<ShownRuns>()

  /// The number of runs stays, and how they are shown.
  var overOtherData: RestartsState {
    var other = RestartsState()
    (other.count, other.showsCurves) = (count, showsCurves)
    return other
  }

  /// The runs that are done.
  var found: Restarts? { runs.answer?.restarts }

  /// The optima found so far.
  var optima: [Optimum] { found?.optima.all ?? [] }

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
    \AppState.restarts.runs, question: { $0.shownRuns },
    asked: { if $0.restarts.runs.answer == nil { $0.restarts.selection = 0 } },
    learned: {
      $0.nameOptima()
      choice.settle(&$0)
    })

  /// Choosing an optimum, or the runs that collapsed.
  static let choice = RowChoice(
    selection: \AppState.restarts.selection,
    words: RowChoice.Words(
      up: "the better optimum", down: "the worse optimum, then what collapsed",
      open: "open a run that ends there, at its start", hint: "optimum",
      first: "This is the best.", last: "This is the worst."),
    count: { $0.restarts.found.map { OptimaTable.count(of: $0) } ?? 0 },
    absence: { _ in "No run has come to its end yet." },
    row: { $0.restartsPane.row(at: $1, size: $2) },
    open: { state throws(Notice) in try state.openRestart() })
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
    recipe.seed = restarts.seeds.first(at: recipe.seed)
    return RestartPlan(recipe, over: session.data.points, count: restarts.count)
  }

  /// The runs that the view shows, with their ways where it shows the curves or has shown them.
  fileprivate var shownRuns: ShownRuns {
    let plan = restartPlan
    if let known = restarts.runs.question, known.showsCurves, known.plan == plan { return known }
    return ShownRuns(plan: plan, showsCurves: restarts.showsCurves || showsCurvesAlways)
  }

  /// Whether the screen has room for the curves beside the histogram.
  fileprivate var showsCurvesAlways: Bool {
    view == .restarts && layout.view.map { RestartsPane.hasRoomForBoth($0.size) } ?? false
  }

  /// Whether no run has led to an optimum, so that neither curves nor a histogram can be drawn.
  fileprivate var allRestartsCollapsed: Bool {
    restarts.found.map { !$0.runs.isEmpty && $0.optima.all.isEmpty } ?? false
  }

  fileprivate var restartsPane: RestartsPane {
    RestartsPane(
      plan: restartPlan, found: restarts.found, traces: restarts.runs.answer?.traces,
      showsCurves: restarts.showsCurves || showsCurvesAlways, look: restartsLook,
      goesOn: restarts.runs.goesOn, selection: restarts.selection, reference: runAmongRestarts,
      theme: screen.theme)
  }

  /// Whether there can be more runs, or fewer.
  fileprivate func canChangeRestarts(by step: Int) -> Bool {
    restartPlan.isDrawn && restarts.canChange(by: step)
  }

  fileprivate mutating func changeRestarts(by step: Int) throws(Notice) {
    guard restartPlan.isDrawn else {
      throw .idle("\(recipe.rule.name) draws nothing, so there is one run; i: another rule.")
    }
    try restarts.change(by: step)
  }

  /// Where the run on screen ends, if it is one of these.
  private var runAmongRestarts: (any LatentLabelModel)? {
    guard recipe.givenStart == nil, restarts.runs.question?.plan == restartPlan else { return nil }
    return restarts.found?.end(ofSeed: recipe.seed)
  }

  /// What the view says of its runs, and how to see one.
  fileprivate var restartsStatus: String? {
    guard let found = restarts.found, OptimaTable.count(of: found) > 0 else {
      return restarts.runs.goesOn ? "runs from other seeds; any key stops" : nil
    }
    let count = found.optima.all.count
    let other =
      showsCurvesAlways || allRestartsCollapsed
      ? "" : restarts.showsCurves ? ", Tab: histogram" : ", Tab: curves"
    return "\(found.runs.count) run\(found.runs.count == 1 ? "" : "s"), "
      + "\(count) \(count == 1 ? "optimum" : "optima"): Enter opens a run of the chosen row" + other
  }

  /// Begins a run that ends in the chosen optimum, or one that collapses, so that one can step through
  /// it.
  fileprivate mutating func openRestart() throws(Notice) {
    guard let found = restarts.found, let plan = restarts.runs.question?.plan else { return }
    let optima = found.optima.all
    let seed =
      optima.indices.contains(restarts.selection)
      ? found.exampleSeed(of: optima[restarts.selection]) : found.exampleSeedOfCollapse
    guard let seed else { return }
    var recipe = plan.recipe
    recipe.seed = seed
    try showRun(recipe)
    restarts.seeds.keep(plan.firstSeed, whileAt: seed)
  }
}
