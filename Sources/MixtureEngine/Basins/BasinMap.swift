/// Which optimum EM reaches from each place of one starting mean, and in how many iterations.
public struct BasinMap: Sendable {
  /// One cell of the map.
  public struct Cell: Hashable, Sendable {
    /// The position of the optimum in ``BasinMap/optima``, or `nil` where the run collapses.
    public let optimum: Int?
    /// How many iterations the run takes.
    public let iterations: Int

    /// A cell whose run ends in an optimum, or collapses, after so many iterations.
    package init(optimum: Int?, iterations: Int) {
      self.optimum = optimum
      self.iterations = iterations
    }
  }

  /// The first coordinates of the grid's columns.
  public let xs: [Double]
  /// The second coordinates of the grid's rows.
  public let ys: [Double]
  /// The optima that are reached, best first.
  public let optima: [Optimum]
  /// How many cells are done.
  package let doneCount: Int
  /// How many of them lead to a collapse.
  public let collapsedCount: Int
  /// The least and the greatest number of iterations of any cell whose run ends in an optimum;
  /// `0...0` where there is none.
  package let iterations: ClosedRange<Int>
  /// Where the run of each cell ends, row by row; `nil` for cells that are not done.
  let outcomes: [Outcome?]
  private let cells: [Cell?]

  /// Maps the basins of one starting mean over the box of the points, on all cores.
  ///
  /// Each cell is a run of the recipe whose start has this mean in the middle of the cell.
  /// Cancelling the task ends early and keeps what is done.
  ///
  /// - Parameters:
  ///   - recipe: The recipe of each run.
  ///   - points: The data.
  ///   - component: The component whose starting mean is swept, counted from 0.
  ///   - columns: How many columns the grid has.
  ///   - rows: How many rows the grid has.
  ///   - progress: Told now and then what there is so far.
  /// - Throws: ``InvalidInput`` for what cannot be asked.
  public init(
    of recipe: RunRecipe, over points: PointSet, sweeping component: Int = 0, columns: Int = 40,
    rows: Int = 20, progress: (BasinMap) -> Void = { _ in }
  ) async throws(InvalidInput) {
    try recipe.admit(over: points)
    guard component >= 0, component < recipe.components else {
      throw InvalidInput(
        "component \(component) cannot be swept: there are \(recipe.components), counted from 0.")
    }
    guard columns > 0, rows > 0 else { throw InvalidInput("a map has rows and columns.") }
    let (lower, upper) = points.bounds
    func middles(_ count: Int, _ from: Double, _ to: Double) -> [Double] {
      (0..<count).map { from + (to - from) * (Double($0) + 0.5) / Double(count) }
    }
    self = await BasinSweep(
      recipe, from: recipe.start(over: points), over: points, swept: component,
      xs: middles(columns, lower.x, upper.x),
      ys: points.dimension == 1
        ? middles(rows, lower.x, upper.x) : middles(rows, lower.y, upper.y)
    ).run(progress: progress)
  }

  /// Groups the outcomes of a sweep.
  init(_ outcomes: [Outcome?], of sweep: BasinSweep) {
    xs = sweep.xs
    ys = sweep.ys
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
    let counts = cells.lazy.compactMap { $0?.optimum == nil ? nil : $0?.iterations }
    iterations = (counts.min() ?? 0)...(counts.max() ?? 0)
  }

  /// How many columns the grid has.
  package var columns: Int { xs.count }

  /// How many rows the grid has.
  package var rows: Int { ys.count }

  /// Whether every cell is done.
  package var isComplete: Bool { doneCount == columns * rows }

  /// The share of the cells that are done that lead to an optimum.
  public func share(of optimum: Optimum) -> Double {
    Double(optimum.members.count) / Double(max(1, doneCount))
  }

  /// A cell, or `nil` where it is not done.
  package subscript(cell: GridCell) -> Cell? { cells[cell.row * columns + cell.column] }

  /// A cell, or the nearest one of a coarser pass that is done.
  package func nearest(to cell: GridCell) -> Cell? {
    var step = 1
    while step <= GridCell.coarsest {
      if let done = self[cell.corner(step: step)] { return done }
      step *= 2
    }
    return nil
  }
}
