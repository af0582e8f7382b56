import MixtureEngine
import TerminalCanvas

extension View {
  /// Where each starting place of one mean leads.
  static let basins = View(
    "basins", "basins: where each start leads", at: .large,
    bindings: [
      Binding(
        [.tab], "sweep the next mean; with one in hand, the next to move",
        hint: Hint(1) {
          $0.heldMean == nil
            ? $0.sweptCount > 1 ? "mean" : nil : $0.sweptCount > 2 ? "another" : nil
        }
      ) { state throws(Notice) in try state.nextMean(by: 1) },
      Binding([.backTab], "the mean before") { state throws(Notice) in
        try state.nextMean(by: -1)
      },
      Binding(
        [.character("a")], "move another mean: the map follows; and let it go",
        hint: Hint(4) {
          $0.heldMean == nil ? $0.sweptCount > 1 ? "move a mean" : nil : "let go"
        }
      ) { state throws(Notice) in try state.holdMean() },
      Binding([.escape], "the means back where the run has them") { state throws(Notice) in
        try state.putMeansBack()
      },
      Binding([.character("U")], "take back the last move of a mean") { state throws(Notice) in
        try state.takeBackOnMap()
      },
      movingCursor([.left, .character("h")], "left", columns: -1, rows: 0),
      movingCursor([.up, .character("k")], "up", columns: 0, rows: -1),
      movingCursor([.down, .character("j")], "down", columns: 0, rows: 1),
      movingCursor([.right, .character("l")], "right", columns: 1, rows: 0),
      Binding([.enter], "open the run from here, at its start", hint: Hint(3, "open its run")) {
        state throws(Notice) in try state.openBasinRun()
      },
      BasinsState.work.resuming,
    ],
    pictureHints: hintsAwayFromTheRun,
    showsRun: false, status: { $0.basinsStatus },
    work: BasinsState.work,
    clicked: { state, cell throws(Notice) in
      guard let axes = state.basinAxes, axes.area.contains(cell) else { return nil }
      let place = Position(x: cell.x - axes.area.origin.x, y: cell.y - axes.area.origin.y)
      if let start = state.session.course.first.start, let k = state.meanOnMap(at: place) {
        state.basins.moved.hold(k, of: start)
        return nil
      }
      state.basins.moved.letGo()
      let clicked = BasinPicture.upperHalf(of: place)
      // A second click opens the run of the cell, whichever half the cursor is on.
      let cursor = state.basinCursor(on: BasinGrid(axes))
      if BasinPicture.place(of: cursor) == BasinPicture.place(of: clicked) {
        try state.openBasinRun()
      } else {
        state.basins.cursor = clicked
      }
      return nil
    },
    dragged: { state, cell in
      guard let area = state.basinAxes?.area, state.heldMean != nil else { return }
      state.moveHeldMean(
        to: BasinPicture.upperHalf(
          of: Position(x: cell.x - area.origin.x, y: cell.y - area.origin.y)))
    },
    told: Telling { state, _ in
      state.basinsPane?.told ?? Told("The map of the basins is made while they are shown: 6.")
    }
  ) { $0.basinsPane?.frame(size: $1) ?? Frame(size: $1) }
}

extension AppState {
  /// The map and its legend, while the view is shown and has room for it.
  fileprivate var basinsPane: BasinsPane? {
    guard let axes = basinAxes, let sweep = basinSweep else { return nil }
    let map = basins.map
    return BasinsPane(
      sweep: sweep, map: sweep == map.question ? map.answer : nil, look: basinsLook,
      goesOn: map.goesOn,
      cursor: basinCursor(on: BasinGrid(axes)), axes: axes, xName: basinNames.x,
      yName: basinNames.y,
      theme: screen.theme)
  }
}

/// The view of the basins.
struct BasinsState: ViewState {
  /// The component whose mean is swept, counted from 0.
  var swept = 0
  /// The cell under the cursor, or `nil` for the one where the swept mean starts.
  var cursor: GridCell?
  /// The means that stay, where they were moved.
  var moved = MovedMeans()
  /// The map.
  var map = Background<BasinSweep>()

  /// The map that the view shows.
  static let work = BackgroundWork(
    \AppState.basins.map, question: { $0.basinSweep }, learned: { $0.nameOptima() },
    obstacle: { $0.basinSweep == nil ? AppState.noMap.text : nil })
}

extension BasinSweep: BackgroundQuestion {
  func answer(
    knowing known: BasinMap?, only positions: Set<Int>?, progress: (BasinMap) -> Void
  ) async -> BasinMap {
    await run(keeping: known, only: positions, progress: progress)
  }

  func isComplete(_ answer: BasinMap) -> Bool { answer.isComplete }

  func keeps(_ answer: BasinMap, to earlier: BasinSweep) -> BasinMap? { nil }
}

extension View {
  private static func movingCursor(
    _ keys: [Key], _ help: String, columns: Int, rows: Int
  ) -> Binding {
    Binding(
      keys, help,
      hint: Hint(2) {
        if let k = $0.heldMean {
          return $0.cell(ofHeldMean: k, columns: columns, rows: rows) == nil
            ? nil : "move mean \(Marks.name(k))"
        }
        return $0.canMoveBasinCursor(columns: columns, rows: rows) ? "cursor" : nil
      }
    ) { state throws(Notice) in
      if state.heldMean != nil {
        try state.moveHeldMean(columns: columns, rows: rows)
      } else {
        try state.moveBasinCursor(columns: columns, rows: rows)
      }
    }
  }
}

extension AppState {
  /// The view of the basins.
  var basins: BasinsState {
    get { views[BasinsState.self] }
    set { views[BasinsState.self] = newValue }
  }

  /// The axes of the map on screen, if it is there.
  var basinAxes: PlotAxes? {
    guard view == .basins, let space = layout.view?.size else { return nil }
    let size = BasinsPane.mapSize(in: space)
    let axes = data.points.dimension == 1 ? lineMapAxes(size: size) : axes(size: size)
    return axes.area.isEmpty ? nil : axes
  }

  /// The axes of the map over a line, where two means are swept: both are those of the data.
  private func lineMapAxes(size: Size) -> PlotAxes {
    let xs = data.points.xs
    return PlotAxes(points: PointSet(xs: xs, ys: xs), size: size)
  }

  /// The sweep that the view shows.
  ///
  /// The swept mean stands in the middle of the data, whatever its place in the start, so that
  /// opening the run of a cell does not ask for another map.
  var basinSweep: BasinSweep? {
    guard let grid = basinAxes.map(BasinGrid.init), let start = startOnMap else { return nil }
    let (recipe, points, swept) = (session.recipe, session.data.points, sweptMean)
    var middle = start.with(structure: recipe.structure).moving(swept, to: points.mean)
    if let other = sweptToo { middle = middle.moving(other, to: points.mean) }
    return BasinSweep(
      recipe, from: middle,
      over: points, swept: swept, xs: grid.xs, ys: grid.ys)
  }

  /// The cell under the cursor: where the swept mean starts, until the cursor is moved.
  func basinCursor(on grid: BasinGrid) -> GridCell {
    var mean = session.course.first.start?.components[sweptMean].mean
    if let other = sweptToo { mean?.y = session.course.first.start?.components[other].mean.x ?? 0 }
    return grid.nearest(to: basins.cursor ?? mean.flatMap(grid.cell) ?? grid.middle)
  }

  /// The component whose mean is swept, counted from 0.
  var sweptMean: Int { min(basins.swept, sweptCount - 1) }

  /// The component whose mean is swept along the rows, where the points are on a line.
  var sweptToo: Int? {
    BasinSweep.sweptToo(beside: sweptMean, of: sweptCount, over: data.points)
  }

  /// What the axes of the map are called.
  fileprivate var basinNames: (x: String, y: String) {
    guard data.points.dimension == 1 else { return (data.xName, data.yName) }
    func name(_ k: Int) -> String { "\(data.xName) of mean \(Marks.name(k))" }
    return (name(sweptMean), sweptToo.map(name) ?? "")
  }

  /// How many means there are to sweep.
  fileprivate var sweptCount: Int { session.course.first.start?.componentCount ?? 1 }

  /// What the view says of its map, and how to see a run.
  fileprivate var basinsStatus: String? {
    if let k = heldMean {
      return "mean \(Marks.name(k)) in hand: the map follows it; a lets go, Esc puts it back"
    }
    return basins.map.goesOn
      ? "a run from each cell; any key stops" : "Enter opens the run from the cell under the cursor"
  }

  /// The next mean to sweep or, with one in hand, to move.
  fileprivate mutating func nextMean(by step: Int) throws(Notice) {
    if heldMean != nil { try hold(next: step) } else { try sweepNext(by: step) }
  }

  private mutating func sweepNext(by step: Int) throws(Notice) {
    let count = sweptCount
    guard count > 1 else { throw .idle("There is only one mean to sweep.") }
    basins.swept = (min(basins.swept, count - 1) + step + count) % count
    basins.cursor = nil
  }

  fileprivate mutating func moveBasinCursor(columns: Int, rows: Int) throws(Notice) {
    guard let grid = basinAxes.map(BasinGrid.init) else { throw Self.noMap }
    let before = basinCursor(on: grid)
    var cell = before
    cell.column += columns
    cell.row += rows
    basins.cursor = grid.nearest(to: cell)
    if basins.cursor == before { throw .idle("The map ends here.") }
  }

  /// Why nothing can be chosen on the map.
  fileprivate static let noMap = Notice.idle("There is no room for the map on this screen.")

  /// Whether the cursor has a cell to go to that way.
  fileprivate func canMoveBasinCursor(columns: Int, rows: Int) -> Bool {
    guard let grid = basinAxes.map(BasinGrid.init) else { return false }
    let cell = basinCursor(on: grid)
    return grid.contains(GridCell(column: cell.column + columns, row: cell.row + rows))
  }

  /// Begins the run from under the cursor, so that one can step through it.
  fileprivate mutating func openBasinRun() throws(Notice) {
    guard let axes = basinAxes, let sweep = basinSweep else { throw Self.noMap }
    var recipe = session.recipe
    recipe.givenStart = sweep.start(at: basinCursor(on: BasinGrid(axes)))
    try showRun(recipe, from: .map)
  }
}
