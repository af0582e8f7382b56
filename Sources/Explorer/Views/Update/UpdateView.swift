import MixtureEngine
import TerminalCanvas

extension View {
  /// The M-step's arithmetic.
  static let update = View(
    "update", "the update: the M-step's arithmetic", at: .side,
    bindings: [
      Binding([.up, .character("k")], "the component before") { $0.scrollUpdate(by: -1) },
      Binding([.down, .character("j")], "the component after") { $0.scrollUpdate(by: 1) },
    ],
    marked: { $1.moves = $0.moves }
  ) { state, size in
    let run = state.session.run
    return UpdatePane(
      step: state.maximizationStep, iteration: run.snapshot.iteration,
      first: state.views[UpdateState.self].first,
      holdsWeights: Dial.variance(of: run.model) != nil,
      fitsLines: run.model is LineMixture, notation: state.notation,
      theme: state.screen.theme
    ).frame(size: size)
  }
}

/// Which components are shown, where not all have room.
struct UpdateState: ViewState {
  /// The first of them, counted from 0.
  var first = 0
}

extension AppState {
  /// Shows other components, where not all have room.
  fileprivate mutating func scrollUpdate(by step: Int) {
    guard let size = layout.view?.size else { return }
    let last = UpdatePane.lastFirst(of: session.run.model.componentCount, in: size)
    let first = views[UpdateState.self].first
    views[UpdateState.self].first = min(max(0, min(first, last) + step), last)
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
