import TerminalCanvas

/// A table of which one row is chosen, in columns that stay in place; where there is too little room, the
/// rows around the chosen one.
struct RowTable {
  /// One row.
  struct Row {
    /// The cells, each at the right of its column but the first one, which stands at the left.
    var cells: [String]
    /// What stands behind the columns.
    var last = ""
    /// What stands before the cells, in the third column of the screen.
    var mark: (letter: Character, role: Role)?
    /// What it is.
    var role = Role.text
  }

  /// The names of the columns.
  var head: Row
  /// The width of each column.
  var widths: [Int]
  /// How many rows there are.
  var count: Int
  /// The chosen row, counted from 0.
  var selection: Int
  var theme: Theme
  /// Makes a row.
  var row: (Int) -> Row

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    let shown = shown(rows: size.height)
    write(head, y: 0, .muted, on: &frame)
    if shown.count < count {
      let hidden = count - shown.count
      frame.write(
        Spelling.choose("↑↓ +\(hidden)", ascii: "+\(hidden)"),
        in: frame.bounds.split(top: 1).top.split(right: 7).right,
        alignment: .right, style: theme.style(.key))
    }
    for (y, number) in shown.enumerated() {
      let row = row(number)
      let isSelected = number == selection
      write(row, y: y + 1, isSelected && row.role == .text ? .value : row.role, on: &frame)
      frame.write(isSelected ? "▸" : " ", x: 0, y: y + 1, style: theme.style(.value))
      if let mark = row.mark {
        frame.write("\(mark.letter)", x: 2, y: y + 1, style: theme.style(mark.role))
      }
    }
    return frame
  }

  /// The number of the row in a line of the table, if there is one.
  func number(at y: Int, size: Size) -> Int? {
    let shown = shown(rows: size.height)
    return y > 0 && shown.indices.contains(shown.startIndex + y - 1)
      ? shown.startIndex + y - 1 : nil
  }

  /// The rows that have room, the chosen one among them.
  private func shown(rows: Int) -> Range<Int> {
    let room = max(0, rows - 1)
    let first = max(0, min(selection - room + 1, count - room))
    return first..<min(count, first + room)
  }

  private func write(_ row: Row, y: Int, _ role: Role, on frame: inout Frame) {
    let style = theme.style(role)
    frame.write(row: row.cells, widths: widths, y: y, firstAlignment: .left, style: style)
    frame.write(row.last, x: widths.reduce(2, +), y: y, style: style)
  }
}
