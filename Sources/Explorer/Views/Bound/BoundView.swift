import TerminalCanvas

extension View {
  /// L and the bound along the M-step's way, and the ledger.
  static let bound = View(
    "bound", "the bound: L and F along the M-step", at: .whole
  ) { state, size in
    let run = state.session.run
    return BoundPane(
      step: state.maximizationStep, past: run.past, points: run.points, observed: run.observed,
      notation: state.screen.notation, theme: state.screen.theme
    ).frame(size: size)
  }
}
