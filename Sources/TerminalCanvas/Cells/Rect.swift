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

  /// The cells inside, row by row.
  public var cells: [Position] {
    rows.flatMap { y in columns.map { Position(x: $0, y: y) } }
  }
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

extension Rect {
  /// Cuts off `left` columns at the left.
  ///
  /// - Returns: The piece that was cut off and what remains. A length beyond the rectangle
  ///   takes all of it, a negative one nothing; the same holds for the other splits.
  public func split(left: Int) -> (left: Rect, rest: Rect) {
    let cut = min(max(0, left), size.width)
    return (
      Rect(x: origin.x, y: origin.y, width: cut, height: size.height),
      Rect(x: origin.x + cut, y: origin.y, width: size.width - cut, height: size.height)
    )
  }

  /// Cuts off `right` columns at the right.
  public func split(right: Int) -> (right: Rect, rest: Rect) {
    let (rest, cut) = split(left: size.width - min(max(0, right), size.width))
    return (cut, rest)
  }

  /// Cuts off `top` rows at the top.
  public func split(top: Int) -> (top: Rect, rest: Rect) {
    let cut = min(max(0, top), size.height)
    return (
      Rect(x: origin.x, y: origin.y, width: size.width, height: cut),
      Rect(x: origin.x, y: origin.y + cut, width: size.width, height: size.height - cut)
    )
  }

  /// Cuts off `bottom` rows at the bottom.
  public func split(bottom: Int) -> (bottom: Rect, rest: Rect) {
    let (rest, cut) = split(top: size.height - min(max(0, bottom), size.height))
    return (cut, rest)
  }

  /// Cuts the rectangle into `count` columns of widths that differ by one cell at most.
  public func columns(_ count: Int) -> [Rect] {
    (0..<max(0, count)).map { index in
      let start = size.width * index / count
      let end = size.width * (index + 1) / count
      return Rect(x: origin.x + start, y: origin.y, width: end - start, height: size.height)
    }
  }

  /// Cuts the rectangle into `count` rows of heights that differ by one cell at most.
  public func rows(_ count: Int) -> [Rect] {
    (0..<max(0, count)).map { index in
      let start = size.height * index / count
      let end = size.height * (index + 1) / count
      return Rect(x: origin.x, y: origin.y + start, width: size.width, height: end - start)
    }
  }
}

/// A cell of a screen, counted from the upper left corner.
public struct Position: Hashable, Sendable {
  /// The column, counted from zero at the left.
  public var x: Int
  /// The row, counted from zero at the top.
  public var y: Int

  /// The cell in column `x` of row `y`.
  public init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }

  /// The upper left corner.
  public static let zero = Position(x: 0, y: 0)
}

/// How many columns and rows of character cells a rectangle has.
public struct Size: Hashable, Sendable {
  /// Columns, counted in terminal cells.
  public var width: Int
  /// Rows, counted in terminal cells.
  public var height: Int

  /// A size of `width` columns and `height` rows; negative lengths count as zero.
  public init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
  }
}

extension Size {
  /// Reads columns and rows with an `x` between them, such as `80x24`.
  public init?(_ text: String) {
    let sides = text.lowercased().split(separator: "x", omittingEmptySubsequences: false)
      .map { Int($0) }
    guard sides.count == 2, let width = sides[0], let height = sides[1], width >= 0, height >= 0
    else { return nil }
    self.init(width: width, height: height)
  }
}
