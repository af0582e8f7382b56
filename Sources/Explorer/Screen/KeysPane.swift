import TerminalCanvas

/// One line of the keys that matter most.
struct KeysPane {
  /// Keys and what they do, in order of importance.
  var hints: [(key: String, help: String)]
  var theme: Theme

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    var x = 0
    for hint in hints {
      let width = DisplayWidth.of(hint.key) + 1 + DisplayWidth.of(hint.help)
      guard x + width <= size.width else { break }
      x += frame.write(hint.key, x: x, y: 0, style: theme.style(.key)) + 1
      x += frame.write(hint.help, x: x, y: 0, style: theme.style(.muted)) + 2
    }
    return frame
  }
}
