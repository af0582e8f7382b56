/// Where a text stands in the columns that it is given.
public enum Alignment: Hashable, Sendable {
  /// At the left edge.
  case left
  /// In the middle.
  case center
  /// At the right edge.
  case right
}

extension Frame {
  /// Writes a text along row `y` from column `x` on, clipped at the frame.
  ///
  /// - Returns: How many columns the text takes, those outside the frame counted as well.
  @discardableResult
  public mutating func write(
    _ text: some StringProtocol, x: Int, y: Int, style: Style = .plain
  ) -> Int {
    var column = x
    for character in Spelling.current(text) {
      let cell = Cell(character, style: style)
      if column < 0, column + cell.columns > 0 {
        self[0, y] = Cell(" ", style: style)
      } else {
        self[column, y] = cell
      }
      column += cell.columns
    }
    return column - x
  }

  /// Writes a text within the first row of a rectangle; what doesn't fit is cut, ending in `…`.
  public mutating func write(
    _ text: some StringProtocol, in rect: Rect, alignment: Alignment = .left, style: Style = .plain
  ) {
    guard !rect.isEmpty else { return }
    write(
      String(text).fitted(to: rect.size.width, alignment: alignment), x: rect.origin.x,
      y: rect.origin.y, style: style)
  }

  /// Fills a rectangle, or the whole frame, with equal cells.
  public mutating func fill(_ rect: Rect? = nil, with cell: Cell = .blank) {
    let single = cell.columns == 1 ? cell : Cell(" ", style: cell.style)
    let clipped = (rect ?? bounds).intersection(bounds)
    for y in clipped.rows {
      for x in clipped.columns { self[x, y] = single }
    }
  }

  /// Copies another frame with its upper left cell at `position`, clipped at this frame.
  public mutating func paste(_ other: Frame, at position: Position) {
    let target = Rect(origin: position, size: other.size).intersection(bounds)
    guard !target.isEmpty else { return }
    let columns = target.columns.lowerBound - position.x..<target.columns.upperBound - position.x
    for y in target.rows {
      if copy(columns, ofRow: y - position.y, in: other, toX: target.origin.x, y: y) { continue }
      for x in target.columns {
        let cell = other[x - position.x, y - position.y]
        let keepsLeftHalf = cell.isRightHalf && x > target.columns.lowerBound
        let losesRightHalf = cell.columns == 2 && x + 1 == target.columns.upperBound
        if losesRightHalf {
          self[x, y] = Cell(" ", style: cell.style)
        } else if !keepsLeftHalf {
          self[x, y] = cell
        }
      }
    }
  }

  /// Draws a horizontal line of `─` along row `y`.
  public mutating func horizontalLine(x: Int, y: Int, width: Int, style: Style = .plain) {
    fill(Rect(x: x, y: y, width: width, height: 1), with: Cell("─", style: style))
  }

  /// Draws a vertical line of `│` along column `x`.
  public mutating func verticalLine(x: Int, y: Int, height: Int, style: Style = .plain) {
    fill(Rect(x: x, y: y, width: 1, height: height), with: Cell("│", style: style))
  }

  /// Draws a border along the edge of a rectangle, with a title in its upper side.
  public mutating func border(_ rect: Rect, title: String = "", style: Style = .plain) {
    guard rect.size.width > 1, rect.size.height > 1 else { return }
    let (left, right) = (rect.origin.x, rect.columns.upperBound - 1)
    let (top, bottom) = (rect.origin.y, rect.rows.upperBound - 1)
    for y in [top, bottom] {
      horizontalLine(x: left + 1, y: y, width: rect.size.width - 2, style: style)
    }
    for x in [left, right] {
      verticalLine(x: x, y: top + 1, height: rect.size.height - 2, style: style)
    }
    self[left, top] = Cell("┌", style: style)
    self[right, top] = Cell("┐", style: style)
    self[left, bottom] = Cell("└", style: style)
    self[right, bottom] = Cell("┘", style: style)
    guard !title.isEmpty, rect.size.width > 5 else { return }
    let room = rect.size.width - 4
    let shown = " \(title) ".truncated(to: room)
    write(shown, x: left + 2, y: top, style: style)
  }
}

extension Frame {
  /// Writes a row of a table: each cell at the right of its column, the first one perhaps at the
  /// left.
  public mutating func write(
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
