import MixtureEngine
import TerminalCanvas
import Testing

@testable import Explorer

@Suite struct `The mouse` {
  /// The cell of the screen where a point of the plane is drawn.
  ///
  /// - Parameter number: In which of two plots.
  private func cell(of point: Point, in state: AppState, plot number: Int = 0) throws -> Position {
    let (plot, axes) = (state.plots[number], try #require(state.plotAxes))
    let cell = try #require(axes.viewport.cell(point.x, point.y))
    return Position(
      x: plot.origin.x + axes.area.origin.x + cell.x,
      y: plot.origin.y + axes.area.origin.y + cell.y)
  }

  @Test func `points at the mean whose number is on the screen`() throws {
    let state = try AppState.clouds()
    for (k, shape) in state.run.model.shapes.enumerated() {
      let cell = try cell(of: shape.centre, in: state)
      #expect(state.frame()[cell].character == Marks.name(k))
      guard case .plot(_, let point) = state.spot(at: cell) else {
        Issue.record("a mean lies in the plot")
        return
      }
      let axes = try #require(state.plotAxes)
      #expect(
        axes.viewport.cell(point.x, point.y) == axes.viewport.cell(shape.centre.x, shape.centre.y))
    }
  }

  @Test func `is elsewhere on the title, the keys and outside the screen`() throws {
    let state = try AppState.clouds()
    for cell in [(0, 0), (5, 23), (70, 10), (-1, 5), (200, 300)] {
      #expect(state.spot(at: Position(x: cell.0, y: cell.1)) == .elsewhere)
    }
  }

  @Test func `zooms with the wheel at the pointer`() throws {
    var state = try AppState.clouds()
    let mean = state.run.model.shapes[0].centre
    let cell = try cell(of: mean, in: state)
    let before = try #require(state.plotAxes).viewport
    for _ in 0..<5 { _ = state.handle(.mouse(MouseEvent(.wheelUp, at: cell))) }
    let nearer = try #require(state.plotAxes).viewport
    #expect(nearer.x.upperBound - nearer.x.lowerBound < before.x.upperBound - before.x.lowerBound)
    #expect(try abs(self.cell(of: mean, in: state).x - cell.x) <= 3, "labels may take more room")
    #expect(try abs(self.cell(of: mean, in: state).y - cell.y) <= 1)
  }

  @Test func `drags the plot along, and the keyboard can bring it back`() async throws {
    var state = try AppState.clouds()
    let untouched = state.frame()
    let mean = state.run.model.shapes[0].centre
    let start = try cell(of: mean, in: state)
    let end = Position(x: start.x + 4, y: start.y - 2)
    _ = state.handle(.mouse(MouseEvent(.press(.left), at: start)))
    _ = state.handle(.mouse(MouseEvent(.drag(.left), at: end)))
    _ = state.handle(.mouse(MouseEvent(.release(.left), at: end)))
    #expect(try cell(of: mean, in: state) == end)
    _ = state.handle(.mouse(MouseEvent(.drag(.left), at: start)))
    #expect(try cell(of: mean, in: state) == end, "nothing is held any more")
    await state.press("F")
    #expect(state.frame() == untouched)
  }

  @Test func `does nothing to the plot that keys can't do`() async throws {
    var state = try AppState.clouds()
    let untouched = try #require(state.plotAxes).viewport
    for (key, back) in [("z", "Z"), ("H", "L"), ("J", "K")] {
      await state.press(key)
      #expect(try #require(state.plotAxes).viewport != untouched)
      await state.press(back)
      let again = try #require(state.plotAxes).viewport
      #expect(abs(again.x.lowerBound - untouched.x.lowerBound) < 1e-9)
      #expect(abs(again.y.upperBound - untouched.y.upperBound) < 1e-9)
    }
  }

  @Test(arguments: [0, 1], [Size(width: 80, height: 24), Size(width: 160, height: 45)])
  func `zooms and drags both plots of a race alike`(number: Int, size: Size) async throws {
    var state = try AppState.clouds(size: size)
    await state.press("7")
    let untouched = state.frame()
    let race = try #require(state.session.race)
    let mean = [state.run, race.rival.last.run][number].model.shapes[0].centre
    let start = try cell(of: mean, in: state, plot: number)
    #expect(state.frame()[start].character == "1")
    _ = state.handle(.mouse(MouseEvent(.wheelUp, at: start)))
    _ = state.handle(.mouse(MouseEvent(.wheelUp, at: start)))
    #expect(state.frame()[try cell(of: mean, in: state, plot: number)].character == "1")
    #expect(try abs(cell(of: mean, in: state, plot: number).x - start.x) <= 3)
    let end = Position(x: start.x + 2, y: start.y + 1)
    let before = try cell(of: mean, in: state, plot: number)
    _ = state.handle(.mouse(MouseEvent(.press(.left), at: start)))
    _ = state.handle(.mouse(MouseEvent(.drag(.left), at: end)))
    _ = state.handle(.mouse(MouseEvent(.release(.left), at: end)))
    let after = try cell(of: mean, in: state, plot: number)
    #expect(after == Position(x: before.x + 2, y: before.y + 1))
    #expect(state.frame()[after].character == "1")
    await state.press("F")
    #expect(state.frame() == untouched)
  }

  @Test(arguments: ["z", "Z", "H", "J", "K", "L"])
  func `has keys that zoom and move a race as well`(key: String) async throws {
    var state = try AppState.clouds()
    await state.press("7")
    let untouched = state.frame()
    await state.press(key)
    #expect(state.frame() != untouched)
    await state.press("F")
    #expect(state.frame() == untouched)
  }

  @Test func `chooses from a menu, and closes it beside`() async throws {
    var state = try AppState.clouds()
    await state.press("i")
    let rect = try #require(state.overlayRect)
    let second = Position(x: rect.origin.x + 4, y: rect.origin.y + 2)
    _ = state.handle(.mouse(MouseEvent(.press(.left), at: second)))
    #expect(state.recipe.rule.name == StartingRule.all[1].name)
    #expect(state.overlay == nil)
    await state.press("i")
    _ = state.handle(.mouse(MouseEvent(.press(.left), at: .zero)))
    #expect(state.overlay == nil)
  }
}
