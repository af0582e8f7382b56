import CNcurses

/// The bytes that put a terminal back as it was, whatever state a program has left it in.
enum RestoreSequence {
  /// Mouse and paste reports off, then the terminal's own: attributes, colours, keypad, cursor,
  /// and the screen that was there before.
  ///
  /// Asks about the type that `TerminalType` has resolved last.
  static var bytes: String {
    let names = ["sgr0", "op", "rmkx", "cnorm", "rmcup"]
    let strings = names.compactMap { curses_string($0).map { String(cString: $0) } }
    return InputModes.off + strings.map(withoutPadding).joined() + "\r"
  }

  /// A string of terminfo without its delays (`$<5>`), which only hardware needed.
  static func withoutPadding(_ string: String) -> String {
    var rest = Substring(string)
    var kept = ""
    while let start = rest.firstRange(of: "$<"),
      let end = rest[start.upperBound...].firstIndex(of: ">")
    {
      kept += rest[..<start.lowerBound]
      rest = rest[rest.index(after: end)...]
    }
    return kept + rest
  }
}
