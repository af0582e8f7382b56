import MixtureEngine
import TerminalCanvas

/// The means that stay while one is swept, where they were moved on the map.
struct MovedMeans: Sendable {
  /// The start that they were moved in; of any other nothing is moved.
  private(set) var start: GaussianMixture?
  private var places: [Int: Point] = [:]
  /// Where the means stood before each move.
  private var past: [[Int: Point]] = []
  /// The mean that keys and pointer move, counted from 0.
  private(set) var held: Int?

  /// The start with the moved means in their places.
  func applied(to start: GaussianMixture) -> GaussianMixture {
    guard start == self.start else { return start }
    return places.reduce(start) { $0.moving($1.key, to: $1.value) }
  }

  /// The mean in hand, while the start is on screen in which it was taken.
  func held(in start: GaussianMixture) -> Int? { start == self.start ? held : nil }

  /// Whether a mean stands elsewhere than in the start.
  func isMoved(in start: GaussianMixture) -> Bool { start == self.start && !places.isEmpty }

  /// Takes a mean in hand.
  mutating func hold(_ k: Int, of start: GaussianMixture) {
    if start != self.start { (self.start, places, past) = (start, [:], []) }
    held = k
  }

  /// Brings the mean in hand to a place.
  mutating func move(to place: Point) {
    guard let held, places[held] != place else { return }
    past.append(places)
    places[held] = place
  }

  /// Takes back the last move.
  ///
  /// - Returns: Whether there was one, in this start.
  mutating func takeBack(in start: GaussianMixture) -> Bool {
    guard start == self.start, let before = past.popLast() else { return false }
    places = before
    return true
  }

  /// Leaves the mean in hand where it is.
  mutating func letGo() { held = nil }
}

extension AppState {
  /// The mean in hand on the map, counted from 0.
  var heldMean: Int? {
    session.course.first.start.flatMap { basins.moved.held(in: $0) }
  }

  /// The start of the run with what was moved on the map.
  var startOnMap: GaussianMixture? {
    session.course.first.start.map { basins.moved.applied(to: $0) }
  }

  /// Takes a mean in hand that isn't swept, the first or the next, or lets it go.
  mutating func holdMean() throws(Notice) {
    if heldMean != nil {
      basins.moved.letGo()
      notice = .news("let go; Esc puts the means back where the run has them")
      return
    }
    try hold(next: 1)
  }

  /// Takes the next mean in hand, around the end, passing over the swept one.
  mutating func hold(next step: Int) throws(Notice) {
    guard let start = session.course.first.start, basinAxes != nil,
      start.componentCount > 1
    else { throw .idle("With one mean there is no other to move: + adds one.") }
    let count = start.componentCount
    var k = heldMean ?? sweptMean
    guard sweptToo == nil || count > 2 else { throw .idle("Both means are swept: none stays.") }
    repeat { k = (k + step + count) % count } while k == sweptMean || k == sweptToo
    if k == heldMean { throw .idle("There is no other mean that stays in place.") }
    basins.moved.hold(k, of: start)
  }

  /// Moves the mean in hand by cells of the map, which follows.
  mutating func moveHeldMean(columns: Int, rows: Int) throws(Notice) {
    guard let k = heldMean else { return }
    guard let cell = cell(ofHeldMean: k, columns: columns, rows: rows) else {
      throw .idle("The map ends here.")
    }
    moveHeldMean(to: cell)
  }

  /// The cell of the map that the mean in hand comes to when it is moved, `nil` beyond the map.
  func cell(ofHeldMean k: Int, columns: Int, rows: Int) -> GridCell? {
    guard let grid = basinAxes.map(BasinGrid.init), let start = startOnMap else { return nil }
    let mean = start.components[k].mean
    let isLine = data.points.dimension == 1
    // On a line a mean moves along the columns alone.
    guard !isLine || rows == 0 else { return nil }
    let cell = grid.cell(at: isLine ? Point(x: mean.x, y: data.points.mean.x) : mean) ?? grid.middle
    let next = GridCell(column: cell.column + columns, row: cell.row + rows)
    return grid.contains(next) ? next : nil
  }

  /// Brings the mean in hand to a cell of the map.
  mutating func moveHeldMean(to cell: GridCell) {
    guard let sweep = basinSweep, sweep.xs.indices.contains(cell.column),
      sweep.ys.indices.contains(cell.row)
    else { return }
    let y = data.points.dimension == 1 ? 0 : sweep.ys[cell.row]
    basins.moved.move(to: Point(x: sweep.xs[cell.column], y: y))
  }

  /// Takes back the last move of a mean; where there is none, what the last key changed.
  mutating func takeBackOnMap() throws(Notice) {
    guard let start = session.course.first.start, basins.moved.takeBack(in: start) else {
      return try takeBack()
    }
    notice = .news("the mean is where it was before the last move")
  }

  /// Puts all means back where the start of the run has them.
  mutating func putMeansBack() throws(Notice) {
    guard let start = session.course.first.start,
      heldMean != nil || basins.moved.isMoved(in: start)
    else { throw .idle("The means are where the run has them; q quits.") }
    basins.moved = MovedMeans()
    notice = .news("the means are where the run has them")
  }

  /// The mean that stays and whose number stands in a cell of the map, the last drawn of several.
  func meanOnMap(at cell: Position) -> Int? {
    guard let axes = basinAxes, let start = startOnMap else { return nil }
    return start.components.indices.last { k in
      let mean = start.components[k].mean
      return k != sweptMean && axes.viewport.cell(mean.x, mean.y) == cell
    }
  }
}
