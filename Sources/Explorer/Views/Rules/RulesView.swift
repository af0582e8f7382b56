import MixtureEngine
import TerminalCanvas

extension View {
  /// The same runs from every starting rule.
  static let rules = View(
    "rules", "rules: which start leads where", at: .large,
    bindings: RulesState.choice.bindings + [
      Binding(
        [.character("+"), .character("=")], "more runs",
        hint: Hint(3) { $0.restarts.canChange(by: 1) ? "runs" : nil }
      ) { state throws(Notice) in try state.restarts.change(by: 1) },
      Binding(
        [.character("-")], "fewer runs",
        hint: Hint(3) { $0.restarts.canChange(by: -1) ? "runs" : nil }
      ) { state throws(Notice) in try state.restarts.change(by: -1) },
      RulesState.work.resuming,
    ],
    pictureHints: [
      (.character("x"), Hint(4, "other seeds")),
      (.character("1"), Hint(6, "plot")),
      (.character("?"), Hint(7, "help")),
      (.character("q"), Hint(8, "quit")),
    ],
    showsRun: false, status: { $0.rulesStatus },
    work: RulesState.work, clicked: RulesState.choice.clicked,
    told: Telling { state, _ in
      guard state.rules.comparison.question == state.rulesPlan else {
        return Told("The rules have not been compared for this model: V opens the view that does.")
      }
      return state.rulesPane.told
    }
  ) { $0.rulesPane.frame(size: $1) }
}

/// The view of the rules.
struct RulesState: ViewState {
  /// The chosen rule, counted from 0.
  var selection = 0
  /// The seeds of the runs.
  var seeds = KeptSeeds()
  /// The runs of all rules.
  var comparison = Background<RulesPlan>()

  /// The runs that the view shows.
  static let work = BackgroundWork(
    \AppState.rules.comparison, question: { $0.rulesPlan }, learned: { $0.nameOptima() })

  /// Choosing a rule.
  static let choice = RowChoice(
    selection: \AppState.rules.selection,
    words: RowChoice.Words(
      up: "the rule above", down: "the rule below",
      open: "open the best run of the rule, at its start", hint: "which rule",
      first: "This is the first rule.", last: "This is the last rule."),
    count: { $0.rules.comparison.answer?.rows.count ?? 0 },
    absence: { _ in "No run has come to its end yet." },
    row: { $0.rulesPane.rule(at: $1, size: $2) },
    open: { state throws(Notice) in try state.openRule() })
}

extension RulesPlan: BackgroundQuestion {
  func answer(
    knowing known: RuleComparison?, only positions: Set<Int>?,
    progress: (RuleComparison) -> Void
  ) async -> RuleComparison {
    await run(keeping: known, only: positions, progress: progress)
  }

  func isComplete(_ answer: RuleComparison) -> Bool { answer.runCount >= runCount }

  /// Runs that were done stay where only their number is another.
  func keeps(_ answer: RuleComparison, to earlier: RulesPlan) -> RuleComparison? {
    with(count: earlier.count) == earlier ? answer : nil
  }
}

extension AppState {
  /// The view of the rules.
  var rules: RulesState {
    get { views[RulesState.self] }
    set { views[RulesState.self] = newValue }
  }

  /// The runs that the view shows, as many from each rule as there are restarts.
  fileprivate var rulesPlan: RulesPlan {
    var recipe = session.recipe
    recipe.seed = rules.seeds.first(at: recipe.seed)
    return RulesPlan(RestartPlan(recipe, over: session.data.points, count: restarts.count))
  }

  fileprivate var rulesPane: RulesPane {
    RulesPane(
      plan: rulesPlan, found: rules.comparison.answer, look: rulesLook,
      goesOn: rules.comparison.goesOn, selection: rules.selection, theme: screen.theme)
  }

  /// What the view says of its runs, and how to see one.
  fileprivate var rulesStatus: String? {
    rules.comparison.goesOn
      ? "runs from each rule; any key stops"
      : "Enter opens the best run of the chosen rule, at its start"
  }

  /// Begins the best run of the chosen rule, so that one can step through it.
  fileprivate mutating func openRule() throws(Notice) {
    guard let plan = rules.comparison.question,
      let row = rules.comparison.answer?.rows[rules.selection]
    else { return }
    guard let seed = row.exampleSeed else {
      throw .idle("No run of \(row.rule.name) has come to its end yet.")
    }
    var recipe = plan.plan(of: row.rule).recipe
    recipe.seed = seed
    try showRun(recipe)
    rules.seeds.keep(plan.firstSeed, whileAt: seed)
  }
}
