/// A cell of a grid, counted from 0 at the first column and row.
package struct GridCell: Hashable, Sendable {
  /// The column.
  package var column: Int
  /// The row.
  package var row: Int

  /// The cell of a column and a row.
  package init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }

  /// The widest distance between cells of the coarsest pass.
  static let coarsest = 16

  /// All cells of a grid: every sixteenth column and row first, then every eighth, and so on.
  static func coarseToFine(columns: Int, rows: Int) -> [GridCell] {
    var cells: [GridCell] = []
    cells.reserveCapacity(columns * rows)
    var step = coarsest
    while step >= 1 {
      for row in stride(from: 0, to: rows, by: step) {
        for column in stride(from: 0, to: columns, by: step) {
          let isCoarser = row % (2 * step) == 0 && column % (2 * step) == 0
          if step == coarsest || !isCoarser {
            cells.append(GridCell(column: column, row: row))
          }
        }
      }
      step /= 2
    }
    return cells
  }

  /// The cell that stands for this one in the pass of a step: the corner of its block.
  func corner(step: Int) -> GridCell {
    GridCell(column: column - column % step, row: row - row % step)
  }
}
