import MixtureEngine
import TerminalCanvas
import Testing

@testable import Explorer

@Suite struct `Placing by hand` {
  @Test func `begins with the means on screen and leaves them with Esc`() async throws {
    var state = try AppState.clouds()
    let before = state.frame()
    await state.press("a")
    #expect(state.hand?.draft.means == state.run.model.shapes.map(\.centre))
    #expect(state.shows("placing by hand"))
    await state.press("Right Right + - Escape")
    #expect(state.hand == nil)
    state.notice = nil
    #expect(state.frame() == before)
  }

  @Test func `an arrow moves the chosen mean by exactly one cell`() async throws {
    var state = try AppState.clouds()
    await state.press("a Tab")
    let viewport = try #require(state.plotAxes).viewport
    func cell() throws -> Position {
      let mean = try #require(state.hand).draft.means[1]
      return try #require(viewport.cell(mean.x, mean.y))
    }
    let start = try cell()
    await state.press("Right Right Up")
    #expect(try cell() == Position(x: start.x + 2, y: start.y - 1))
    await state.press("H")
    #expect(try cell() == Position(x: start.x - 3, y: start.y - 1))
    let others = try #require(state.hand).draft.means
    #expect(others[0] == state.run.model.shapes[0].centre)
    #expect(others[2] == state.run.model.shapes[2].centre)
  }

  @Test func `a point that is added counts once, one that is removed takes its weight along`()
    async throws
  {
    var state = try AppState.weightedClouds()
    let weights = try #require(state.data.points.weights)
    await state.press("a p + Enter")
    #expect(state.data.points.weights == weights + [1])
    #expect(state.data.weightColumn == "count")
    await state.press("a p - Enter")
    #expect(state.data.points.count == weights.count)
    let left = try #require(state.data.points.weights)
    #expect(state.row(0).contains("W=\(left.reduce(0, +).significant(6))"))
    #expect(!state.shows("NaN"))
  }

  @Test func `a mean stays within what is shown`() async throws {
    var state = try AppState.clouds()
    await state.press("a" + String(repeating: " H K", count: 40))
    let viewport = try #require(state.plotAxes).viewport
    let mean = try #require(state.hand).draft.means[0]
    #expect(mean.x == viewport.x.lowerBound && mean.y == viewport.y.upperBound)
  }

  @Test func `Enter starts a run of as many components as there are means`() async throws {
    var state = try AppState.clouds()
    await state.press("Space Space a + Right")
    let means = try #require(state.hand).draft.means
    #expect(means.count == 4)
    await state.press("Enter")
    #expect(state.hand == nil)
    #expect(state.run.snapshot.iteration == 0)
    #expect(state.run.model.shapes.map(\.centre) == means)
    #expect(state.recipe.components == 4)
    #expect(state.row(0).contains("start by hand"))
    await state.press("x")
    #expect(!state.row(0).contains("start by hand"))
  }

  @Test func `the start stays what it was when the model is toggled first`() async throws {
    var state = try AppState.clouds()
    await state.press("m a Right Enter")
    #expect(state.run.model is KMeans)
  }

  @Test func `the last mean can't be removed`() async throws {
    var state = try AppState.clouds()
    await state.press("a - - -")
    #expect(try #require(state.hand).draft.means.count == 1)
    #expect(state.row(22) == "One mean has to stay.")
  }

  @Test func `undo takes back whole moves, one after the other`() async throws {
    var state = try AppState.clouds()
    await state.press("a")
    let first = try #require(state.hand).draft.means
    await state.press("Right Right Right Tab Up + -")
    for _ in 0..<3 { await state.press("U") }
    #expect(try #require(state.hand).draft.means[0] != first[0])
    #expect(try #require(state.hand).draft.means[1] == first[1])
    await state.press("C-u")
    #expect(try #require(state.hand).draft.means == first)
    await state.press("u")
    #expect(state.row(22) == "There is nothing to undo.")
  }

  @Test func `the mouse drags a mean, and a click elsewhere places the chosen one`() async throws {
    var state = try AppState.clouds()
    await state.press("a")
    let area = try #require(state.layout.plot).origin
    let axes = try #require(state.plotAxes)
    func screen(_ cell: Position) -> Position {
      Position(x: area.x + axes.area.origin.x + cell.x, y: area.y + axes.area.origin.y + cell.y)
    }
    func cell(_ k: Int) throws -> Position {
      let mean = try #require(state.hand).draft.means[k]
      return try #require(axes.viewport.cell(mean.x, mean.y))
    }
    let first = try #require(state.hand).draft.means
    _ = state.handle(.mouse(MouseEvent(.press(.left), at: screen(try cell(2)))))
    for x in 10...20 {
      _ = state.handle(
        .mouse(MouseEvent(.drag(.left), at: screen(Position(x: x, y: 4)))))
    }
    #expect(try cell(2) == Position(x: 20, y: 4))
    _ = state.handle(.mouse(MouseEvent(.release(.left), at: screen(Position(x: 20, y: 4)))))
    _ = state.handle(.mouse(MouseEvent(.press(.left), at: screen(Position(x: 3, y: 9)))))
    #expect(try cell(2) == Position(x: 3, y: 9))
    await state.press("u u")
    #expect(try #require(state.hand).draft.means == first)
    _ = state.handle(.mouse(MouseEvent(.press(.right), at: screen(try cell(0)))))
    #expect(try #require(state.hand).draft.means == Array(first.dropFirst()))
  }

  @Test func `a click adds a point`() async throws {
    var state = try AppState.clouds()
    await state.press("a p")
    _ = state.handle(.mouse(MouseEvent(.press(.left), at: Position(x: 30, y: 15))))
    #expect(try #require(state.hand).draft.data.points.count == 121)
  }

  @Test func `points are added and removed, and the run is over the new ones`() async throws {
    var state = try AppState.clouds()
    await state.press("a p Right Right + L K + Enter")
    #expect(state.data.points.count == 122)
    #expect(state.run.points.count == 122)
    #expect(state.row(0).contains("clouds (edited) N=122"))
    await state.press("a p - - - u Enter")
    #expect(state.data.points.count == 120)
  }

  @Test func `a told label keeps its point, and the k-means toggle keeps the label`() async throws {
    var state = try AppState.clouds()
    await state.press("a p p Tab 2 Enter")
    let observed = try #require(state.recipe.observed)
    let n = try #require(observed.labels.firstIndex { $0 != nil })
    #expect(observed.count == 1 && observed[n] == 1)
    for keys in ["e", "G e", "m e", "G e"] {
      await state.press(keys)
      #expect(state.run.posterior?.labels[n] == 1)
    }
  }

  @Test func `removing a mean removes its labels and renumbers the others`() {
    var draft = Draft(
      means: [Point(x: 0, y: 0), Point(x: 1, y: 0), Point(x: 2, y: 0)], data: .clouds(of: 1),
      observed: ObservedLabels([0, 1, 2]))
    draft.removeMean(1)
    #expect(draft.labels == [0, nil, 1])
  }

  @Test func `a label needs its component`() async throws {
    var state = try AppState.clouds()
    await state.press("a p p 7")
    #expect(state.row(22).hasPrefix("There is no component 7"))
    await state.press("+")
    #expect(state.row(22).hasPrefix("The data knows no label"))
  }
}
