import MixtureEngine
import TerminalCanvas
import Testing

@testable import Explorer

/// A run that gives way is named, and nothing else is.
@Suite struct `What gives way` {
  @Test(arguments: [
    ("Space Space x", "EM full K=3 after 2 iterations"),
    ("Space m Space g", "k-means K=3 after 1 iteration"),
    ("7 Space Space O Down Enter", "EM full K=3 after 2 iterations"),
    ("Space Space N 5", "EM full K=3 after 2 iterations"),
  ])
  func `is named`(keys: String, stage: String) async throws {
    let state = try await AppState.clouds(RunRecipe(components: 3)).after(keys)
    #expect(state.row(22).contains("U brings back \(stage)"), "\(state.row(22))")
  }

  @Test(arguments: [
    "x", "7 Space Space Space Tab", "Space m Space", "< < < <", "Space 2 3 1", "m m",
  ])
  func `is not named where nothing does`(keys: String) async throws {
    let state = try await AppState.clouds(RunRecipe(components: 3)).after(keys)
    #expect(!state.row(22).contains("U brings back"), "\(state.row(22))")
  }

  @Test func `is undone by one key after a lesson, without an empty one between`() async throws {
    let state = try await AppState.clouds(RunRecipe(components: 3)).exploration
      .after("Space T Enter f Escape Escape T Down Enter Space")
    #expect(state.iterations == [2])
    #expect(await state.after("U").iterations == [1])
    #expect(await state.after("U U").iterations == [0])
  }

  @Test func `is a run as one, whatever was pressed in the midst of it`() async throws {
    var state = try await AppState.clouds(RunRecipe(components: 3)).after("Space r")
    for key in ["]", "]", "?", "Escape", "r"] {
      _ = state.handle(.tick)
      if let key = Key(name: key) { _ = state.handle(.key(key)) }
    }
    #expect(state.run.cursor > 6 && state.session.pace == .paused)
    #expect(await state.after("U").run.cursor == 2)
  }

  @Test(arguments: ["< Space M End Enter", "> Left", "< e", "Space c Space M End Enter"])
  func `comes back with m m`(keys: String) async throws {
    let state = try await AppState.clouds(RunRecipe(components: 3)).after(keys)
    let again = await state.after("m m")
    #expect(again.run.model.shapes == state.run.model.shapes)
    #expect(again.session.course.last.originText == state.session.course.last.originText)
    #expect(again.recipe == state.recipe)
  }

  @Test func `is there again where placing began anew`() async throws {
    let state = try await AppState.clouds(RunRecipe(components: 3)).after("a L L + Escape")
    #expect(state.hand == nil && state.row(22).contains("a goes on with what was placed"))
    let again = await state.after("a")
    #expect(again.hand?.draft.means.count == 4)
  }

  @Test func `keeps the means where k-means is left`() async throws {
    let state = try await AppState.clouds(RunRecipe(components: 3)).after("Space m Space")
    let means = state.run.model.shapes.map(\.centre)
    #expect(await state.after("m").run.model.shapes.map(\.centre) == means)
  }

  @Test func `stops at seed 0`() async throws {
    let state = try await AppState.clouds(RunRecipe(components: 3)).after("X X X")
    #expect(state.recipe.seed == 0 && state.row(22).hasPrefix("Seed 0 is the first"))
  }
}
