import TerminalCanvas

extension Frame {
  /// Writes a row of a table: each cell at the right of its column, the first one perhaps at the
  /// left.
  mutating func write(
    row cells: [String], widths: [Int], y: Int, firstAlignment: Alignment = .right, style: Style
  ) {
    var x = 0
    for (number, (cell, width)) in zip(cells, widths).enumerated() {
      write(
        cell, in: Rect(x: x, y: y, width: width, height: 1),
        alignment: number == 0 ? firstAlignment : .right, style: style)
      x += width
    }
  }
}
