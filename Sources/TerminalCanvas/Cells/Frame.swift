/// A picture made of character cells, the one thing that panes answer and terminals show.
///
/// A frame is always exactly its size. Writing outside is clipped, so nobody who draws has to check
/// bounds. Both halves of a wide character live and die together: where one half is
/// clipped or overwritten, the other becomes a blank.
public struct Frame: Hashable, Sendable {
  /// How many columns and rows the frame has.
  public let size: Size
  /// The cells, row by row, right halves of wide characters included.
  private(set) var cells: [Cell]

  /// A frame of equal cells, blank ones if nothing else is said.
  public init(size: Size, filling cell: Cell = .blank) {
    self.size = size
    cells = Array(
      repeating: cell.columns == 1 ? cell : Cell(" ", style: cell.style),
      count: size.width * size.height)
  }

  /// The whole frame as a rectangle at the origin.
  public var bounds: Rect { Rect(size) }

  /// The cell in column `x` of row `y`; outside, reading gives a blank and writing does nothing.
  public subscript(x: Int, y: Int) -> Cell {
    get { contains(x, y) ? cells[y * size.width + x] : .blank }
    set {
      guard contains(x, y) else { return }
      let index = y * size.width + x
      separate(x, index)
      switch newValue.columns {
      case 1:
        cells[index] = newValue
      case 2 where x + 1 < size.width:
        separate(x + 1, index + 1)
        cells[index] = newValue
        cells[index + 1] = newValue.rightHalf
      default:
        cells[index] = Cell(" ", style: newValue.style)
      }
    }
  }

  /// The cell at a position; outside, reading gives a blank and writing does nothing.
  public subscript(position: Position) -> Cell {
    get { self[position.x, position.y] }
    set { self[position.x, position.y] = newValue }
  }

  /// The cells of a row, right halves of wide characters included; empty outside the frame.
  public func row(_ y: Int) -> ArraySlice<Cell> {
    guard (0..<size.height).contains(y) else { return [] }
    return cells[y * size.width..<(y + 1) * size.width]
  }

  /// Copies cells of another frame's row into this one's; both have room for them.
  ///
  /// - Returns: Whether it did: nothing happens where a wide character is, which may have to be cut.
  mutating func copy(_ columns: Range<Int>, ofRow row: Int, in other: Frame, toX x: Int, y: Int)
    -> Bool
  {
    let start = y * size.width + x
    let source = row * other.size.width + columns.lowerBound
    let (here, there) = (start..<start + columns.count, source..<source + columns.count)
    guard cells[here].allSatisfy({ $0.columns == 1 }),
      other.cells[there].allSatisfy({ $0.columns == 1 })
    else { return false }
    cells.replaceSubrange(here, with: other.cells[there])
    return true
  }

  private func contains(_ x: Int, _ y: Int) -> Bool {
    x >= 0 && y >= 0 && x < size.width && y < size.height
  }

  /// Blanks the other half if the cell at `index` belongs to a wide character.
  private mutating func separate(_ x: Int, _ index: Int) {
    switch cells[index].columns {
    case 0:
      cells[index - 1] = Cell(" ", style: cells[index - 1].style)
    case 2:
      cells[index + 1] = Cell(" ", style: cells[index + 1].style)
    default:
      break
    }
  }
}

extension Frame {
  /// The rows joined by newlines, trailing blanks kept: every row has the frame's full width.
  public var text: String {
    (0..<size.height).map { String(row($0).filter { !$0.isRightHalf }.map(\.character)) }
      .joined(separator: "\n")
  }
}
