import MixtureEngine
import TerminalCanvas

extension View {
  /// The M-step's arithmetic.
  static let update = View(
    "update", "the update: the M-step's arithmetic", at: .side,
    bindings: [
      scrolling([.up, .character("k")], "the component before", by: -1),
      scrolling([.down, .character("j")], "the component after", by: 1),
      Binding(
        [.tab], "the gradient set to zero, or the sums",
        hint: Hint(2) { $0.views[UpdateState.self].showsSlopes ? "sums" : "slopes" }
      ) { $0.views[UpdateState.self].showsSlopes.toggle() },
    ],
    marked: { $1.moves = $0.moves },
    told: Telling { state, _ in
      let (pane, slopes) = (state.updatePane, state.slopePane)
      let told = Told(Size(width: UpdateBlock.width, height: pane.wholeHeight), pane.frame)
      guard state.views[UpdateState.self].showsSlopes else { return told }
      return told + Told(Size(width: UpdateBlock.width, height: slopes.wholeHeight), slopes.frame)
    }
  ) {
    $0.views[UpdateState.self].showsSlopes
      ? $0.slopePane.frame(size: $1) : $0.updatePane.frame(size: $1)
  }
}

extension AppState {
  fileprivate var updatePane: UpdatePane {
    let run = session.run
    return UpdatePane(
      step: maximizationStep, iteration: run.snapshot.iteration,
      first: views[UpdateState.self].first,
      holdsWeights: run.model.holdsWeights,
      isEMsOwn: run.algorithm != .em,
      notation: notation, theme: screen.theme)
  }
}

extension AppState {
  fileprivate var slopePane: SlopePane {
    let run = session.run
    let pane = updatePane
    var title = ""
    if case .success(let step) = pane.step { title = pane.title(of: step) }
    return SlopePane(
      step: pane.step, title: title,
      component: min(views[UpdateState.self].first, run.model.componentCount - 1),
      structure: run.model.covarianceStructure, notation: notation, theme: screen.theme)
  }
}

extension View {
  private static func scrolling(_ keys: [Key], _ help: String, by step: Int) -> Binding {
    Binding(keys, help, hint: Hint(1) { $0.firstOfUpdate(after: step) == nil ? nil : "component" })
    {
      state throws(Notice) in
      guard let first = state.firstOfUpdate(after: step) else {
        throw .idle("There is no component \(step < 0 ? "above" : "below") these.")
      }
      state.views[UpdateState.self].first = first
    }
  }
}

/// Which components are shown, where not all have room.
struct UpdateState: ViewState {
  /// The first of them, counted from 0; the one whose slopes are shown.
  var first = 0
  /// Whether slopes take the place of sums.
  var showsSlopes = false
}

extension AppState {
  /// The first component that is shown after a step, if there is another.
  fileprivate func firstOfUpdate(after step: Int) -> Int? {
    guard let size = layout.view?.size else { return nil }
    let last =
      views[UpdateState.self].showsSlopes
      ? run.model.componentCount - 1 : updatePane.lastFirst(in: size)
    let first = min(views[UpdateState.self].first, last)
    let wanted = min(max(0, first + step), last)
    return wanted == first ? nil : wanted
  }

  /// How the M-step at hand moves each mean; nothing before there is a q.
  fileprivate var moves: [ComponentUpdate] {
    guard case .success(let step) = maximizationStep, step.progress != .awaitsPosterior else {
      return []
    }
    return step.updates
  }

  /// The M-step that was just taken or comes next, or why there is none.
  var maximizationStep: Result<MaximizationStep, Collapse> {
    let run = session.run
    return Result { () throws(Collapse) in try run.maximizationStep() }
  }
}
