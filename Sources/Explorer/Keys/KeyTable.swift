import TerminalCanvas

/// The keys of one context, such as the picture, a view, or a menu.
struct KeyTable: Sendable {
  /// The heading in the help.
  let title: String
  /// The bindings, in the order of the help.
  let bindings: [Binding]
  private let byKey: [Key: Binding]

  /// A table; where two bindings share a key the first one has it.
  init(_ title: String, _ bindings: [Binding]) {
    self.title = title
    self.bindings = bindings
    byKey = Dictionary(
      bindings.flatMap { binding in binding.keys.map { ($0, binding) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// What a key does in this context, if anything.
  subscript(key: Key) -> Binding? { byKey[key] }
}

extension AppState {
  /// The tables that hold at present; a key belongs to the first one that knows it.
  var keyTables: [KeyTable] {
    if let overlay { return overlay.keyTables + [Keymap.overlay, Keymap.everywhere] }
    if hand != nil { return [HandState.keys, Keymap.whilePlacing, Keymap.everywhere] }
    return [view.keys] + Keymap.picture + [Keymap.everywhere]
  }

  /// What a key does at present, if anything.
  func binding(of key: Key) -> Binding? {
    if let typed = overlay?.typing(key) { return typed }
    for table in keyTables { if let binding = table[key] { return binding } }
    return nil
  }
}
