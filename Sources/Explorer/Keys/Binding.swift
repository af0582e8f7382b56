import TerminalCanvas

/// Keys that do the same thing, what they do, and what is said of them.
///
/// The program obeys these values, and the help and the line of keys are made from them, so that
/// neither can name a key that does something else.
struct Binding: Sendable {
  /// What a binding does; it may ask something of the world around, or throw why it can't.
  typealias Deed = @Sendable (inout AppState) throws(Notice) -> Effect?

  /// The keys.
  let keys: [Key]
  /// What they do, for the help.
  let help: String
  /// What the line of keys says of them, where it has room.
  var hints: [Hint] = []
  /// Whether the key does its work while a view works in the background, which it stops.
  var isObeyedDuringWork = false
  /// Whether the key leaves background work going.
  var leavesWork = false
  /// The menu that the keys open, or whose choices they go through, if they do.
  var menu: (@Sendable (AppState) -> Menu)?
  /// What the keys do.
  let perform: Deed

  /// A binding that only changes the state.
  init(
    _ keys: [Key], _ help: String, hint: Hint..., during isObeyedDuringWork: Bool = false,
    do change: @escaping @Sendable (inout AppState) throws(Notice) -> Void
  ) {
    self.keys = keys
    self.help = help
    hints = hint
    self.isObeyedDuringWork = isObeyedDuringWork
    perform = { (state: inout AppState) throws(Notice) -> Effect? in
      try change(&state)
      return nil
    }
  }

  /// A binding that goes through the choices of a menu, one at each press.
  init(
    _ keys: [Key], _ help: String, through menu: @escaping @Sendable (AppState) -> Menu,
    do change: @escaping @Sendable (inout AppState) throws(Notice) -> Void
  ) {
    self.init(keys, help, do: change)
    self.menu = menu
  }

  /// A binding that asks something of the world around.
  init(
    _ keys: [Key], _ help: String, hint: Hint..., during isObeyedDuringWork: Bool = false,
    leavesWork: Bool = false, ask: @escaping Deed
  ) {
    self.keys = keys
    self.help = help
    hints = hint
    self.isObeyedDuringWork = isObeyedDuringWork
    self.leavesWork = leavesWork
    perform = ask
  }

  /// A binding that opens a menu.
  ///
  /// - Parameter isLight: Whether a run that goes on by itself goes on meanwhile.
  init(
    _ keys: [Key], _ help: String, hint: Hint..., during isObeyedDuringWork: Bool = false,
    lightly isLight: Bool = false, opening menu: @escaping @Sendable (AppState) -> Menu
  ) {
    self.keys = keys
    self.help = help
    hints = hint
    self.isObeyedDuringWork = isObeyedDuringWork
    self.menu = menu
    perform = { (state: inout AppState) in
      let opened = menu(state)
      if isLight { state.overlay = opened } else { state.openMenu(opened) }
      return nil
    }
  }

  /// The keys as the help writes them.
  var label: String { keys.map(\.label).joined(separator: " ") }
}

/// What the line of keys says of a key.
struct Hint: Sendable {
  /// Its place in the line: the lower, the farther left.
  let rank: Int
  /// The words in a state; `nil` where nothing is said.
  let text: @Sendable (AppState) -> String?

  /// A hint that is always the same.
  init(_ rank: Int, _ text: String) {
    self.rank = rank
    self.text = { _ in text }
  }

  /// A hint that depends on the state.
  init(_ rank: Int, _ text: @escaping @Sendable (AppState) -> String?) {
    self.rank = rank
    self.text = text
  }

  /// Whether it goes before all others, also where a view names few keys.
  var isUrgent: Bool { rank < 0 }

  /// A hint for as long as the run goes on by itself; it goes before all others.
  static func whileRunning(
    _ rank: Int, _ text: @escaping @Sendable (AppState) -> String?
  ) -> Hint {
    Hint(rank - 100) { $0.session.pace == .running ? text($0) : nil }
  }
}

extension Key {
  /// The key as the help writes it.
  var label: String {
    switch self {
    case .left: Spelling.key("←", named: "Left")
    case .right: Spelling.key("→", named: "Right")
    case .up: Spelling.key("↑", named: "Up")
    case .down: Spelling.key("↓", named: "Down")
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
