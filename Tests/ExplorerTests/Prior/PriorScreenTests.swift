import MixtureEngine
import TerminalCanvas
import TestSupport
import Testing

@testable import Explorer

@Suite struct `A prior on the screen` {
  private func withPrior(
    _ recipe: RunRecipe = RunRecipe(components: 3), size: Size = Size(width: 80, height: 24)
  ) throws -> AppState {
    var recipe = recipe
    recipe.prior = .standard
    return try .clouds(recipe, size: size)
  }

  @Test func `is an answer to a collapse, and the run goes on to an end`() async throws {
    var state = try AppState.clouds(RunRecipe(components: 2, rule: .outlier))
    await state.press("G")
    #expect(state.shows("use a prior"))
    let after = state.run.snapshot.iteration
    await state.press("Down Down Enter")
    #expect(state.shows("MAP"))
    #expect(state.session.course.last.originText == "with a prior after \(after)")
    await state.press("G")
    #expect(state.run.snapshot.status == .converged)
    #expect(state.session.course.count == 2)
    for (a, b) in zip(state.run.history, state.run.history.dropFirst()) {
      #expect(b.climbed >= a.climbed - 1e-9)
    }
  }

  @Test func `stands in the title and the sentences speak of what rises`() async throws {
    var state = try withPrior(size: Size(width: 100, height: 30))
    #expect(state.session.course.last.modelText == "EM full K=3 MAP")
    await state.press("Space Space")
    #expect(state.shows("M raised L + log p(θ) by"))
    #expect(state.shows("MAP      L + log p(θ)"))
  }

  @Test func `is named where the bound and the update are shown`() async throws {
    var state = try withPrior(RunRecipe(components: 2))
    await state.press("Space Space 2")
    #expect(state.shows("M maximises F + log p(θ)"))
    #expect(!state.shows("where M goes"))
    // The sentence over the sums needs more lines.
    _ = state.handle(.resize(Size(width: 100, height: 30)))
    await state.press("4")
    #expect(state.shows("F + log p(θ)"))
    #expect(!state.shows("floor"))
  }

  @Test func `gives way where the model has no place for it, and is back with EM`() async throws {
    var state = try withPrior()
    await state.press("Space Space m")
    #expect(!state.shows("MAP") && state.run.snapshot.logPrior == nil)
    await state.press("m")
    #expect(state.run.snapshot.logPrior != nil)
  }

  @Test func `has no way out that is judged by L`() async throws {
    var state = try withPrior()
    await state.press("G 9")
    #expect(state.shows("Moves are judged by L"))
  }
}
