import TerminalCanvas

extension [String] {
  /// These sentences in lines of a width, as many as there are rows: one that has no room to its end is
  /// left out whole.
  func wholeLines(width: Int, rows: Int) -> [String] {
    reduce(into: []) { lines, sentence in
      let more = sentence.wrapped(to: width)
      if lines.count + more.count <= rows { lines += more }
    }
  }
}
