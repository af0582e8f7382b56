import MixtureEngine
import TerminalCanvas

extension AppState {
  /// Obeys an action of the basins.
  ///
  /// - Returns: The work that is to go on, if any.
  mutating func apply(_ action: BasinsAction) -> Effect? {
    switch action {
    case .nextMean: sweepNext(by: 1)
    case .previousMean: sweepNext(by: -1)
    case .move(let columns, let rows): moveCursor(columns: columns, rows: rows)
    case .point(let cell): basins.cursor = cell
    case .open: openBasinRun()
    case .resume: return resumeBasins()
    case .found(let map, let sweep):
      basins.pursuit.learn(map, of: sweep, isComplete: map.isComplete)
    }
    return nil
  }

  /// The axes of the map on screen, if it is there.
  var basinAxes: PlotAxes? {
    guard view == .basins, let size = layout.view?.size else { return nil }
    let axes = PlotAxes(
      points: data.points, size: BasinsPane.mapSize(in: size), zoom: plotOptions.zoom)
    return axes.area.isEmpty ? nil : axes
  }

  /// The sweep that the view shows.
  ///
  /// The swept mean stands in the middle of the data, whatever its place in the start, so that
  /// opening the run of a cell does not ask for another map.
  var basinSweep: BasinSweep? {
    guard let axes = basinAxes, let start = stages[0].start else { return nil }
    let swept = min(basins.swept, start.componentCount - 1)
    let (width, height) = (axes.area.size.width, axes.area.size.height)
    return BasinSweep(
      recipe, from: start.with(structure: recipe.structure).moving(swept, to: data.points.mean),
      over: data.points, swept: swept,
      xs: (0..<width).map { axes.viewport.data(at: Position(x: $0, y: 0)).x },
      ys: (0..<height).map { axes.viewport.data(at: Position(x: 0, y: $0)).y })
  }

  /// The cell under the cursor: where the swept mean starts, until the cursor is moved.
  func basinCursor(on sweep: BasinSweep, _ axes: PlotAxes) -> GridCell {
    let mean = stages[0].start?.components[sweep.swept].mean
    let start = mean.flatMap { axes.viewport.cell($0.x, $0.y) }
    let cell =
      basins.cursor
      ?? GridCell(
        column: start?.x ?? sweep.xs.count / 2, row: start?.y ?? sweep.ys.count / 2)
    return GridCell(
      column: min(max(0, cell.column), sweep.xs.count - 1),
      row: min(max(0, cell.row), sweep.ys.count - 1))
  }

  /// Asks for the map that is to be shown, unless that was done.
  mutating func pursueBasins() -> Effect? {
    guard let sweep = basinSweep, sweep != basins.pursuit.question else { return nil }
    basins.pursuit.ask(sweep)
    return .start(work(on: sweep, knowing: nil))
  }

  private mutating func resumeBasins() -> Effect? {
    guard let sweep = basins.pursuit.question, basins.pursuit.resume() else { return nil }
    return .start(work(on: sweep, knowing: basins.pursuit.answer))
  }

  /// - Parameter positions: Which of the cells to do, `nil` for all.
  func work(on sweep: BasinSweep, knowing known: BasinMap?, only positions: Set<Int>? = nil) -> Work
  {
    Work { report in
      let all = await sweep.run(keeping: known, only: positions) {
        report(.basins(.found($0, for: sweep)))
      }
      report(.basins(.found(all, for: sweep)))
    }
  }

  private mutating func sweepNext(by step: Int) {
    let count = stages[0].start?.componentCount ?? 1
    basins.swept = (min(basins.swept, count - 1) + step + count) % count
    basins.cursor = nil
  }

  private mutating func moveCursor(columns: Int, rows: Int) {
    guard let axes = basinAxes, let sweep = basinSweep else { return }
    basins.cursor = basinCursor(on: sweep, axes)
    basins.cursor?.column += columns
    basins.cursor?.row += rows
    basins.cursor = basinCursor(on: sweep, axes)
  }

  /// Moves the cursor to a cell of the view that was clicked; a second click opens its run.
  mutating func clickBasin(at cell: Position) -> Effect? {
    guard let axes = basinAxes, let sweep = basinSweep, axes.area.contains(cell) else { return nil }
    let clicked = GridCell(
      column: cell.x - axes.area.origin.x, row: cell.y - axes.area.origin.y)
    return apply(.basins(basinCursor(on: sweep, axes) == clicked ? .open : .point(clicked)))
  }

  /// Begins the run from under the cursor, so that one can step through it.
  private mutating func openBasinRun() {
    guard let axes = basinAxes, let sweep = basinSweep else { return }
    var recipe = recipe
    recipe.givenStart = sweep.start(at: basinCursor(on: sweep, axes))
    showRun(recipe)
  }
}
