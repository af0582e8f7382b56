import MixtureEngine
import TerminalCanvas
import Testing

@testable import Explorer

@Suite struct `The size of the screen` {
  /// What a screen of a size shows after a step.
  private func state(_ width: Int, _ height: Int) async throws -> AppState {
    try await AppState.labelledClouds(screen: Size(width: width, height: height)).after("Space")
  }

  @Test(arguments: [(130, 36), (131, 36), (130, 37), (200, 60)])
  func `has room for a view beside the plot from 130 by 36 on`(width: Int, height: Int) async throws
  {
    let state = try await state(width, height)
    #expect(state.shows("L and F along the line") && state.shows("north"))
    #expect(await state.after("4").shows("sum /Nₖ"))
    #expect(await state.after("4").shows("log-likelihood    L(θ)"))
  }

  @Test(arguments: [(129, 36), (130, 35), (129, 60), (300, 35)])
  func `has no room for one just below`(width: Int, height: Int) async throws {
    let state = try await state(width, height)
    #expect(!state.shows("L and F along the line") && state.shows("north"))
    let update = await state.after("4")
    #expect(update.shows("sum /Nₖ") && !update.shows("log-likelihood    L(θ)"))
  }

  @Test func `has five rows less in a lesson`() async throws {
    let wide = try AppState.lesson(pressing: ["e"], screen: Size(width: 130, height: 41))
    #expect(wide.shows("L along the line"))
    let narrow = try AppState.lesson(pressing: ["e"], screen: Size(width: 130, height: 40))
    #expect(!narrow.shows("L along the line"))
  }

  @Test(arguments: [(60, 16, true), (59, 16, false), (60, 15, false)])
  func `is enough from 60 by 16 on`(width: Int, height: Int, isEnough: Bool) async throws {
    let state = try await state(width, height)
    #expect(state.shows("iteration 1") == isEnough)
    #expect(state.row(0).hasPrefix("emscope needs 60×16") == !isEnough)
  }

  @Test(arguments: [Size(width: 80, height: 24), Size(width: 130, height: 36)])
  func `decides where an opened run is shown: beside the view, or in its place`(screen: Size)
    async throws
  {
    let state = try await AppState.labelledClouds(of: 7, screen: screen).after("5 - - - Enter")
    #expect(state.shows("log-likelihood    L(θ)"))
    #expect(state.shows("runs of") == (screen.width == 130))
  }
}

@Suite struct `The line above the keys` {
  /// A state that has something good and something bad to say, in either order.
  private func state(_ actions: [Action]) throws -> AppState {
    var state = try AppState.labelledClouds()
    for action in actions { _ = state.apply(action) }
    return state
  }

  @Test func `says what went wrong before what went well`() async throws {
    let (good, bad) = (Action.saved("a-file"), Action.failed("no such file"))
    for actions in [[good, bad], [bad, good]] {
      let state = try state(actions)
      #expect(state.row(22) == "no such file")
      #expect(state.isAlarmed)
      #expect(await state.after("?").row(22).contains("no such file") == false)
    }
    let saved = try state([good])
    #expect(saved.row(22) == "saved a-file" && !saved.isAlarmed)
    #expect(await saved.after("Space").row(22).contains("saved") == false)
  }

  @Test func `says it in a lesson and while placing by hand too`() async throws {
    var state = try await AppState.labelledClouds().after("a")
    #expect(state.row(22).hasPrefix("placing means by hand"))
    _ = state.apply(.saved("a-file"))
    #expect(state.row(22) == "saved a-file")
    _ = state.apply(.failed("no such file"))
    #expect(state.row(22) == "no such file")
    await state.press("Tab")
    #expect(state.row(22).hasPrefix("placing means by hand"))
  }
}
