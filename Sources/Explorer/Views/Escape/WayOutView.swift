import MixtureEngine
import TerminalCanvas

extension View {
  /// Every split-and-merge move from where the run on screen has ended.
  static let wayOut = View(
    "way-out", "the way out: one component merged, one split", at: .large,
    bindings: [
      Binding(
        [.up, .character("k")], "the move that gains more",
        hint: Hint(1) { $0.canChooseMove(by: -1) ? "which move" : nil }
      ) { state throws(Notice) in try state.chooseMove(by: -1) },
      Binding(
        [.down, .character("j")], "the move that gains less",
        hint: Hint(1) { $0.canChooseMove(by: 1) ? "which move" : nil }
      ) { state throws(Notice) in try state.chooseMove(by: 1) },
      Binding(
        [.enter], "open the run of the move, at its start",
        hint: Hint(2) { $0.attempts.isEmpty ? nil : "open its run" }
      ) { state throws(Notice) in try state.openMove() },
      WayOutState.work.resuming,
    ],
    pictureHints: [
      (.character("G"), Hint(3) { $0.session.isOver ? nil : "to the end" })
    ] + hintsAwayFromTheRun,
    showsRun: false, status: { $0.wayOutStatus },
    work: WayOutState.work,
    clicked: { state, cell throws(Notice) in
      guard let size = state.layout.view?.size,
        let number = state.wayOutPane.move(at: cell, size: size)
      else { return nil }
      // A second click opens the run of the move.
      if number == state.wayOut.selection { try state.openMove() }
      state.wayOut.selection = number
      return nil
    },
    told: Telling { state, _ in state.wayOutPane.told }
  ) { $0.wayOutPane.frame(size: $1) }
}

/// The view of the moves.
struct WayOutState: ViewState {
  /// The chosen move, counted from 0 for the one that gains most.
  var selection = 0
  /// The moves.
  var moves = Background<WayOut>()

  /// The moves that the view shows.
  static let work = BackgroundWork(
    \AppState.wayOut.moves, question: { $0.wayOutQuestion }, asked: { $0.wayOut.selection = 0 })
}

/// Every move from where a run has ended.
struct WayOut: BackgroundQuestion {
  /// What tells the run from others.
  var stage: Identity
  /// Its recipe.
  var recipe: RunRecipe
  /// The run at its end, and at rest.
  var run: Run

  static func == (a: WayOut, b: WayOut) -> Bool {
    a.stage == b.stage && a.run.cursor == b.run.cursor
  }

  func answer(
    knowing known: Escapes?, only positions: Set<Int>?, progress: (Escapes) -> Void
  ) async -> Escapes {
    await EscapePlan(from: run).run(keeping: known, only: positions, progress: progress)
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

  /// The moves that there are from where the run on screen has ended, if it has.
  fileprivate var wayOutQuestion: WayOut? {
    guard wayOutObstacle == nil else { return nil }
    let stage = session.course.last
    var run = stage.run
    run.rest()
    return WayOut(stage: stage.identity, recipe: stage.recipe, run: run)
  }

  /// Why there is no move from where the run on screen stands, in a sentence.
  private var wayOutObstacle: String? {
    if recipe.components < 3 {
      return "A move takes two components to merge and a third to split: + adds one."
    }
    return switch run.snapshot.status {
    case .running: "The moves begin where a run has ended: G goes to its end."
    case .collapsed: "A component has collapsed here: x is another start."
    case .converged, .iterationLimit: nil
    }
  }

  /// Whether what is known of moves is of the run on screen, or led to it.
  private var knowsMoves: Bool {
    guard let question = wayOut.moves.question else { return false }
    if case .move(let move) = session.course.first.origin, session.course.count == 1,
      !session.isOver, wayOut.moves.answer?.attempts.contains(where: { $0.move == move }) ?? false
    {
      return true
    }
    return question.stage == session.course.last.identity && question.run.cursor == run.cursor
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

  /// Whether there is a move that gains more than the chosen one, or less.
  fileprivate func canChooseMove(by step: Int) -> Bool {
    attempts.indices.contains(wayOut.selection + step)
  }

  fileprivate mutating func chooseMove(by step: Int) throws(Notice) {
    guard canChooseMove(by: step) else {
      throw .idle(
        attempts.isEmpty
          ? wayOutObstacle ?? "No move has come to its end yet."
          : step < 0 ? "This is the best move." : "This is the last move.")
    }
    wayOut.selection += step
  }

  /// Begins the run of the chosen move, so that one can step through it.
  fileprivate mutating func openMove() throws(Notice) {
    guard let question = wayOut.moves.question, attempts.indices.contains(wayOut.selection)
    else { throw .idle(wayOutObstacle ?? "No move has come to its end yet.") }
    let move = attempts[wayOut.selection].move
    var recipe = question.recipe
    do throws(Collapse) {
      let start = try EscapePlan(from: question.run).start(of: move)
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
