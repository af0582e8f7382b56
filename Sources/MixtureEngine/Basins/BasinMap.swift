/// Which optimum EM reaches from each place of one starting mean, and in how many iterations.
public struct BasinMap: Sendable {
  /// One cell of the map.
  public struct Cell: Hashable, Sendable {
    /// The position of the optimum in ``BasinMap/optima``, or `nil` where the run collapses.
    public let optimum: Int?
    /// How many iterations the run takes.
    public let iterations: Int

    /// A cell whose run ends in an optimum, or collapses, after so many iterations.
    public init(optimum: Int?, iterations: Int) {
      self.optimum = optimum
      self.iterations = iterations
    }
  }

  /// How many columns the grid has.
  public let columns: Int
  /// How many rows the grid has.
  public let rows: Int
  /// The optima that are reached, best first.
  public let optima: [Optimum]
  /// How many cells are done.
  public let doneCount: Int
  /// How many of them lead to a collapse.
  public let collapsedCount: Int
  /// The least and the greatest number of iterations of any cell; `0...0` for an empty map.
  public let iterations: ClosedRange<Int>
  /// Where the run of each cell ends, row by row; `nil` for cells that are not done.
  let outcomes: [Outcome?]
  private let cells: [Cell?]

  /// Groups the outcomes of a sweep.
  init(_ outcomes: [Outcome?], of sweep: BasinSweep) {
    columns = sweep.xs.count
    rows = sweep.ys.count
    self.outcomes = outcomes
    let done = outcomes.indices.filter { outcomes[$0] != nil }
    let groups = Optima(grouping: done.compactMap { outcomes[$0] }, over: sweep.points)
    var cells = [Cell?](repeating: nil, count: outcomes.count)
    for (position, index) in done.enumerated() {
      cells[index] = outcomes[index].map {
        Cell(optimum: groups.membership[position], iterations: $0.iterations)
      }
    }
    self.cells = cells
    optima = groups.all
    doneCount = done.count
    collapsedCount = groups.collapsedCount
    let counts = cells.lazy.compactMap { $0?.iterations }
    iterations = (counts.min() ?? 0)...(counts.max() ?? 0)
  }

  /// Whether every cell is done.
  public var isComplete: Bool { doneCount == columns * rows }

  /// The share of the cells that are done that lead to an optimum.
  public func share(of optimum: Optimum) -> Double {
    Double(optimum.members.count) / Double(max(1, doneCount))
  }

  /// A cell, or `nil` where it is not done.
  public subscript(cell: GridCell) -> Cell? { cells[cell.row * columns + cell.column] }

  /// A cell, or the nearest one of a coarser pass that is done.
  public func nearest(to cell: GridCell) -> Cell? {
    var step = 1
    while step <= GridCell.coarsest {
      if let done = self[cell.corner(step: step)] { return done }
      step *= 2
    }
    return nil
  }
}
