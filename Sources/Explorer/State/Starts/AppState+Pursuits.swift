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

  /// How far the work that goes on has come: the positions of its runs, or cells, that are done.
  var workDone: [Int]? {
    if restarts.pursuit.goesOn, let plan = restarts.pursuit.question {
      return restarts.pursuit.answer.map(plan.positions) ?? []
    }
    if basins.pursuit.goesOn, let sweep = basins.pursuit.question {
      return basins.pursuit.answer.map(sweep.positions) ?? []
    }
    return nil
  }

  /// The work that goes on, as far as some of its runs, or cells; all of them for `nil`.
  func work(only positions: Set<Int>?) -> Work? {
    if restarts.pursuit.goesOn, let plan = restarts.pursuit.question {
      return work(on: plan, knowing: restarts.pursuit.answer, only: positions)
    }
    if basins.pursuit.goesOn, let sweep = basins.pursuit.question {
      return work(on: sweep, knowing: basins.pursuit.answer, only: positions)
    }
    return nil
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
