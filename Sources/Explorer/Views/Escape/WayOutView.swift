import MixtureEngine
import TerminalCanvas

extension View {
  /// Every split-and-merge move from where the run on screen has ended.
  static let wayOut = View(
    "way-out", "the way out: one component merged, one split", at: .large,
    bindings: WayOutState.choice.bindings + [WayOutState.work.resuming],
    pictureHints: [
      (.character("G"), Hint(3) { $0.session.isOver ? nil : "to the end" })
    ] + hintsAwayFromTheRun,
    showsRun: false, status: { $0.wayOutStatus },
    work: WayOutState.work, clicked: WayOutState.choice.clicked,
    told: Telling { state, _ in state.wayOutPane.told }
  ) { $0.wayOutPane.frame(size: $1) }
}

/// The view of the moves.
struct WayOutState: ViewState {
  /// The chosen move, counted from 0 for the one that gains most.
  var selection = 0
  /// The moves.
  var moves = Background<WayOut>()

  /// Choosing a move.
  static let choice = RowChoice(
    selection: \AppState.wayOut.selection,
    words: RowChoice.Words(
      up: "the move that gains more", down: "the move that gains less",
      open: "open the run of the move, at its start", hint: "which move",
      first: "This is the best move.", last: "This is the last move."),
    count: { $0.attempts.count },
    absence: { $0.wayOutObstacle ?? "No move has come to its end yet." },
    row: { $0.wayOutPane.move(at: $1, size: $2) },
    open: { state throws(Notice) in try state.openMove() })

  /// The moves that the view shows.
  static let work = BackgroundWork(
    \AppState.wayOut.moves, question: { $0.wayOutQuestion }, asked: { $0.wayOut.selection = 0 },
    obstacle: { $0.knowsMoves ? nil : $0.wayOutObstacle })
}

/// Every move from where a run has ended.
struct WayOut: BackgroundQuestion {
  /// What tells the run from others.
  let stage: Identity
  /// Its recipe.
  let recipe: RunRecipe
  /// The moves from the end of the run.
  let plan: EscapePlan
  /// The run at its end, and at rest.
  let run: Run

  /// Every move from where a stage stands.
  init(from stage: Stage) {
    (self.stage, recipe) = (stage.identity, stage.recipe)
    var run = stage.run
    run.rest()
    self.run = run
    plan = EscapePlan(from: run)
  }

  static func == (a: WayOut, b: WayOut) -> Bool {
    a.stage == b.stage && a.run.cursor == b.run.cursor
  }

  func answer(
    knowing known: Escapes?, only positions: Set<Int>?, progress: (Escapes) -> Void
  ) async -> Escapes {
    await plan.run(keeping: known, only: positions, progress: progress)
  }

  func positions(in answer: Escapes) -> [Int] { answer.positions }

  func isComplete(_ answer: Escapes) -> Bool { answer.isComplete }

  func keeps(_ answer: Escapes, to earlier: WayOut) -> Escapes? { nil }
}

extension AppState {
  /// The view of the moves.
  var wayOut: WayOutState {
    get { views[WayOutState.self] }
    set { views[WayOutState.self] = newValue }
  }

  /// The moves that there are from where the run on screen has ended, if it has; those that led to it,
  /// while it is on its way.
  fileprivate var wayOutQuestion: WayOut? {
    if knowsMoves { return wayOut.moves.question }
    return wayOutObstacle == nil ? WayOut(from: session.course.last) : nil
  }

  /// Why there is no move from where the run on screen stands, in a sentence.
  fileprivate var wayOutObstacle: String? {
    if recipe.components < 3 {
      return "A move takes two components to merge and a third to split: + adds one."
    }
    if run.snapshot.logPrior != nil {
      return "Moves are judged by L, and this run climbs L + log p(θ): begin without a prior."
    }
    return switch run.snapshot.status {
    case .running: "The moves begin where a run has ended: G goes to its end."
    case .collapsed: "A component has collapsed here: x is another start."
    case .converged, .iterationLimit: nil
    }
  }

  /// Whether what is known of moves is of the run on screen, or led to it.
  fileprivate var knowsMoves: Bool {
    guard let question = wayOut.moves.question else { return false }
    if case .move(let move) = session.course.first.origin, session.course.count == 1,
      !session.isOver, wayOut.moves.answer?.attempts.contains(where: { $0.move == move }) ?? false
    {
      return true
    }
    return question.stage == session.course.last.identity && question.run.cursor == run.cursor
  }

  /// What a way out of where the run on screen has ended is worth saying of it, if anything: nothing
  /// where every move was tried and none leads to a better optimum.
  var wayOutWords: String? {
    guard wayOutObstacle == nil else { return nil }
    guard knowsMoves, let found = wayOut.moves.answer else { return "the way out" }
    if let best = found.best { return "a move gains \(best.gain.significant(3))" }
    return found.isComplete ? nil : "the way out"
  }

  /// The moves that are done and shown, the best first.
  fileprivate var attempts: [Escapes.Attempt] {
    knowsMoves ? wayOut.moves.answer?.attempts ?? [] : []
  }

  fileprivate var wayOutPane: WayOutPane {
    let isKnown = knowsMoves
    return WayOutPane(
      origin: isKnown ? wayOut.moves.question : nil,
      found: isKnown ? wayOut.moves.answer : nil,
      obstacle: wayOutObstacle ?? "", goesOn: wayOut.moves.goesOn,
      selection: wayOut.selection, theme: screen.theme)
  }

  /// Begins the run of the chosen move, so that one can step through it.
  fileprivate mutating func openMove() throws(Notice) {
    guard let question = wayOut.moves.question else { return }
    let move = attempts[wayOut.selection].move
    var recipe = question.recipe
    do throws(Collapse) {
      let start = try question.plan.start(of: move)
      guard let start = start as? any LatentLabelModel & Hashable else { return }
      recipe.given = GivenStart(
        exactly: start, over: question.run.points, observed: recipe.observed)
    } catch {
      throw .refusal("\(Sentences.collapse(error)) at once: choose another move.")
    }
    try showRun(recipe, from: .move(move))
  }

  /// What the view says of the moves, and how to see one.
  fileprivate var wayOutStatus: String? {
    guard knowsMoves else { return wayOutObstacle }
    if wayOut.moves.goesOn { return "a run from each move; any key stops" }
    return attempts.isEmpty ? nil : "Enter opens the run of the chosen move, at its start"
  }
}
