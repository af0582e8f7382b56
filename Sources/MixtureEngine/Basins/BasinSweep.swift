/// One starting mean swept over a grid while everything else of a start stays: what is to be done.
package struct BasinSweep: Equatable, Sendable {
  /// The data.
  package var points: PointSet
  /// The recipe of each run, but for its start.
  package let recipe: RunRecipe
  /// The start whose other means stay.
  package let start: GaussianMixture
  /// The component whose mean is swept, counted from 0.
  package var swept: Int
  /// The first coordinates of the grid's columns.
  package var xs: [Double]
  /// The second coordinates of the grid's rows.
  package var ys: [Double]

  /// A sweep; places beyond ``PointSet/coordinateLimit`` are moved to it.
  ///
  /// - Precondition: `swept` is a component of the start.
  package init(
    _ recipe: RunRecipe, from start: GaussianMixture, over points: PointSet, swept: Int,
    xs: [Double], ys: [Double]
  ) {
    precondition(start.components.indices.contains(swept), "no such component to sweep")
    self.points = points
    var recipe = recipe.leavingStartAside
    recipe.components = start.componentCount
    self.recipe = recipe
    self.start = start
    self.swept = swept
    func reachable(_ place: Double) -> Double {
      min(max(place, -PointSet.coordinateLimit), PointSet.coordinateLimit)
    }
    self.xs = xs.map(reachable)
    self.ys = ys.map(reachable)
  }

  /// The start with the swept mean in the middle of a cell.
  package func start(at cell: GridCell) -> GaussianMixture {
    guard points.dimension == 1 else {
      return start.moving(swept, to: Point(x: xs[cell.column], y: ys[cell.row]))
    }
    let moved = start.moving(swept, to: Point(x: xs[cell.column], y: 0))
    return sweptToo.map { moved.moving($0, to: Point(x: ys[cell.row], y: 0)) } ?? moved
  }

  /// The other component whose mean is swept, along the rows: on a line there is one where K > 1.
  package var sweptToo: Int? {
    Self.sweptToo(beside: swept, of: start.componentCount, over: points)
  }

  /// The other component whose mean is swept beside one of so many.
  package static func sweptToo(beside swept: Int, of count: Int, over points: PointSet) -> Int? {
    points.dimension == 1 && count > 1 ? (swept + 1) % count : nil
  }

  /// The one run of a cell, the same wherever and whenever it is done.
  ///
  /// - Returns: `nil` when the task is cancelled first.
  func outcome(at cell: GridCell) -> Outcome? { recipe(at: cell).outcome(over: points) }

  private func recipe(at cell: GridCell) -> RunRecipe {
    var recipe = recipe
    recipe.givenStart = start(at: cell)
    return recipe
  }

  /// Maps the basins on all cores, coarse to fine; cancelling the task keeps what is done.
  ///
  /// - Parameters:
  ///   - done: Cells of this sweep that are there already and need not be done again.
  ///   - positions: Which cells to do, by their place in the order from coarse to fine; `nil` for
  ///     all.
  ///   - progress: Told now and then what there is so far.
  /// - Returns: The map, complete unless the task was cancelled.
  package func run(
    keeping done: BasinMap? = nil, only positions: Set<Int>? = nil,
    progress: (BasinMap) -> Void = { _ in }
  ) async -> BasinMap {
    var outcomes =
      done?.outcomes ?? [Outcome?](repeating: nil, count: xs.count * ys.count)
    let cells = order.enumerated()
      .filter { positions?.contains($0.offset) ?? true }.map(\.element)
      .filter { outcomes[$0.row * xs.count + $0.column] == nil }
    var count = 0
    var next = max(1, cells.count / 64)
    await ManyRuns(under: RunTerms(of: recipe, over: points)).run(
      count: cells.count, from: { recipe(at: cells[$0]).beginning(over: points).beginning }
    ) {
      outcomes[cells[$0].row * xs.count + cells[$0].column] = $1
      count += 1
      if count == next {
        next += max(1, min(count, cells.count / 8))
        progress(BasinMap(outcomes, of: self))
      }
    }
    return BasinMap(outcomes, of: self)
  }

  /// Which of the cells are done, by their place in the order from coarse to fine, ascending.
  package func positions(in done: BasinMap) -> [Int] {
    order.enumerated().filter { done[$0.element] != nil }.map(\.offset)
  }

  private var order: [GridCell] { GridCell.coarseToFine(columns: xs.count, rows: ys.count) }
}

extension GaussianMixture {
  /// The same mixture with one mean elsewhere.
  package func moving(_ k: Int, to mean: Point) -> GaussianMixture {
    var moved = components
    let old = components[k]
    moved[k] =
      GaussianComponent(weight: old.weight, mean: mean, covariance: old.covariance) ?? old
    return GaussianMixture(components: moved, structure: structure)
  }
}

extension RunRecipe {
  /// The recipe without what chose its start: of equal ones equal starts make equal sweeps, and the
  /// optima are the same.
  package var leavingStartAside: RunRecipe {
    var recipe = self
    recipe.givenStart = nil
    recipe.rule = .randomPoints
    recipe.seed = 0
    return recipe
  }
}
