import MixtureData
import MixtureEngine
import TerminalCanvas
import TestSupport
import Testing

@testable import Explorer

@Suite struct `The landscape over points on a line` {
  private static let usual = Size(width: 80, height: 24)

  /// Two coins at their published start.
  private static func coins(size: Size = usual) throws -> AppState {
    let data = try #require(BuiltInDataSet.named("coins")).load()
    var recipe = RunRecipe(kind: .coins, components: 2)
    recipe.given = GivenStart(
      exactly: try CoinMixture(validating: [0.6, 0.5], tosses: 10), over: data.points)
    return try AppState(data: data, recipe: recipe, size: size)
  }

  /// The minutes between eruptions.
  private static func waiting(_ recipe: RunRecipe, size: Size = usual) throws -> AppState {
    let data = DataSet(
      name: "waiting",
      points: try PointSet(
        validating: #require(BuiltInDataSet.named("old-faithful")).load().points.ys),
      xName: "minutes", yName: "")
    return try AppState(data: data, recipe: recipe, size: size)
  }

  private static func known(_ state: AppState) throws -> (LandscapeQuestion, Landscape) {
    (try #require(state.landscape.map.question), try #require(state.landscape.map.answer))
  }

  @Test func `of two coins is complete, and touches the run's L where they stand`() async throws {
    let state = try await Self.coins().after("Space e V l")
    #expect(state.shows("L as means 1 and 2 move:"))
    #expect(state.shows("complete: θ has no other parameters"))
    #expect(state.shows("in heads: θₖ is heads / 10"))
    #expect(state.shows("F of coins is no parabola: no rings"))
    #expect(state.shows("heads of mean 1") && state.shows("heads of mean 2"))
    #expect(state.shows("[·] 7.13, 5.813 here"))
    #expect(state.shows(state.run.snapshot.objective.fixed(2).withTrueMinus))
    let (question, ground) = try Self.known(state)
    #expect(ground.isComplete && question.sweep.other == 1)
    // What Do & Batzoglou found after ten iterations: .80 and .52.
    let top = try #require(ground.top)
    #expect(
      (top.place.x / 10).fixed(2) == "0.80" && (top.place.y / 10).fixed(2) == "0.52")
  }

  @Test func `is of the state on screen after every key that changes it`() async throws {
    var state = try Self.waiting(RunRecipe(components: 3, seed: 2))
    await state.press("V l A")
    for key in ["e", "Space", "Tab", "Left", "+", "x", "z", "G", "m", "e", "BTab", "-", "F"] {
      _ = state.handle(.key(try #require(Key(name: key))))
      if state.overlay != nil { _ = state.handle(.key(.escape)) }
      let (question, ground) = try Self.known(state)
      #expect(ground.isComplete, "\(key)")
      let pair = try #require(state.landscapePair)
      #expect(question.sweep.component == pair.first && question.sweep.other == pair.second)
      let place = Point(x: question.sweep.xs[3], y: question.sweep.ys[5])
      let moved = try #require(
        state.run.model.placing(pair.first, at: Point(x: place.x, y: 0))?
          .placing(pair.second, at: Point(x: place.y, y: 0)))
      let direct = moved.expectation(over: state.run.points, observed: nil).objective
      let height = try #require(ground[GridCell(column: 3, row: 5)])
      #expect(abs(direct - height) <= 1e-10 * abs(direct), "\(key)")
    }
  }

  @Test func `brackets the present place, and puts the bound's top where M goes`() async throws {
    var state = try Self.waiting(RunRecipe(components: 2, seed: 1))
    await state.press("V l")
    #expect(state.shows("no q yet: E makes the bound"))
    await state.press("e")
    func cell(_ shapes: [ComponentShape]) throws -> Position {
      let axes = try #require(state.plotAxes)
      let plot = try #require(state.plots.first)
      let cell = try #require(axes.viewport.cell(shapes[0].centre.x, shapes[1].centre.x))
      return Position(
        x: plot.origin.x + axes.area.origin.x + cell.x,
        y: plot.origin.y + axes.area.origin.y + cell.y)
    }
    #expect(state.bracketed == (try cell(state.run.model.shapes)))
    #expect(state.shows("F is exactly a parabola in both means"))
    #expect(state.shows("it touches L here, and M goes to ◎"))
    let frame = state.frame()
    await state.press("e")
    let there = try cell(state.run.model.shapes)
    #expect(frame[there].character == "◎")
    #expect(state.bracketed == there)
  }

  @Test func `chooses the pair with Tab, and names what it holds`() async throws {
    var state = try Self.waiting(RunRecipe(components: 3, seed: 2))
    await state.press("e V l")
    for (first, second) in [(1, 2), (2, 3), (3, 1), (1, 2)] {
      #expect(state.shows("L as means \(first) and \(second) move, a slice:"))
      #expect(state.shows("minutes of mean \(second)"))
      #expect(state.shows("all else is held as in θ⁽⁰⁾"))
      await state.press("Tab")
    }
    var hard = try Self.waiting(RunRecipe(kind: .kMeans, components: 2, seed: 2))
    await hard.press("e V l")
    #expect(hard.shows("J as centres 1 and 2 move:"))
    #expect(hard.shows("complete: θ has no other parameters"))
    #expect(hard.shows("J(q) is a parabola in both"))
    var one = try Self.waiting(RunRecipe(components: 1))
    await one.press("e V l Tab A")
    #expect(one.shows("the landscape is one of two means"))
  }

  @Test func `goes with any size, and gives the plot back`() async throws {
    for state in [try Self.coins(), try Self.waiting(RunRecipe(components: 2, seed: 1))] {
      var state = await state.after("Space e V l A")
      for width in [1, 7, 40, 60, 79, 120, 200] {
        for height in [1, 5, 15, 16, 24, 50] {
          let size = Size(width: width, height: height)
          _ = state.handle(.resize(size))
          #expect(state.frame().size == size)
          #expect(!state.frame().text.contains("nan") && !state.frame().text.contains("inf "))
        }
      }
      _ = state.handle(.resize(Self.usual))
      _ = state.handle(.key(.character("1")))
      #expect(state.landscapePair == nil)
      #expect(state.shows("p(x|θ)"))
    }
  }
}
