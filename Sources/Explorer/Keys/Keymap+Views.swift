import TerminalCanvas

extension Keymap {
  /// The keys that a view has of its own; they go before those of the picture.
  static let viewBindings: [View: [Binding]] = [
    .posterior: [
      Binding(.posterior, [.left], .posterior(.left), "the nearest point to the left; or click"),
      Binding(.posterior, [.right], .posterior(.right), "the nearest point to the right"),
      Binding(.posterior, [.up], .posterior(.up), "the nearest point above"),
      Binding(.posterior, [.down], .posterior(.down), "the nearest point below"),
      Binding(.posterior, [.tab], .posterior(.next), "the next point of the data"),
      Binding(.posterior, [.backTab], .posterior(.previous), "the point before"),
      Binding(.posterior, [.character("u")], .posterior(.mostUncertain), "the least decided point"),
    ],
    .update: [
      Binding(.update, [.up, .character("k")], .scrollUpdate(by: -1), "the component before"),
      Binding(.update, [.down, .character("j")], .scrollUpdate(by: 1), "the component after"),
    ],
    .restarts: [
      Binding(.restarts, [.up, .character("k")], .restarts(.previous), "the better optimum"),
      Binding(.restarts, [.down, .character("j")], .restarts(.next), "the worse optimum"),
      Binding(.restarts, [.enter], .restarts(.open), "open a run that ends there, at its start"),
      Binding(.restarts, [.character("+"), .character("=")], .restarts(.more), "more runs"),
      Binding(.restarts, [.character("-")], .restarts(.fewer), "fewer runs"),
      Binding(.restarts, [.character("r")], .restarts(.resume), "go on after an interruption"),
    ],
    .basins: [
      Binding(.basins, [.tab], .basins(.nextMean), "sweep the next mean"),
      Binding(.basins, [.backTab], .basins(.previousMean), "sweep the mean before"),
      Binding(.basins, [.left, .character("h")], .basins(.move(columns: -1, rows: 0)), "left"),
      Binding(.basins, [.right, .character("l")], .basins(.move(columns: 1, rows: 0)), "right"),
      Binding(.basins, [.up, .character("k")], .basins(.move(columns: 0, rows: -1)), "up"),
      Binding(.basins, [.down, .character("j")], .basins(.move(columns: 0, rows: 1)), "down"),
      Binding(.basins, [.enter], .basins(.open), "open the run from here, at its start"),
      Binding(.basins, [.character("r")], .basins(.resume), "go on after an interruption"),
    ],
    .race: [
      Binding(.race, [.character("O")], .race(.openRivals), "choose the other run"),
      Binding(.race, [.tab], .race(.changeSides), "let the keys act on the other run"),
    ],
  ]

  private static let viewKeys = viewBindings.mapValues { bindings in
    Dictionary(
      bindings.flatMap { binding in binding.keys.map { ($0, binding.action) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// What a key does in a view alone, if anything.
  static func viewAction(for key: Key, in view: View) -> Action? { viewKeys[view]?[key] }
}
