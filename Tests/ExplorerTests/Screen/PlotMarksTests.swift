import MixtureData
import MixtureEngine
import TerminalCanvas
import TestSupport
import Testing

@testable import Explorer

/// What the plot's marks say, and that its layers don't hide each other.
@Suite struct `The plot's layers` {
  private func plot(_ state: AppState, size: Size) -> Frame { state.plotPane.frame(size: size) }

  private func oldFaithful(_ keys: String = "Space Space Space Space") async throws -> AppState {
    let data = try #require(BuiltInDataSet.named("old-faithful")).load()
    return try await AppState(data: data, recipe: RunRecipe(components: 3)).after(keys)
  }

  /// The share of the cells of the outlines that show something else than an outline.
  private func hiddenShare(_ state: AppState, _ size: Size) -> Double {
    let (whole, axes) = (plot(state, size: size), state.plotPane.axes(size: size))
    var bare = Frame(size: axes.area.size)
    OutlineLayer(
      shapes: state.run.model.shapes, levels: state.plot.options.levels, viewport: axes.viewport
    )
    .draw(on: &bare, theme: state.screen.theme)
    var (all, hidden) = (0, 0)
    for y in 0..<bare.size.height {
      for x in 0..<bare.size.width {
        let outline = bare[x, y].character.unicodeScalars.first!.value
        guard (0x2801..<0x2900).contains(outline) else { continue }
        all += 1
        let shown = whole[axes.area.origin.x + x, axes.area.origin.y + y]
          .character.unicodeScalars.first!.value
        let isThere = (0x2801..<0x2900).contains(shown) && shown & outline & 0xFF == outline & 0xFF
        if !isThere { hidden += 1 }
      }
    }
    #expect(all > 40)
    return Double(hidden) / Double(all)
  }

  @Test(arguments: [(80, 24), (100, 30), (120, 40), (200, 60)])
  func `hide at most a twentieth of the outlines`(width: Int, height: Int) async throws {
    let state = try await oldFaithful()
    let share = hiddenShare(state, Size(width: width / 2 + 1, height: height - 4))
    #expect(share <= 0.05)
  }

  @Test func `hide no more of them at 100 000 points`() async throws {
    var generator = SeededGenerator(seed: 15)
    let points = PointSet(
      (0..<100_000).map { n in
        Point(
          x: Double(n % 3) * 3 + generator.normal(), y: Double(n % 2) * 4 + generator.normal())
      })
    let state = try await AppState(
      data: DataSet(name: "many", points: points), recipe: RunRecipe(components: 3)
    ).after("Space Space")
    for (width, height) in [(41, 20), (101, 56)] {
      #expect(hiddenShare(state, Size(width: width, height: height)) <= 0.05)
    }
  }

  @Test(arguments: FuzzSeed.usual(1, 2, 3))
  func `are filled where most points of a cell are decided`(seed: UInt64) async throws {
    var state = try AppState.clouds(RunRecipe(components: 3, seed: seed))
    await state.press("Space Space e")
    let size = Size(width: 50, height: 30)
    var pane = state.plotPane
    for _ in 0..<3 { pane.options.nextLevels() }
    let frame = pane.frame(size: size)
    let axes = PlotAxes(points: state.data.points, size: size)
    var members: [Position: [Double]] = [:]
    for n in 0..<state.data.points.count {
      let cell = try #require(axes.viewport.cell(state.data.points.xs[n], state.data.points.ys[n]))
      members[cell, default: []].append(try #require(state.run.responsibilities(of: n)?.max()))
    }
    let means = state.run.model.shapes.map { axes.viewport.cell($0.centre.x, $0.centre.y) }
    for (cell, most) in members where !means.contains(cell) {
      let isDecided = most.count { $0 >= 0.9 } * 2 >= most.count
      let mark = frame[axes.area.origin.x + cell.x, axes.area.origin.y + cell.y].character
      #expect("●▲■".contains(mark) == isDecided, "\(mark) for \(most), seed \(seed)")
      #expect("●▲■○△□".contains(mark))
    }
  }

  @Test func `show a tie as a tie`() async throws {
    let state = try await AppState.clouds(RunRecipe(components: 2, rule: .stacked)).after("e")
    let marks = Set(plot(state, size: Size(width: 50, height: 20)).text)
    #expect(marks.contains("◌"))
    #expect(marks.isDisjoint(with: "●○▲△"))
  }

  @Test(arguments: FuzzSeed.usual(4, 5))
  func `have ticks equally many rows apart`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let sizes = [0.001, 0.03, 1, 7, 40, 1000]
      let (wide, high) = (sizes[generator.index(below: 6)], sizes[generator.index(below: 6)])
      let points = PointSet(
        (0..<30).map { _ in Point(x: wide * generator.normal(), y: high * generator.normal()) })
      let size = Size(
        width: 30 + generator.index(below: 100), height: 16 + generator.index(below: 44))
      var frame = Frame(size: size)
      PlotAxes(points: points, size: size).draw(
        on: &frame, xName: "x", yName: "y", theme: Theme(colors: .none))
      let rows = (0..<size.height).filter { y in frame.row(y).contains { $0.character == "┤" } }
      let gaps = Set(zip(rows, rows.dropFirst()).map { $1 - $0 })
      #expect(gaps.count <= 1, "\(rows), \(wide) × \(high), \(size), seed \(seed)")
    }
  }
}
