import MixtureEngine
import TerminalCanvas
import Testing

@testable import Explorer

@Suite struct `A session` {
  @Test func `opens before the first E-step and says so`() throws {
    let state = try AppState.clouds()
    #expect(state.row(0).hasPrefix(" emscope  clouds N=120  EM full K=3"))
    #expect(state.row(0).hasSuffix("iteration 0"))
    #expect(state.row(22).hasSuffix("next: E, ask which component each point came from"))
    #expect(state.run.snapshot.lowerBound == nil)
  }

  @Test func `takes E and M apart, and the bound touches L in between`() async throws {
    var state = try AppState.clouds()
    await state.press("e")
    #expect(state.run.snapshot.bound == state.run.snapshot.objective)
    #expect(state.row(22).hasSuffix("next: M, refit θ weighted by q"))
    await state.press("e")
    #expect(state.run.snapshot.iteration == 1)
    #expect(state.row(22).hasSuffix("next: E, ask which component each point came from"))
  }

  @Test func `steps back to exactly what was there before`() async throws {
    var state = try AppState.clouds()
    await state.press("Space e Space")
    let before = state.frame()
    await state.press("Space Space p Left")
    #expect(state.frame() == before)
    await state.press("Home")
    #expect(state.frame() == (try AppState.clouds()).frame())
  }

  @Test func `runs until converged with one key`() async throws {
    var state = try AppState.clouds()
    await state.press("G")
    #expect(state.run.snapshot.status == .converged)
    #expect(state.session.tickInterval == nil)
    #expect(state.row(22).hasSuffix("spurious: 1 stands on 9.3 points"))
  }

  @Test func `runs by itself and pauses`() throws {
    var state = try AppState.clouds()
    _ = state.handle(.key(.character("r")))
    let slow = try #require(state.session.tickInterval)
    _ = state.handle(.key(.character("]")))
    let fast = try #require(state.session.tickInterval)
    #expect(fast < slow)
    _ = state.handle(.tick)
    #expect(state.run.snapshot.iteration == 1)
    _ = state.handle(.key(.character("r")))
    #expect(state.session.tickInterval == nil)
    _ = state.handle(.tick)
    #expect(state.run.snapshot.iteration == 1)
  }

  @Test func `toggles to k-means in place and back`() async throws {
    var state = try AppState.clouds()
    await state.press("Space Space")
    let means = state.run.model.shapes.map(\.centre)
    await state.press("m")
    #expect(state.run.model.shapes.map(\.centre) == means)
    #expect(state.shows("distortion"))
    #expect(state.shows("J (falls)"))
    await state.press("G m")
    #expect(state.run.snapshot.logLikelihood != nil)
    #expect(state.shows("log-likelihood"))
    await state.press("Left Left")
    #expect(state.run.snapshot.distortion != nil)
  }

  @Test func `a new seed is a new start, and the same seed the same`() async throws {
    var state = try AppState.clouds()
    let first = state.frame()
    await state.press("x")
    #expect(state.frame() != first)
    await state.press("X")
    #expect(state.frame() == first)
  }

  @Test func `components come and go within what the data allows`() async throws {
    var state = try AppState.clouds()
    await state.press("+ +")
    #expect(state.run.model.componentCount == 5)
    await state.press("- - - - - -")
    #expect(state.run.model.componentCount == 1)
    #expect(state.row(22).contains("choose a number from 1 to"))
    #expect(state.row(22).contains("One component has to stay"))
  }

  @Test func `a starting rule is chosen from the menu`() async throws {
    var state = try AppState.clouds()
    await state.press("i")
    #expect(state.shows("random-points"))
    await state.press("Down Enter")
    #expect(state.recipe.rule.name == StartingRule.all[1].name)
    #expect(state.overlay == nil)
  }

  @Test func `a data set is asked of the world`() async throws {
    var state = try AppState.clouds()
    _ = state.handle(.key(.character("d")))
    guard case .load(let request) = state.handle(.key(.enter)) else {
      Issue.record("choosing a data set loads it")
      return
    }
    #expect(request == DataRequest("clouds"))
    _ = state.handle(Answer.failed("no such file"))
    #expect(state.row(22) == "no such file")
  }

  @Test func `the help lists every key that the program obeys`() async throws {
    var state = try AppState.clouds(size: Size(width: 80, height: 200))
    await state.press("?")
    for binding in Keymap.picture.flatMap(\.bindings) where !binding.help.isEmpty {
      #expect(state.shows(binding.help), "\(binding.help)")
    }
    await state.press("Escape")
    #expect(state.overlay == nil)
  }
}
