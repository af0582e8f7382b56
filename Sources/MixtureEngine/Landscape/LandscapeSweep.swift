/// A plane of θ-space on which L is a landscape: what lies at each of its places.
package protocol ThetaPlane: Sendable {
  /// The heights at some places.
  func heights(at places: [Point]) -> [Double]
  /// Where one iteration from a place leads on the plane; `nil` where it leads nowhere.
  func destination(from place: Point) -> Point?
  /// The top of the hill that a place lies on.
  func top(above place: Point) -> (height: Double, place: Point)
}

/// The plane of one mean, over some data.
package struct MeanPlane: ThetaPlane {
  private let slice: MeanSlice
  private let sweep: LandscapeSweep

  /// The plane that a sweep goes over; `nil` where the component has no mean.
  init?(_ sweep: LandscapeSweep) {
    let slice = MeanSlice(
      through: sweep.model, moving: sweep.component, over: sweep.points, observed: sweep.observed,
      safeguard: sweep.safeguard)
    guard let slice else { return nil }
    (self.slice, self.sweep) = (slice, sweep)
  }

  package func heights(at places: [Point]) -> [Double] { slice.heights(at: places) }

  package func top(above place: Point) -> (height: Double, place: Point) {
    slice.top(above: place)
  }

  /// Where one iteration of EM, E and then M, sends a mean that stands at a place.
  ///
  /// It is the same whether the rest of θ moves along or not, as the M-step of a mean asks for q alone;
  /// but for Student-t components, whose means and scales are found together.
  package func destination(from place: Point) -> Point? {
    sweep.model.placing(sweep.component, at: place).flatMap(sweep.iterated)?
      .shapes[sweep.component].centre
  }
}

extension LandscapeSweep {
  /// θ after one iteration, E and then M; `nil` where that is a collapse.
  func iterated(_ model: any LatentLabelModel) -> (any LatentLabelModel)? {
    func next<Model: LatentLabelModel>(_ model: Model) -> (any LatentLabelModel)? {
      try? model.maximization(
        over: points, from: model.expectation(over: points, observed: observed),
        safeguard: safeguard)
    }
    return next(model)
  }
}

/// The place that steps lead to as long as they lead up, a hundred at most, and its height.
func climbed(
  from place: Point, height: (Point) -> Double, step: (Point) -> Point?
) -> (height: Double, place: Point) {
  var top = (height: height(place), place: place)
  for _ in 0..<100 {
    guard let next = step(top.place) else { break }
    let height = height(next)
    guard height > top.height else { break }
    top = (height, next)
  }
  return top
}

/// One mean over a grid of places, coarse to fine, and arrows from some of them: what is to be done.
package struct LandscapeSweep: Sendable {
  /// The data.
  package var points: PointSet
  /// The known labels.
  package var observed: ObservedLabels?
  /// What counts as a collapse, and the prior.
  package var safeguard: Safeguard
  /// θ.
  package var model: any LatentLabelModel
  /// The component whose mean moves, counted from 0.
  package var component: Int
  /// The component whose mean moves along the rows, where the points are on a line.
  package var other: Int?
  /// The first coordinates of the grid's columns.
  package var xs: [Double]
  /// The second coordinates of the grid's rows.
  package var ys: [Double]
  /// Where arrows begin.
  package var arrows: [Point]

  /// The landscape of a run where it stands.
  package init(
    of run: Run, moving component: Int, and other: Int? = nil, xs: [Double], ys: [Double],
    arrows: [Point] = []
  ) {
    (points, observed, safeguard, model) = (run.points, run.observed, run.safeguard, run.model)
    (self.component, self.other) = (component, other)
    (self.xs, self.ys, self.arrows) = (xs, ys, arrows)
  }

  /// The plane that it goes over; `nil` where there is none.
  package var plane: (any ThetaPlane)? {
    if other != nil { return MeanPairPlane(self) }
    return MeanPlane(self)
  }

  /// Works out heights and arrows, coarse to fine, and gives way to other tasks on the way;
  /// cancelling the task keeps what is done.
  ///
  /// - Parameters:
  ///   - known: What is there already.
  ///   - progress: Told now and then what there is so far.
  package func run(
    keeping known: Landscape? = nil, progress: (Landscape) -> Void = { _ in }
  ) async -> Landscape {
    var work = LandscapeWork(self, keeping: known)
    var told = 0
    while !Task.isCancelled, work.advance() {
      let done = work.landscape.doneCount
      if done >= 2 * told || done - told >= xs.count * ys.count / 8 || work.hasTakenLong {
        told = done
        progress(work.landscape)
      }
      await Task.yield()
    }
    return work.landscape
  }

  /// The whole landscape, worked out without giving way to anything.
  ///
  /// - Parameter known: What is there already.
  package func finished(keeping known: Landscape? = nil) -> Landscape {
    var work = LandscapeWork(self, keeping: known)
    while work.advance() {}
    return work.landscape
  }

  /// What the sweep costs, in evaluations of one Gaussian at one point, roughly.
  package var cost: Double {
    let isFast = points.weights == nil
    let tail = model.movingComponent(component)?.tail
    let (cell, arrow): (Double, Double) =
      switch tail {
      case _ where other != nil && tail != .hard: (4, 40)
      case .gaussian: isFast && observed == nil ? (1, 4) : isFast ? (1, 40) : (15, 40)
      case .student: (20, 500)
      case .hard, nil: (2, 4)
      }
    let count = Double(model.componentCount)
    return Double(points.count)
      * (cell * Double(xs.count * ys.count) + arrow * count * Double(arrows.count) + 20 * count)
  }
}

/// A sweep under way, stretch by stretch.
private struct LandscapeWork {
  private(set) var landscape: Landscape
  private let sweep: LandscapeSweep
  private let plane: (any ThetaPlane)?
  private var cells: ArraySlice<GridCell>
  private var arrows: ArraySlice<Int>

  /// How many evaluations of one point at one place are a stretch.
  private static let evaluations = 2_000_000
  /// The fewest cells of a stretch: what fills the lanes of vectors.
  private static let fewest = 16

  init(_ sweep: LandscapeSweep, keeping known: Landscape?) {
    self.sweep = sweep
    let landscape =
      known
      ?? Landscape(
        columns: sweep.xs.count, rows: sweep.ys.count, arrows: sweep.arrows.count)
    cells =
      GridCell.coarseToFine(columns: landscape.columns, rows: landscape.rows)
      .filter { landscape[$0] == nil }[...]
    arrows = sweep.arrows.indices.filter { !landscape.destinations[$0].isKnown }[...]
    plane = sweep.plane
    self.landscape = landscape
  }

  /// So few points that the way to the top takes no longer than the grid.
  private static let few = 20_000

  /// Whether one arrow takes as long as many cells.
  var hasTakenLong: Bool { cells.isEmpty && sweep.points.count >= Self.evaluations / 10 }

  /// Goes on by a stretch of cells or, after all of them, by an arrow.
  ///
  /// - Returns: Whether there was something to do.
  mutating func advance() -> Bool {
    guard let plane else { return false }
    if !cells.isEmpty {
      let stretch = cells.prefix(
        max(Self.fewest, Self.evaluations / max(1, sweep.points.count)))
      let places = stretch.map { Point(x: sweep.xs[$0.column], y: sweep.ys[$0.row]) }
      landscape.take(plane.heights(at: places), for: stretch)
      cells = cells.dropFirst(stretch.count)
      return true
    }
    if landscape.top == nil, let best = landscape.greatest {
      let place = Point(x: sweep.xs[best.cell.column], y: sweep.ys[best.cell.row])
      landscape.top =
        sweep.points.count <= Self.few ? plane.top(above: place) : (best.height, place)
      return true
    }
    guard let number = arrows.popFirst() else { return false }
    landscape.destinations[number] = .known(plane.destination(from: sweep.arrows[number]))
    return true
  }
}

/// L at the places of one mean, as far as it is worked out.
package struct Landscape: Sendable {
  /// Where an iteration leads from the beginning of an arrow.
  package enum Destination: Hashable, Sendable {
    /// That isn't worked out.
    case unknown
    /// There; `nil` where it leads to a collapse.
    case known(Point?)

    /// Whether it is worked out.
    var isKnown: Bool { self != .unknown }
  }

  /// How many columns the grid has.
  package let columns: Int
  /// How many rows the grid has.
  package let rows: Int
  /// Where an iteration leads from the beginning of each arrow.
  package fileprivate(set) var destinations: [Destination]
  /// How many cells are done.
  package private(set) var doneCount = 0
  /// The greatest and the least height so far, and where the greatest is; heights that are no numbers
  /// do not count.
  package private(set) var greatest: (height: Double, cell: GridCell)?
  package private(set) var least = Double.infinity
  /// The top of the hill that the greatest cell lies on, once all cells are done; over many points the
  /// middle of the cell.
  package fileprivate(set) var top: (height: Double, place: Point)?
  /// The heights, row by row; NaN where a cell is not done.
  private var heights: [Double]

  /// A landscape of which nothing is known.
  init(columns: Int, rows: Int, arrows: Int) {
    (self.columns, self.rows) = (columns, rows)
    destinations = [Destination](repeating: .unknown, count: arrows)
    heights = [Double](repeating: .nan, count: columns * rows)
  }

  /// Whether all of it is worked out.
  package var isComplete: Bool {
    doneCount == heights.count && destinations.allSatisfy(\.isKnown)
  }

  /// The height in a cell, or `nil` where it is not done.
  package subscript(cell: GridCell) -> Double? {
    let height = heights[cell.row * columns + cell.column]
    return height.isNaN ? nil : height
  }

  /// The height in a cell, or in the nearest one of a coarser pass that is done.
  package func nearest(to cell: GridCell) -> Double? {
    var step = 1
    while step <= GridCell.coarsest {
      if let height = self[cell.corner(step: step)] { return height }
      step *= 2
    }
    return nil
  }

  fileprivate mutating func take(_ found: [Double], for cells: ArraySlice<GridCell>) {
    for (cell, height) in zip(cells, found) {
      // What is no number lies as low as can be.
      heights[cell.row * columns + cell.column] = height.isNaN ? -.infinity : height
      doneCount += 1
      guard height.isFinite else { continue }
      if height > greatest?.height ?? -.infinity { greatest = (height, cell) }
      least = min(least, height)
    }
  }

  /// The same landscape without arrows, or with others that are not worked out.
  package func with(arrows: Int) -> Landscape {
    var other = self
    other.destinations = [Destination](repeating: .unknown, count: arrows)
    return other
  }
}
