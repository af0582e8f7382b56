import MixtureEngine
import TerminalCanvas

/// The cells of the map over its axes: as wide as those of the screen, and half as high.
struct BasinGrid {
  private let area: Size
  private let viewport: Viewport

  init(_ axes: PlotAxes) {
    area = axes.area.size
    viewport = axes.viewport
  }

  /// The numbers of columns and rows.
  private var columns: Int { area.width }
  private var rows: Int { area.height * BasinPicture.rowsPerCell }

  /// The first coordinates of the columns' middles.
  var xs: [Double] { (0..<columns).map { viewport.data(at: Position(x: $0, y: 0)).x } }

  /// The second coordinates of the rows' middles.
  var ys: [Double] {
    // The middle of half a cell, which is two dots high.
    (0..<rows).map { viewport.data(at: DotPoint(x: 0, y: Double($0) * 2 + 0.5)).y }
  }

  /// The cell in the middle of the map.
  var middle: GridCell { GridCell(column: columns / 2, row: rows / 2) }

  /// The cell that a place lies in, or `nil` beyond the map.
  func cell(at place: Point) -> GridCell? {
    let dot = viewport.place(place)
    let (column, row) = (((dot.x + 0.5) / 2).rounded(.down), ((dot.y + 0.5) / 2).rounded(.down))
    guard column >= 0, row >= 0, column < Double(columns), row < Double(rows) else { return nil }
    return GridCell(column: Int(column), row: Int(row))
  }

  /// Whether there is such a cell.
  func contains(_ cell: GridCell) -> Bool {
    (0..<columns).contains(cell.column) && (0..<rows).contains(cell.row)
  }

  /// The cell, or the nearest at the border of the map.
  func nearest(to cell: GridCell) -> GridCell {
    GridCell(
      column: min(max(0, cell.column), columns - 1), row: min(max(0, cell.row), rows - 1))
  }
}
