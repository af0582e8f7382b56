import TerminalCanvas

/// Blanks show neither colour nor weight, so they needn't make a terminal change its pen.
extension Frame {
  /// The same picture, its blanks styled so that little has to be sent to a terminal that shows
  /// another one.
  ///
  /// A blank that is there already keeps its style. One that has to be written takes the style of
  /// what is written before it, and so do the few between two cells that have to be written:
  /// writing them is cheaper than going around them.
  ///
  /// - Parameter shown: What the terminal shows, a frame of the same size.
  func inked(over shown: Frame) -> Frame {
    var inked = self
    var pen = Style.plain
    for y in 0..<size.height where row(y) != shown.row(y) {
      var lastWritten: Int?
      for x in 0..<size.width {
        let (cell, old) = (self[x, y], shown[x, y])
        if cell.isBare, old.isBare {
          inked[x, y] = old
          continue
        }
        guard cell != old, !cell.isRightHalf else { continue }
        if let lastWritten, x - lastWritten <= Self.widestGap + 1,
          (lastWritten + 1..<x).allSatisfy({ self[$0, y].isBare })
        {
          for gap in lastWritten + 1..<x { inked[gap, y] = Cell(" ", style: pen.onBlanks) }
        }
        if cell.isBare {
          inked[x, y] = Cell(" ", style: pen.onBlanks)
        } else {
          pen = cell.style
        }
        lastWritten = x + max(1, cell.columns) - 1
      }
    }
    return inked
  }

  /// From one cell more on, ncurses moves the cursor instead of writing what is there already.
  private static let widestGap = 5
}

extension Cell {
  /// Whether nothing of the cell can be seen.
  fileprivate var isBare: Bool { character == " " && !isRightHalf && style.onBlanks == style }
}

extension Style {
  /// The style without what can be seen on a blank.
  fileprivate var onBlanks: Style {
    var style = self
    (style.background, style.underline, style.reverse) = (nil, false, false)
    return style
  }
}
