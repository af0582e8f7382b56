import MixtureEngine
import TerminalCanvas

extension View {
  /// The best fits of several K, and what they are worth.
  static let choiceOfK = View(
    "choice-of-k", "K: how many components?", at: .large,
    bindings: ChoiceState.choice.bindings + [
      Binding(
        [.character("+"), .character("=")], "up to a larger K",
        hint: Hint(4) { $0.canExtendChoice(by: 1) ? "K up to" : nil }
      ) { state throws(Notice) in try state.extendChoice(by: 1) },
      Binding(
        [.character("-")], "up to a smaller K",
        hint: Hint(4) { $0.canExtendChoice(by: -1) ? "K up to" : nil }
      ) { state throws(Notice) in try state.extendChoice(by: -1) },
      ChoiceState.work.resuming,
    ],
    pictureHints: [
      (.character("%"), Hint(3) { $0.data.heldOut == nil ? "hold out" : "hold out none" })
    ] + hintsAwayFromTheRun,
    showsRun: false, status: { $0.choiceStatus },
    work: ChoiceState.work, clicked: ChoiceState.choice.clicked,
    told: Telling(otherNames: ["choice"]) { state, _ in
      guard state.choice.fits.question == state.choicePlan else {
        return Told("The choice of K has not been worked out for this start and model.")
      }
      return state.choicePane.told
    }
  ) { $0.choicePane.frame(size: $1) }
}

/// The view of the choice of K.
struct ChoiceState: ViewState {
  /// The largest K that is tried, where the points allow it.
  var most = 8
  /// The chosen K, or `nil` for that of the run on screen.
  var selection: Int?
  /// The seeds of the runs.
  var seeds = KeptSeeds()
  /// The fits.
  var fits = Background<ChoicePlan>()

  /// How far K goes stays.
  var overOtherData: ChoiceState {
    var other = ChoiceState()
    other.most = most
    return other
  }

  /// The fits that the view shows.
  static let work = BackgroundWork(\AppState.choice.fits, question: { $0.choicePlan })

  /// Choosing a K.
  static let choice = RowChoice(
    selection: \AppState.rowOfChosenK,
    words: RowChoice.Words(
      up: "a smaller K", down: "a larger K", open: "open the best fit of this K, at its start",
      hint: "which K", first: "This is the smallest K here.",
      last: "This is the largest K here: + asks for a larger one."),
    count: { $0.choiceRows.count },
    absence: { _ in "No run has come to its end yet." },
    row: { $0.choicePane.row(at: $1, size: $2) },
    open: { state throws(Notice) in try state.openChoice() })
}

extension ChoicePlan: BackgroundQuestion {
  func answer(
    knowing known: ChoiceOfK?, only positions: Set<Int>?, progress: (ChoiceOfK) -> Void
  ) async -> ChoiceOfK {
    await run(keeping: known, only: positions, progress: progress)
  }

  /// What is known of each K stays where only their range is another.
  func keeps(_ answer: ChoiceOfK, to earlier: ChoicePlan) -> ChoiceOfK? {
    var plan = earlier
    plan.range = range
    return plan == self ? answer : nil
  }
}

extension AppState {
  /// The view of the choice of K.
  var choice: ChoiceState {
    get { views[ChoiceState.self] }
    set { views[ChoiceState.self] = newValue }
  }

  /// The least K that has a component for every label that EM is told.
  private var leastK: Int {
    guard let labels = recipe.observed?.labels else { return 1 }
    return Int(labels.lazy.compactMap(\.self).max() ?? 0) + 1
  }

  /// The largest K that these points can have.
  private var mostK: Int { min(session.data.points.count, Stage.mostComponents) }

  /// The fits that the view shows: a few starts for every K first, then more.
  var choicePlan: ChoicePlan {
    var recipe = session.recipe
    recipe.seed = choice.seeds.first(at: recipe.seed)
    var runs = RestartPlan(recipe, over: session.data.points, count: 0)
    let least = min(leastK, mostK)
    // The K of the run on screen is none of the question.
    runs.recipe.components = least
    return ChoicePlan(
      runs, among: least...max(least, min(choice.most, mostK)),
      rounds: runs.isDrawn ? [5, 20, 60] : [1],
      validation: session.data.heldOut.map { .heldOut($0.points) } ?? .none)
  }

  fileprivate var choicePane: ChoicePane {
    let plan = choicePlan
    return ChoicePane(
      plan: plan, found: choice.fits.question == plan ? choice.fits.answer : nil,
      goesOn: choice.fits.goesOn, selection: rowOfChosenK, theme: screen.theme)
  }

  /// The K that have a row.
  fileprivate var choiceRows: [ChoiceOfK.Row] {
    guard let question = choice.fits.question, let answer = choice.fits.answer else { return [] }
    return answer.rows.filter { question.range.contains($0.components) }
  }

  /// The number of the row of the chosen K, counted from 0; of the nearest below it where it has none.
  fileprivate var rowOfChosenK: Int {
    get {
      let k = choice.selection ?? recipe.components
      return choiceRows.lastIndex { $0.components <= k } ?? 0
    }
    set {
      let rows = choiceRows
      if rows.indices.contains(newValue) { choice.selection = rows[newValue].components }
    }
  }

  /// Whether the range can reach a larger K, or a smaller one.
  fileprivate func canExtendChoice(by step: Int) -> Bool {
    let range = choicePlan.range
    return (range.lowerBound...mostK).contains(range.upperBound + step)
  }

  fileprivate mutating func extendChoice(by step: Int) throws(Notice) {
    let last = choicePlan.range.upperBound
    guard canExtendChoice(by: step) else {
      throw .idle("\(last) is as \(step > 0 ? "large" : "small") as the last K can be.")
    }
    choice.most = last + step
  }

  /// Begins the run that led to the best fit of the chosen K, so that one can step through it.
  fileprivate mutating func openChoice() throws(Notice) {
    guard let question = choice.fits.question else { return }
    let row = choiceRows[rowOfChosenK]
    guard let seed = row.seed else {
      throw .refusal("Every run of K = \(row.components) has collapsed: choose another K.")
    }
    var recipe = question.runs.of(row.components).recipe
    recipe.seed = seed
    try showRun(recipe)
    choice.seeds.keep(question.runs.firstSeed, whileAt: seed)
  }

  /// What the view says of its fits, and how to see one.
  fileprivate var choiceStatus: String? {
    if choice.fits.goesOn { return "the best of many starts for each K; any key stops" }
    return choiceRows.isEmpty ? nil : "Enter opens the best fit of the chosen K, at its start"
  }
}
