/// A rectangle of character cells.
public struct Rect: Hashable, Sendable {
  /// The upper left cell.
  public var origin: Position
  /// How many columns and rows it spans.
  public var size: Size

  /// The rectangle of a `size` whose upper left cell is `origin`.
  public init(origin: Position, size: Size) {
    self.origin = origin
    self.size = size
  }

  /// The rectangle whose upper left cell is in column `x` of row `y`.
  public init(x: Int, y: Int, width: Int, height: Int) {
    self.init(origin: Position(x: x, y: y), size: Size(width: width, height: height))
  }

  /// The whole of something that has a `size`.
  public init(_ size: Size) {
    self.init(origin: .zero, size: size)
  }

  /// The columns that belong to the rectangle.
  public var columns: Range<Int> { origin.x..<origin.x + size.width }
  /// The rows that belong to the rectangle.
  public var rows: Range<Int> { origin.y..<origin.y + size.height }
  /// Says whether the rectangle has no cell at all.
  public var isEmpty: Bool { size.width == 0 || size.height == 0 }

  /// Says whether a cell belongs to the rectangle.
  public func contains(_ position: Position) -> Bool {
    columns.contains(position.x) && rows.contains(position.y)
  }

  /// The cells that two rectangles share; empty when they don't overlap.
  public func intersection(_ other: Rect) -> Rect {
    let left = columns.clamped(to: other.columns)
    let down = rows.clamped(to: other.rows)
    return Rect(x: left.lowerBound, y: down.lowerBound, width: left.count, height: down.count)
  }

  /// The rectangle without a margin on each side; empty when nothing is left.
  public func inset(horizontally columns: Int = 0, vertically rows: Int = 0) -> Rect {
    Rect(
      x: origin.x + columns, y: origin.y + rows,
      width: size.width - 2 * columns, height: size.height - 2 * rows)
  }
}
