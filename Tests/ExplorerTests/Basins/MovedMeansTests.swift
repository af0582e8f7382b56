import MixtureEngine
import TerminalCanvas
import Testing

@testable import Explorer

@Suite struct `A mean that is moved on the map` {
  private static let small = Size(width: 60, height: 16)

  @Test func `takes the map with it`() async throws {
    var state = try AppState.clouds(size: Self.small)
    await state.press("6")
    let before = try #require(state.basins.map.answer)
    await state.press("a Right Right Down")
    #expect(state.heldMean == 1)
    #expect(state.shows("mean 2 in hand"))
    let sweep = try #require(state.basins.map.question)
    let start = try #require(state.session.course.first.start)
    let (old, new) = (start.components[1].mean, sweep.start.components[1].mean)
    #expect(new.x > old.x && new.y < old.y)
    #expect(sweep.xs.contains(new.x) && sweep.ys.contains(new.y))
    let map = try #require(state.basins.map.answer)
    #expect(map.isComplete)
    let alone = await BasinSweep(
      state.recipe, from: sweep.start, over: state.data.points, swept: 0, xs: sweep.xs,
      ys: sweep.ys
    ).run()
    #expect(map.cells == alone.cells)
    #expect(map.cells != before.cells)
  }

  @Test func `is there in the run that Enter opens, from the very cell`() async throws {
    var state = try AppState.clouds(size: Self.small)
    await state.press("6 a Right Right Down")
    let sweep = try #require(state.basins.map.question)
    let cell = state.basinCursor(on: BasinGrid(try #require(state.basinAxes)))
    let found = try #require(state.basins.map.answer?[cell])
    await state.press("Enter G")
    #expect(state.session.course.first.start == sweep.start(at: cell))
    #expect(state.run.snapshot.iteration == found.iterations)
    // The map of that run is the one that was there.
    #expect(state.handle(.key(.character("6"))) == nil)
    #expect(state.heldMean == nil)
  }

  @Test func `goes back with Esc, and stays when it is let go`() async throws {
    var state = try AppState.clouds(size: Self.small)
    await state.press("6")
    let before = try #require(state.basins.map.question)
    await state.press("a Left Up")
    let moved = try #require(state.basins.map.question)
    await state.press("a")
    #expect(state.heldMean == nil && state.basins.map.question == moved)
    await state.press("Esc")
    #expect(state.basins.map.question == before)
    await state.press("Esc")
    #expect(state.shows("The means are where the run has them"))
  }

  @Test func `is the next one with Tab, never the swept one`() async throws {
    var state = try AppState.clouds(size: Self.small)
    await state.press("6 a")
    var held = [try #require(state.heldMean)]
    for _ in 0..<3 {
      await state.press("Tab")
      held.append(try #require(state.heldMean))
    }
    #expect(held == [1, 2, 1, 2])
    #expect(state.basins.swept == 0)
  }

  @Test func `follows the mouse`() async throws {
    var state = try AppState.clouds(size: Self.small)
    await state.press("6")
    let origin = try #require(state.layout.view).origin
    let axes = try #require(state.basinAxes)
    let mean = try #require(state.session.course.first.start).components[2].mean
    let cell = try #require(axes.viewport.cell(mean.x, mean.y))
    func place(_ x: Int, _ y: Int) -> Position {
      Position(x: origin.x + axes.area.origin.x + x, y: origin.y + axes.area.origin.y + y)
    }
    _ = state.handle(.mouse(MouseEvent(.press(.left), at: place(cell.x, cell.y))))
    #expect(state.heldMean == 2)
    let to = cell.x > 4 ? cell.x - 3 : cell.x + 3
    _ = state.handle(.mouse(MouseEvent(.drag(.left), at: place(to, cell.y))))
    let sweep = try #require(state.basins.map.question)
    #expect(sweep.start.components[2].mean == Point(x: sweep.xs[to], y: sweep.ys[cell.y * 2]))
    #expect(state.basins.map.goesOn)
  }

  @Test func `is none where there is one component, or the map ends`() async throws {
    var state = try AppState.clouds(RunRecipe(components: 1), size: Self.small)
    await state.press("6 a")
    #expect(state.shows("With one mean there is no other to move"))
    state = try AppState.clouds(size: Self.small)
    await state.press("6 a")
    for _ in 0..<80 { _ = state.handle(.key(.left)) }
    #expect(state.shows("The map ends here."))
  }
}

extension BasinMap {
  /// All cells, row by row.
  fileprivate var cells: [Cell?] {
    (0..<rows).flatMap { row in
      (0..<columns).map { self[GridCell(column: $0, row: row)] }
    }
  }
}
