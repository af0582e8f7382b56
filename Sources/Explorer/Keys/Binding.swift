import TerminalCanvas

/// Keys that do the same thing, and the line of help that says what.
struct Binding: Sendable {
  /// The heading in the help.
  enum Group: String, CaseIterable, Sendable {
    case stepping = "Stepping"
    case model = "Model and start"
    case plot = "The plot"
    case views = "Views and screen"
    case posterior = "In the posterior (3)"
    case update = "In the update (4)"
    case restarts = "In the restarts (5)"
    case basins = "In the basins (6)"
    case race = "In the race (7)"
    case hand = "While placing by hand (a)"
  }

  var keys: [Key]
  var action: Action
  var help: String
  var group: Group

  init(_ group: Group, _ keys: [Key], _ action: Action, _ help: String) {
    self.group = group
    self.keys = keys
    self.action = action
    self.help = help
  }

  /// The keys as the help writes them.
  var label: String { keys.map(\.label).joined(separator: " ") }
}

extension Key {
  /// The key as the help writes it.
  var label: String {
    switch self {
    case .left: "←"
    case .right: "→"
    case .up: "↑"
    case .down: "↓"
    case .space: "space"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .backspace: "bksp"
    case .backTab: "shift-Tab"
    case .escape: "Esc"
    case .control(let character): "^" + character.uppercased()
    default: name
    }
  }
}
