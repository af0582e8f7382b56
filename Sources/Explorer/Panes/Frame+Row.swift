import TerminalCanvas

extension Frame {
  /// Writes a row of a table: each cell at the right of its column.
  mutating func write(row cells: [String], widths: [Int], y: Int, style: Style) {
    var x = 0
    for (cell, width) in zip(cells, widths) {
      write(
        cell, in: Rect(x: x, y: y, width: width, height: 1), alignment: .right, style: style)
      x += width
    }
  }
}
