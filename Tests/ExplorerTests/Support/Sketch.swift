import TerminalCanvas

extension Frame {
  /// The frame as text, without blanks at the ends of its rows.
  var sketch: String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { row in
      var row = row
      while row.last == " " { row.removeLast() }
      return String(row)
    }.joined(separator: "\n")
  }
}
