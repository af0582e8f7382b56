import TerminalCanvas

extension Keymap {
  /// How far the capitals H, J, K, L move, in cells.
  private static let stride = 5

  /// Keys while a start is placed by hand.
  static let handBindings: [Binding] =
    [
      Binding(.hand, [.tab], .hand(.next), "the next one"),
      Binding(.hand, [.backTab], .hand(.previous), "the one before"),
      Binding(.hand, [.left, .character("h")], .hand(.move(columns: -1, rows: 0)), "move left"),
      Binding(.hand, [.right, .character("l")], .hand(.move(columns: 1, rows: 0)), "move right"),
      Binding(.hand, [.up, .character("k")], .hand(.move(columns: 0, rows: -1)), "move up"),
      Binding(.hand, [.down, .character("j")], .hand(.move(columns: 0, rows: 1)), "move down"),
      Binding(.hand, [.character("H")], .hand(.move(columns: -stride, rows: 0)), "far left"),
      Binding(.hand, [.character("L")], .hand(.move(columns: stride, rows: 0)), "far right"),
      Binding(.hand, [.character("K")], .hand(.move(columns: 0, rows: -stride)), "far up"),
      Binding(.hand, [.character("J")], .hand(.move(columns: 0, rows: stride)), "far down"),
      Binding(.hand, [.character("+"), .character("="), .insert], .hand(.add), "add one"),
      Binding(.hand, [.character("-"), .delete, .backspace], .hand(.remove), "remove it"),
      Binding(.hand, [.character("p")], .hand(.nextTool), "place means, points or labels"),
      Binding(.hand, [.character("u"), .character("U"), .control("u")], .hand(.undo), "undo"),
      Binding(.hand, [.enter], .hand(.start), "start from here"),
      Binding(.hand, [.escape, .character("q")], .hand(.cancel), "leave all as it was"),
    ]
    + (1...9).map { k in
      Binding(
        .hand, [.character(Character(String(k)))], .hand(.label(k - 1)),
        "tell EM which component the point is from")
    }

  /// Keys that mean the same in every mode.
  private static let everywhere: [Key: Action] = [
    .character("b"): .toggle(.marks), .character("z"): .zoom(.nearer),
    .character("Z"): .zoom(.farther), .character("F"): .zoom(.fit),
    .character("?"): .toggleHelp, .function(1): .toggleHelp, .control("c"): .quit,
    .control("l"): .repaint, .control("z"): .suspend,
  ]

  private static let handKeys = Dictionary(
    handBindings.flatMap { binding in binding.keys.map { ($0, binding.action) } },
    uniquingKeysWith: { first, _ in first })

  /// What a key does while a start is placed by hand.
  static func handAction(for key: Key) -> Action? { handKeys[key] ?? everywhere[key] }
}
