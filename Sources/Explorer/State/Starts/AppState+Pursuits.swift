import TerminalCanvas

extension AppState {
  /// Whether a view works on something that takes long.
  var isWorking: Bool { restarts.pursuit.goesOn || basins.pursuit.goesOn }

  /// Begins the work that the view on screen wants, where it is neither done nor going on.
  mutating func pursue() -> Effect? {
    guard hand == nil else { return nil }
    switch view {
    case .restarts: return pursueRestarts()
    case .basins: return pursueBasins()
    default: return nil
    }
  }

  /// Stops long work at a key; what is done stays.
  ///
  /// Keys of the view and those that change the screen do their own work as well, all others do
  /// no more than stop.
  mutating func interrupt(at key: Key, then obey: (inout AppState) -> Effect?) -> Effect? {
    let action = Keymap.action(for: key, in: self)
    if case .repaint = action { return obey(&self) }
    restarts.pursuit.interrupt()
    basins.pursuit.interrupt()
    let isObeyed = Keymap.viewAction(for: key, in: view) != nil || action?.isOfTheScreen ?? false
    let effect = isObeyed ? obey(&self) : nil
    return effect ?? .cancelWork
  }

  /// Obeys a click into the view that isn't the plot.
  mutating func click(inView cell: Position) -> Effect? {
    switch view {
    case .restarts: clickRestarts(at: cell)
    case .basins: clickBasin(at: cell)
    default: nil
    }
  }
}

extension Action {
  /// Whether the action changes what is seen, and nothing of the run.
  fileprivate var isOfTheScreen: Bool {
    switch self {
    case .nextView, .show, .toggleHelp, .suspend, .quit: true
    default: false
    }
  }
}
