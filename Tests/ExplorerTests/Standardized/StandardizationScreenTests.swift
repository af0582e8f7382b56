import MixtureData
import MixtureEngine
import TerminalCanvas
import Testing

@testable import Explorer

@Suite struct `Standardising on the screen` {
  private static func faithful(
    _ kind: ModelKind = .gaussianMixture, size: Size = Size(width: 80, height: 24)
  ) throws -> AppState {
    let data = try #require(BuiltInDataSet.named("old-faithful")).load()
    return try AppState(
      data: data, recipe: RunRecipe(kind: kind, components: 2, rule: .kMeansPlusPlus), size: size)
  }

  @Test(arguments: ["", "c", "c c"], ["Space", "Space Space e", "G"])
  func `EM with covariances that turn or stretch stays where it is, and goes on alike`(
    structure: String, steps: String
  ) async throws {
    let before = try await Self.faithful().after("\(structure) \(steps)")
    let after = await before.after("S")
    #expect(after.recipe.isStandardized && after.data.points.standardization.isNone == false)
    let (a, b) = (before.run.model, after.run.model)
    #expect(a as? GaussianMixture == b as? GaussianMixture, "\(structure) \(steps)")
    #expect(after.run.snapshot.objective == before.run.snapshot.objective)
    let (on, plain) = (await after.after("Space Space"), await before.after("Space Space"))
    #expect(on.run.model as? GaussianMixture == plain.run.model as? GaussianMixture)
  }

  @Test func `k-means goes on from the same means to another J`() async throws {
    let before = try await Self.faithful(.kMeans).after("G")
    let after = await before.after("S")
    #expect(after.run.model.shapes.map(\.centre) == before.run.model.shapes.map(\.centre))
    #expect(after.run.snapshot.objective != before.run.snapshot.objective)
    let end = await after.after("G")
    #expect(end.shows("standardised") && end.shows("79.576"))
    #expect(end.run.model.shapes.map(\.centre) != before.run.model.shapes.map(\.centre))
    #expect(end.shows("distortion of z-scores"))
  }

  @Test func `it is taken back by the key, by undoing and by stepping back`() async throws {
    let before = try await Self.faithful(.kMeans).after("Space")
    for keys in ["S S", "S U", "S Left", "S Space Left Left"] {
      let after = await before.after(keys)
      #expect(!after.recipe.isStandardized, "\(keys)")
      #expect(after.run.model as? KMeans == before.run.model as? KMeans, "\(keys)")
      #expect(after.data.points == before.data.points, "\(keys)")
    }
    #expect(await before.after("S U R").recipe.isStandardized)
  }

  @Test func `at the start, rules that look for distant points choose by it`() async throws {
    let start = try Self.faithful(.kMeans)
    let standardised = await start.after("S")
    #expect(standardised.session.isAtStart)
    let own = RunRecipe(kind: .kMeans, components: 2, rule: .kMeansPlusPlus)
    var recipe = own
    recipe.isStandardized = true
    let run = try Run(recipe, over: start.data.points)
    #expect(standardised.run.model as? KMeans == run.model as? KMeans)
  }

  @Test func `one standard deviation is as long on both axes`() async throws {
    let state = try await Self.faithful(.kMeans, size: Size(width: 100, height: 30)).after("S")
    let viewport = try #require(state.plotAxes?.viewport)
    let scale = state.data.points.standardization.scale
    let (along, up) = (viewport.dots(along: scale.x, 0).x, -viewport.dots(along: 0, scale.y).y)
    #expect(abs(along - up) < 0.12 * up, "ticks on whole rows move it by a little")
    #expect(
      state.shows("a standard deviation is as long on both axes")
        || state.shows("standard deviations to one scale"))
    #expect(await state.after("S").data.points.standardization.isNone)
  }

  @Test(arguments: ["Space S Space", "S m G", "S % Space", "S 7 Space", "S < Space", "S d Enter"])
  func `what is measured by the run on screen is measured so in its data`(keys: String) async throws
  {
    let state = try await Self.faithful().after(keys)
    #expect(state.data.points == state.run.points, "\(keys)")
    #expect(!state.data.points.standardization.isNone == state.recipe.isStandardized, "\(keys)")
  }

  @Test func `σ² of the dial and a floor stay where they are on their scales`() async throws {
    let dial = try await Self.faithful().after("< Space")
    for (before, after) in [(dial, await dial.after("S")), (dial, await dial.after("S S"))] {
      let shares = try [before, after].map {
        Dial.share(of: try #require(Dial.variance(of: $0.run.model)), for: $0.data.points)
      }
      #expect(abs(shares[0] - shares[1]) < 1e-12)
    }
    var given = RunRecipe(kind: .dial, components: 2)
    given.given = GivenStart(
      exactly: try #require(dial.run.model as? GaussianMixture), over: dial.data.points)
    let begun = try AppState(data: dial.data, recipe: given, size: Size(width: 80, height: 24))
    let shares = try [begun, await begun.after("S")].map {
      Dial.share(of: try #require(Dial.variance(of: $0.run.model)), for: $0.data.points)
    }
    #expect(abs(shares[0] - shares[1]) < 1e-12, "also that of a start that was given")
    let (data, usual) = (dial.data, dial.data.points.suggestedVarianceFloor)
    var recipe = RunRecipe(components: 2)
    recipe.varianceFloor = usual
    let floored = try AppState(data: data, recipe: recipe, size: Size(width: 80, height: 24))
    let scores = await floored.after("S")
    let floor = try #require(scores.recipe.varianceFloor)
    let suggested = scores.data.points.suggestedVarianceFloor
    #expect(abs(floor - suggested) < 1e-12 * suggested && floor != usual)
  }

  @Test func `the steps of a start are measured as its rule was, whatever is measured since`()
    async throws
  {
    let before = try await Self.faithful().after("V s Space e")
    let since = try await Self.faithful().after("Space S V s Space e")
    let (one, other) = (try #require(before.seedingMoment), try #require(since.seedingMoment))
    #expect(one.draw == other.draw && one.centres == other.centres)
    #expect(since.recipe.isStandardized && one.count == 1)
    let scores = try #require(try await Self.faithful().after("S V s Space e").seedingMoment)
    #expect(scores.draw.squaredDistances?.max() ?? 0 < 60, "z-scores lie near each other")
  }
}
