/// One starting mean swept over a grid while everything else of a start stays: what is to be done.
public struct BasinSweep: Equatable, Sendable {
  /// The data.
  public var points: PointSet
  /// Labels that are known.
  public var observed: ObservedLabels?
  /// The kind of model.
  public var kind: ModelKind
  /// The start whose other means stay; its structure is the one that is fitted.
  public var start: GaussianMixture
  /// The component whose mean is swept, counted from 0.
  public var swept: Int
  /// The first coordinates of the grid's columns.
  public var xs: [Double]
  /// The second coordinates of the grid's rows.
  public var ys: [Double]
  /// When a run is over.
  public var stopping: StoppingRule

  /// A sweep; places beyond ``PointSet/coordinateLimit`` are moved to it.
  ///
  /// - Precondition: `swept` is a component of the start.
  public init(
    points: PointSet, observed: ObservedLabels? = nil, kind: ModelKind = .gaussianMixture,
    start: GaussianMixture, swept: Int, xs: [Double], ys: [Double],
    stopping: StoppingRule = StoppingRule()
  ) {
    precondition(start.components.indices.contains(swept), "no such component to sweep")
    self.points = points
    self.observed = observed
    self.kind = kind
    self.start = start
    self.swept = swept
    func reachable(_ place: Double) -> Double {
      min(max(place, -PointSet.coordinateLimit), PointSet.coordinateLimit)
    }
    self.xs = xs.map(reachable)
    self.ys = ys.map(reachable)
    self.stopping = stopping
  }

  /// The start with the swept mean in the middle of a cell.
  public func start(at cell: GridCell) -> GaussianMixture {
    start.moving(swept, to: Point(x: xs[cell.column], y: ys[cell.row]))
  }

  /// The one run of a cell, the same wherever and whenever it is done.
  ///
  /// - Returns: `nil` when the task is cancelled first.
  func outcome(at cell: GridCell) -> Outcome? {
    let start = start(at: cell)
    do throws(Collapse) {
      let model = try kind.model(from: start, over: points, observed: observed)
      return Outcome(from: model, over: points, observed: observed, rule: stopping)
    } catch {
      return Outcome(collapsedAtStart: start, error, over: points)
    }
  }

  /// Maps the basins on all cores, coarse to fine; cancelling the task keeps what is done.
  ///
  /// - Parameters:
  ///   - done: Cells of this sweep that are there already and need not be done again.
  ///   - positions: Which cells to do, by their place in the order from coarse to fine; `nil` for
  ///     all.
  ///   - progress: Told now and then what there is so far.
  /// - Returns: The map, complete unless the task was cancelled.
  public func run(
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
    await AllCores.run(cells, { cell in outcome(at: cell).map { (cell, $0) } }) {
      outcomes[$0.row * xs.count + $0.column] = $1
      count += 1
      if count == next {
        next += max(1, min(count, cells.count / 8))
        progress(BasinMap(outcomes, of: self))
      }
    }
    return BasinMap(outcomes, of: self)
  }

  /// Which of the cells are done, by their place in the order from coarse to fine, ascending.
  public func positions(in done: BasinMap) -> [Int] {
    order.enumerated().filter { done[$0.element] != nil }.map(\.offset)
  }

  private var order: [GridCell] { GridCell.coarseToFine(columns: xs.count, rows: ys.count) }
}

extension GaussianMixture {
  /// The same mixture with one mean elsewhere.
  public func moving(_ k: Int, to mean: Point) -> GaussianMixture {
    var moved = components
    let old = components[k]
    moved[k] =
      GaussianComponent(weight: old.weight, mean: mean, covariance: old.covariance) ?? old
    return GaussianMixture(components: moved, structure: structure)
  }
}
