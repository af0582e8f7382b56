import MixtureEngine
import TerminalCanvas
import Testing

@testable import Explorer

@Suite struct `The basins` {
  private static let small = Size(width: 60, height: 16)

  @Test func `map where each start of one mean leads`() async throws {
    var state = try AppState.clouds(size: Self.small)
    await state.press("6")
    #expect(state.shows("where each start of mean 1 of 3 leads"))
    let map = try #require(state.basins.map.answer)
    #expect(map.isComplete)
    #expect(state.shows("all \(map.columns * map.rows) cells are done"))
    #expect(state.shows("A"))
  }

  @Test func `sweep another mean with Tab`() async throws {
    var state = try AppState.clouds(RunRecipe(components: 2), size: Self.small)
    await state.press("6 Tab")
    #expect(state.shows("where each start of mean 2 of 2 leads"))
    #expect(state.basins.map.question?.swept == 1)
    _ = state.handle(.key(.tab))
    #expect(state.basins.map.question?.swept == 0)
    _ = state.handle(.key(.backTab))
    #expect(state.basins.map.question?.swept == 1)
  }

  @Test func `open the run of the cell under the cursor`() async throws {
    var state = try AppState.clouds(size: Self.small)
    await state.press("6 Right Right Up Up Up")
    let sweep = try #require(state.basins.map.question)
    let map = try #require(state.basins.map.answer)
    let cell = try #require(state.basins.cursor)
    await state.press("Enter")
    #expect(state.view == .plot)
    #expect(
      state.run.model.shapes[0].centre == Point(x: sweep.xs[cell.column], y: sweep.ys[cell.row]))
    await state.press("G")
    let found = try #require(map[cell])
    #expect(found.iterations == state.run.snapshot.iteration)
    let optimum = try #require(found.optimum)
    #expect(abs(map.optima[optimum].objective - state.run.snapshot.objective) < 2e-3)
    #expect(state.handle(.key(.character("6"))) == nil)
  }

  @Test func `follow the mouse: a click moves the cursor, a second one opens the run`() async throws
  {
    var state = try AppState.clouds(size: Self.small)
    await state.press("6")
    let view = try #require(state.layout.view)
    let area = try #require(state.basinAxes).area
    let place = Position(
      x: view.origin.x + area.origin.x + 4, y: view.origin.y + area.origin.y + 2)
    _ = state.handle(.mouse(MouseEvent(.press(.left), at: place)))
    #expect(state.basins.cursor == GridCell(column: 4, row: 4))
    _ = state.handle(.mouse(MouseEvent(.press(.left), at: place)))
    #expect(state.view == .plot)
    #expect(state.recipe.givenStart != nil)
  }

  @Test func `map the part of the plane that is shown`() async throws {
    var state = try AppState.clouds(RunRecipe(components: 2), size: Self.small)
    await state.press("6")
    let whole = try #require(state.basins.map.question)
    await state.press("1 z 6")
    let part = try #require(state.basins.map.question)
    #expect(part.xs[0] > whole.xs[0])
    #expect(part.ys[0] < whole.ys[0])
  }

  @Test func `name the largest optima where there isn't room for all`() async throws {
    var state = try AppState.clouds(RunRecipe(components: 4), size: Size(width: 80, height: 24))
    await state.press("6")
    let map = try #require(state.basins.map.answer)
    let look = state.optimaLooks.basins
    let legend = BasinLegend(
      sweep: try #require(state.basins.map.question),
      picture: BasinPicture(map: map, look: look, theme: Theme(colors: .none)), goesOn: false,
      cursor: GridCell(column: 0, row: 0), theme: Theme(colors: .none)
    ).frame(size: Size(width: 38, height: 12)).sketch
    let letters = legend.split(separator: "\n").compactMap { line in
      line.first.flatMap { $0.isUppercase && line.contains("%") ? $0 : nil }
    }
    try #require(!letters.isEmpty && letters.count < map.optima.count)
    let shares = map.optima.indices.map { number in
      (letters.contains(look.letter(number)), map.share(of: map.optima[number]))
    }
    let shown = shares.filter(\.0).map(\.1)
    let hidden = shares.filter { !$0.0 }.map(\.1)
    #expect(try #require(shown.min()) >= (try #require(hidden.max())))
    #expect(letters == letters.sorted())
  }

  @Test func `tell optima apart by letters where there are no colours`() async throws {
    var state = try AppState.clouds(
      size: Self.small, capabilities: Capabilities(colors: .none))
    await state.press("6")
    #expect(!state.shows("▒"))
    let area = try #require(state.basinAxes).area
    let view = try #require(state.layout.view)
    let map = try #require(state.basins.map.answer)
    let frame = state.frame()
    let collapsed = Rect(area.size).cells.filter {
      map[BasinPicture.upperHalf(of: $0)]?.optimum == nil
    }.map {
      frame[view.origin.x + area.origin.x + $0.x, view.origin.y + area.origin.y + $0.y].character
    }
    #expect(collapsed.allSatisfy { "×123".contains($0) })
  }

  @Test func `shade by iterations in equal ratios`() async throws {
    let map = try await BasinMap(
      of: RunRecipe(components: 3), over: DataSet.clouds().points, columns: 30, rows: 20)
    let look = OptimaLook(count: map.optima.count)
    let theme = Theme(colors: .none)
    let frame = BasinPicture(map: map, look: look, theme: theme)
      .frame(size: Size(width: 30, height: 10))
    let (low, high) = (Double(map.iterations.lowerBound), Double(map.iterations.upperBound))
    for cell in Rect(x: 0, y: 0, width: 30, height: 10).cells {
      let there = try #require(map[BasinPicture.upperHalf(of: cell)])
      guard let optimum = there.optimum else { continue }
      let share = Double(there.iterations) / low
      let isLong = share * share > high / low
      let letter = String(look.letter(optimum))
      #expect(String(frame[cell.x, cell.y].character) == (isLong ? letter : letter.lowercased()))
    }
  }
}
