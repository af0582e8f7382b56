import MixtureEngine
import TerminalCanvas
import Testing

@testable import Explorer

@Suite struct `Data drawn from the model` {
  @Test func `take the place of ours with s, and give way to them with s`() async throws {
    var state = try AppState.clouds()
    await state.press("Space e")
    let (ours, axes) = (state.plotPane, try #require(state.plotAxes))
    await state.press("s")
    #expect(state.row(0).contains(" DRAWN 1 N=120 ") && !state.row(0).contains("clouds"))
    #expect(state.row(22).hasPrefix("120 points drawn from the model as it stands"))
    let shown = state.plotPane
    #expect(shown.points != ours.points && shown.points.count == 120)
    let viewport = shown.axes(size: Size(width: 40, height: 16)).viewport
    let before = ours.axes(size: Size(width: 40, height: 16)).viewport
    #expect(viewport == before && axes.viewport == state.plotAxes?.viewport)
    let world = try #require(state.world(of: state.session.course.last))
    #expect(
      state.shows(
        "log p(drawn | θ) \(world.data.logLikelihood.fixed(1).withTrueMinus) ± \(world.data.spread.fixed(1))"
      ))
    #expect(
      state.shows("log p(ours | θ)  \(state.run.snapshot.objective.fixed(1).withTrueMinus)"))
    await state.press("s")
    #expect(state.row(0).contains("clouds N=120") && state.plotPane.points == ours.points)
    await state.press("s")
    #expect(state.row(0).contains(" DRAWN 2 N=120 "))
    #expect(state.plotPane.points != shown.points)
  }

  @Test func `are those of θ at every step, and of the same chances`() async throws {
    var state = try AppState.clouds()
    await state.press("Space s")
    let first = state.plotPane.points
    await state.press("Space")
    #expect(state.plotPane.points != first)
    let world = try #require(state.world(of: state.session.course.last))
    #expect(world.data.points == state.plotPane.points && world.number == 1)
    #expect(state.plot.keptWorld?.data == world.data)
    await state.press("Left")
    #expect(state.plotPane.points == first)
  }

  @Test func `are the same when keys are played again, and taken back`() async throws {
    let keys = "Space s Space e y"
    let (one, other) = (
      try await AppState.clouds().after(keys), try await AppState.clouds().after(keys)
    )
    #expect(one.frame() == other.frame() && one.plotPane.points == other.plotPane.points)
    var state = try await AppState.clouds().after("Space e s")
    await state.press("U")
    #expect(state.plot.world == nil && state.row(0).contains("clouds"))
    await state.press("R")
    #expect(state.plot.world == 1 && state.row(0).contains("DRAWN 1"))
    await state.press("s y U")
    #expect(state.plot.labelling == .inferred && state.plot.world == nil)
    let seeds = try (
      await AppState.clouds().after("s").plotPane.points,
      await AppState.clouds(RunRecipe(components: 3, seed: 2)).after("s").plotPane.points
    )
    #expect(seeds.0 != seeds.1)
  }

  @Test func `have labels that are hidden, inferred or those they were drawn from`() async throws {
    var state = try AppState.clouds()
    await state.press("Space e s")
    let world = try #require(state.world(of: state.session.course.last))
    #expect(state.plotPane.labels == world.owners)
    await state.press("y")
    #expect(state.plotPane.labels == world.data.labels.map { UInt8($0) })
    await state.press("y")
    #expect(state.plotPane.labels == nil)
  }

  @Test func `are not to be had of k-means, which says so, and come back with a density`()
    async throws
  {
    var state = try AppState.clouds()
    await state.press("m s")
    #expect(state.plot.world == nil && state.notice?.isRefusal ?? false)
    #expect(state.row(22).hasPrefix("k-means has no density to draw points from"))
    await state.press("m s m")
    #expect(state.row(0).contains("clouds"))
    await state.press("m")
    #expect(state.row(0).contains("DRAWN"))
  }

  @Test(arguments: ModelKind.all.filter { $0 != .kMeans }.map(\.name))
  func `are to be had of every other model, from every view, and shown in none but the plot`(
    name: String
  ) async throws {
    let kind = try #require(ModelKind.named(name))
    for view in View.all {
      var state = try AppState.clouds(
        RunRecipe(kind: kind, components: 2), size: Size(width: 130, height: 40))
      await state.press("Space e")
      await state.press(view.openingKeys.map(\.name).joined(separator: " "))
      await state.press("s")
      #expect(state.row(0).contains("DRAWN 1") && state.view == .plot, "\(view.name)")
      let isWhole = !state.frame().text.contains(/\b(nan|inf)\b/.ignoresCase())
      #expect(isWhole)
      await state.press(view.openingKeys.map(\.name).joined(separator: " "))
      #expect(state.row(0).contains("DRAWN") == (view == .plot), "\(view.name)")
      #expect((state.plotPane.points == state.data.points) == (view != .plot), "\(view.name)")
    }
  }

  @Test func `give way to a hand, which places on our own points`() async throws {
    let state = try await AppState.clouds().after("Space s a")
    #expect(state.hand != nil && state.plot.world == nil)
    #expect(state.row(0).contains("clouds N=120") && !state.row(0).contains("DRAWN"))
  }

  @Test func `are named in the title of a figure, too`() async throws {
    let state = try await AppState.clouds().after("Space s")
    #expect(state.figureTitle.hasPrefix("DRAWN 1 N=120"))
    #expect(await state.after("s").figureTitle.hasPrefix("clouds N=120"))
  }

  @Test func `leave the formulas without a point of ours`() async throws {
    let state = try await AppState.clouds().after("Space f")
    #expect(state.shows("n=") && state.formulaPane.point != nil)
    #expect(await state.after("s").formulaPane.point == nil)
  }

  @Test func `stand beside the chances of ours without what EM was told`() async throws {
    var state = try AppState.labelledClouds()
    await state.press("Y Space s")
    let world = try #require(state.world(of: state.session.course.last))
    let points = state.run.points
    let ours = state.run.model.expectation(over: points, observed: nil).objective
    #expect(abs(world.data.logLikelihoodOfData - ours) < 1e-9 * abs(ours))
    #expect(ours > state.run.snapshot.objective + 1e-3)
    #expect(state.shows("log p(ours | θ)  \(ours.fixed(1).withTrueMinus)"))
  }
}

@Suite struct `Complete data where no labels are known` {
  @Test func `have labels drawn once from the posterior, and say so`() async throws {
    var state = try AppState.clouds()
    await state.press("Space Space e y")
    let drawn = try #require(state.shownDrawnLabels)
    #expect(drawn.iteration == 2)
    #expect(state.plotPane.labels == drawn.labels.map { UInt8($0) })
    #expect(state.shows("y labels z drawn from p(z | x, θ)"))
    #expect(state.shows("drawn at t = 2 from EM, K = 3"))
    let complete = try #require(
      MissingData(of: state.run, components: drawn.labels)?.complete)
    #expect(state.shows(complete.fixed(4).withTrueMinus))
    #expect(complete <= state.run.snapshot.objective)
    // They stay what they are while the run goes on.
    await state.press("Space Space")
    #expect(state.shownDrawnLabels?.labels == drawn.labels)
    #expect(state.shows("drawn at t = 2 from EM, K = 3"))
    await state.press("y y y")
    #expect(try #require(state.shownDrawnLabels).iteration == 4)
  }

  @Test func `are forgotten with other points`() async throws {
    var state = try await AppState.clouds().after("e y")
    #expect(state.shownDrawnLabels != nil)
    await state.press("%")
    #expect(state.shownDrawnLabels == nil)
    #expect(state.frame().size == state.screen.size)
  }
}
