import MixtureData
import MixtureEngine
import TerminalCanvas
import Testing

@testable import Explorer

@Suite struct `Holding points out` {
  private static func faithful(
    _ size: Size = Size(width: 80, height: 24), kind: ModelKind = .gaussianMixture
  ) throws -> AppState {
    let data = try #require(BuiltInDataSet.named("old-faithful")).load()
    return try AppState(data: data, recipe: RunRecipe(kind: kind, components: 3), size: size)
  }

  @Test func `a key holds out a fifth, again none, and it can be taken back`() async throws {
    let start = try Self.faithful()
    let part = await start.after("%")
    #expect(part.data.points.count == 218 && part.run.points.count == 218)
    #expect(part.shows("54 of 272 points are held out: neither E nor M sees them"))
    #expect(part.shows("N=218+54"))
    let whole = await part.after("%")
    #expect(whole.data.points == start.data.points && whole.shows("no points are held out now"))
    #expect(whole.run.history[0].objective == start.run.history[0].objective)
    #expect(await part.after("U").data.points.count == 272)
    #expect(await part.after("U R").data.points == part.data.points)
  }

  @Test func `another start, model or K keeps the split`() async throws {
    let part = try await Self.faithful().after("%")
    for keys in ["x", "x x", "+", "Space m Space", "M Down Enter", "c", "<"] {
      let next = await part.after(keys)
      #expect(next.data.points == part.data.points, "\(keys)")
      #expect(next.session.course.last.pastHeldOutTrace != nil, "\(keys)")
    }
  }

  @Test(arguments: ["Space", "Space Space e", "G Escape", "Space m Space Space", "Space < Space"])
  func `what the held-out points are worth is that of the θ on screen`(keys: String) async throws {
    let state = try await Self.faithful().after("% \(keys)")
    let heldOut = try #require(state.data.heldOut).points
    let shown = try #require(state.session.course.last.pastHeldOutTrace?.points.last)
    let model = state.run.model
    let sign: Double = model.criterion == .distortion ? -1 : 1
    #expect(shown.y == sign * model.objectivePerPoint(over: heldOut))
    #expect(state.shows(shown.y.total(6).withTrueMinus))
  }

  @Test func `the plot draws them as crosses of no colour, the chart has both curves`() async throws
  {
    let state = try await Self.faithful(Size(width: 160, height: 48)).after("% G Escape")
    #expect(state.shows("held out +"))
    #expect(state.shows("per point: L") && state.shows("(dotted)"))
    let crosses = (0..<48).reduce(0) { sum, y in sum + state.row(y).filter { $0 == "+" }.count }
    #expect(crosses > 20)
    #expect(try await Self.faithful().after("G Escape").shows("held out") == false)
  }

  @Test func `the view of K judges each by them, and its fits are of the rest`() async throws {
    var state = try await Self.faithful().after("%")
    state.choice.most = 3
    state = try await state.showing(.choiceOfK)
    #expect(state.shows("the held-out points"))
    let row = try #require(state.choice.fits.answer?.rows.last)
    #expect(state.shows(try #require(row.heldOut).fixed(4).withTrueMinus))
    #expect(row.best?.model.componentCount == 3)
  }

  @Test func `by hand and on the map they are in view, and means stand where the keys have them`()
    async throws
  {
    // One that is held out lies far from all others; which those are depends on N alone.
    let clouds = DataSet.clouds()
    let held = try #require(try clouds.holdingOut(0.2).heldOut).points[0]
    let far = Point(x: 40, y: 30)
    let points = clouds.points.xs.indices.map { clouds.points[$0] }.map { $0 == held ? far : $0 }
    let state = try await AppState(
      data: DataSet(name: "far", points: PointSet(points)), recipe: RunRecipe(components: 3)
    ).after("%")
    #expect(state.data.heldOut?.points[0] == far)
    let hand = await state.after("a")
    let (plot, axes) = (try #require(hand.layout.plot), try #require(hand.plotAxes))
    #expect(axes.viewport.cell(far.x, far.y) != nil)
    let mean = try #require(hand.hand).draft.means[0]
    let cell = try #require(axes.viewport.cell(mean.x, mean.y))
    let place = Position(
      x: plot.origin.x + axes.area.origin.x + cell.x, y: plot.origin.y + axes.area.origin.y + cell.y
    )
    #expect(hand.bracketed == place)
    var map = state
    _ = map.handle(.key(.character("6")))
    #expect(try #require(map.basinAxes).viewport.cell(far.x, far.y) != nil)
  }

  @Test func `labels of the rest are told, and those told by hand have to be given up`()
    async throws
  {
    let data = try #require(BuiltInDataSet.named("iris")).load()
    var recipe = RunRecipe(components: 3)
    recipe.observe(1, of: data.labels)
    let part = try await AppState(data: data, recipe: recipe).after("%")
    #expect(part.recipe.observed?.count == 120 && part.data.points.count == 120)
    recipe.observe(ObservedLabels(data.labels?.ofPoints.map { $0.map { UInt8($0) } } ?? []))
    let refused = try await AppState(data: data, recipe: recipe).after("%")
    #expect(refused.notice?.isRefusal == true && refused.data.heldOut == nil)
  }

  @Test func `more components than are left are refused`() async throws {
    let points = PointSet(xs: [0, 1, 0, 9, 8, 9], ys: [0, 0.5, 1, 9, 9.5, 8])
    let state = try AppState(
      data: DataSet(name: "six", points: points),
      recipe: RunRecipe(kind: .kMeans, components: 6))
    let refused = await state.after("%")
    #expect(refused.notice?.isRefusal == true && refused.data.points.count == 6)
  }
}
