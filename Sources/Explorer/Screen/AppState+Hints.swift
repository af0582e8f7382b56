import MixtureEngine

/// The keys that matter most in each view, for the last line of the screen.
extension AppState {
  /// Keys and what they do here, in order of importance; a lesson names its own keys itself.
  var hints: [(key: String, help: String)] {
    let isRunning = pace == .running && isStepped
    let hints =
      isRunning ? hintsWhileRunning + hintsOfView.filter { $0.key != "r" } : hintsOfView
    return lesson == nil ? hints : hints.filter { !["space", "←"].contains($0.key) }
  }

  /// Whether the keys of stepping have their usual meaning in the view.
  private var isStepped: Bool { hand == nil && view != .restarts && view != .basins }

  private var hintsWhileRunning: [(key: String, help: String)] {
    [("r", "pause"), ("[ ]", "slower, faster: \(speed.text) a second")]
  }

  private var hintsOfView: [(key: String, help: String)] {
    if hand != nil {
      return [
        ("Tab", "next"), ("←↑↓→", "move"), ("+", "add"), ("-", "remove"), ("p", "what is placed"),
        ("U", "undo"), ("Enter", "start"), ("Esc", "leave"), ("?", "help"),
      ]
    }
    switch view {
    case .restarts:
      return [
        ("↑ ↓", "optimum"), ("Enter", "open its run"), ("+ -", "runs"), ("x", "other seeds"),
        ("i", "rule"), ("1", "plot"), ("?", "help"), ("q", "quit"),
      ]
    case .basins:
      return [
        ("Tab", "mean"), ("←↑↓→", "cursor"), ("Enter", "open its run"), ("x", "new start"),
        ("i", "rule"), ("1", "plot"), ("?", "help"), ("q", "quit"),
      ]
    case .race:
      return [
        ("space", "step both"), ("←", "back"), ("G", "to the end"), ("O", "choose the other run"),
        ("Tab", "change sides"), ("1", "plot"), ("?", "help"),
      ]
    default: break
    }
    return [
      ("space", "step"), ("e", "half-step"), ("←", "back"), ("r", "run"), ("?", "help"),
      ("q", "quit"), ("m", run.model is KMeans ? softName : "k-means"), ("x", "new start"),
      ("i", "rule"), ("G", "to the end"), ("v", "view"), ("+", "more"), ("d", "data"),
    ]
  }

  /// What `m` goes back to from the hard limit.
  private var softName: String { "back to \(lastSoftKind.title)" }
}
