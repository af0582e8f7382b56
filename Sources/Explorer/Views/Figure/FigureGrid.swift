import TerminalCanvas

/// Where small plots with the same axes stand side by side, each below its head.
///
/// All have plots of one size; labels of the axes stand at the left, and below the last plot of each
/// column.
struct FigureGrid {
  let count: Int
  let columns: Int
  let rows: Int
  /// The size at which each plot is drawn, with axes, names and labels.
  let drawn: Size
  /// What is drawn inside the axes at that size.
  let area: Rect
  private let gap: (across: Int, down: Int)

  /// The least room of one picture, in cells.
  static let least = Size(width: 24, height: 8)

  /// How many pictures a size has room for; at least one.
  static func most(in size: Size) -> Int {
    max(1, size.width / least.width) * max(1, size.height / least.height)
  }

  /// A grid of so many plots, at least one, in a space of a size.
  ///
  /// - Parameter axes: The axes of a plot that is drawn at a size.
  init(_ count: Int, in size: Size, axes: (Size) -> PlotAxes) {
    self.count = count
    (columns, rows) = Self.shape(count, in: size)
    gap = (columns > 1 ? 2 : 0, size.height / rows >= 14 && rows > 1 ? 1 : 0)
    // The labels' width depends on the size of the plot, and that on what labels leave.
    var whole = Size(width: size.width / columns, height: size.height / rows)
    var area = axes(whole).area
    for _ in 0..<3 {
      // Outside of a plot there are an axis, and at the left the labels; the row above the axes is
      // that of names, and has its place elsewhere.
      let labels = max(0, area.origin.x - 1)
      let axis = area.origin.x > 0 ? 1 : 0
      let width = (size.width - labels - (columns - 1) * gap.across) / columns - axis
      let above = max(0, area.origin.y - 1)
      let height = (size.height - 1 - (rows - 1) * gap.down) / rows - 2 - above
      whole = Size(width: width + area.origin.x, height: height + area.origin.y + 2)
      area = axes(whole).area
    }
    (drawn, self.area) = (whole, area)
  }

  /// How many columns and rows make the pictures largest.
  static func shape(_ count: Int, in size: Size) -> (columns: Int, rows: Int) {
    func shape(_ columns: Int) -> (columns: Int, rows: Int) {
      (columns, (count + columns - 1) / columns)
    }
    // A plot is best about four units wide and three high; a cell is twice as high as wide.
    func side(_ columns: Int) -> Double {
      let (across, down) = shape(columns)
      return min(
        Double(size.width) / Double(across) * 3 / 4, 2 * Double(size.height) / Double(down))
    }
    let best = (1...max(1, count)).max { side($0) < side($1) } ?? 1
    return shape(best)
  }

  /// The part of a drawn plot that is shown: labels at the left of the grid, and where no plot is
  /// below.
  func shown(_ number: Int) -> Rect {
    let left = number % columns == 0 ? 0 : max(0, area.origin.x - 1)
    let isLowest = number + columns >= count
    let bottom = min(drawn.height, area.rows.upperBound + (isLowest ? 2 : 1))
    return Rect(x: left, y: 1, width: drawn.width - left, height: max(0, bottom - 1))
  }

  /// The head of a picture, and where below it the shown part of its plot stands.
  func place(of number: Int) -> (head: Rect, plot: Position) {
    let (column, row) = (number % columns, number / columns)
    let labels = max(0, area.origin.x - 1)
    let width = drawn.width - labels
    let x = column == 0 ? 0 : labels + column * (width + gap.across)
    let y = row * (area.rows.upperBound + 1 + gap.down)
    let head = Rect(x: column == 0 ? labels : x, y: y, width: width, height: 1)
    return (head, Position(x: x, y: y + 1))
  }

  /// The picture at a cell, if there is one.
  func number(at cell: Position, of count: Int) -> Int? {
    (0..<count).first { number in
      let (head, plot) = place(of: number)
      return head.contains(cell) || Rect(origin: plot, size: shown(number).size).contains(cell)
    }
  }
}
