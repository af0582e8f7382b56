import TerminalCanvas

extension String {
  /// The text in lines of at most `width` columns, broken between words.
  func wrapped(to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in split(whereSeparator: \.isWhitespace) {
      let longer = line.isEmpty ? String(word) : line + " " + word
      if DisplayWidth.of(longer) <= width {
        line = longer
      } else {
        if !line.isEmpty { lines.append(line) }
        line = word.truncated(to: width)
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
