import MixtureEngine
import TerminalCanvas
import Testing

@testable import Explorer

@Suite struct `The size of the screen` {
  /// What a screen of a size shows after a step.
  private func state(_ width: Int, _ height: Int) async throws -> AppState {
    try await AppState.labelledClouds(screen: Size(width: width, height: height)).after("Space")
  }

  @Test(arguments: [(120, 36), (121, 36), (120, 37), (200, 60)])
  func `has room for a view beside the plot from 120 by 36 on`(width: Int, height: Int) async throws
  {
    let state = try await state(width, height)
    #expect(state.shows("━━ L") && state.shows("north"))
    #expect(await state.after("4").shows("new     was"))
    #expect(await state.after("4").shows("log-likelihood    L(θ)"))
  }

  @Test(arguments: [(96, 28, true), (95, 28, false), (96, 27, false), (80, 24, false)])
  func `has the bound below the numbers from a middling size on`(
    width: Int, height: Int, hasBound: Bool
  ) async throws {
    let state = try await state(width, height)
    #expect(state.shows("log-likelihood    L(θ)") && state.shows("north"))
    #expect(state.shows("━━ L") == hasBound)
    // Where the bound is the view, the plot stands beside it.
    #expect(await state.after("2").shows("north") == hasBound)
  }

  @Test(arguments: [(119, 36), (120, 35), (119, 60), (300, 35)])
  func `has no room for one just below`(width: Int, height: Int) async throws {
    let state = try await state(width, height)
    let update = await state.after("4")
    #expect(update.shows("new     was") && !update.shows("log-likelihood    L(θ)"))
  }

  @Test func `has five rows less in a lesson`() async throws {
    let wide = try Exploration.lesson(pressing: ["e"], screen: Size(width: 96, height: 33))
    #expect(wide.shows("━━ L"))
    let narrow = try Exploration.lesson(pressing: ["e"], screen: Size(width: 96, height: 32))
    #expect(!narrow.shows("━━ L"))
  }

  @Test(arguments: [(60, 16, true), (59, 16, false), (60, 15, false)])
  func `is enough from 60 by 16 on`(width: Int, height: Int, isEnough: Bool) async throws {
    let state = try await state(width, height)
    #expect(state.shows("iteration 1") == isEnough)
    #expect(state.row(0).hasPrefix("emscope needs 60×16") == !isEnough)
  }

  @Test(arguments: [Size(width: 80, height: 24), Size(width: 170, height: 40)])
  func `decides where an opened run is shown: beside the view, or in its place`(screen: Size)
    async throws
  {
    let state = try await AppState.labelledClouds(of: 7, screen: screen).after("5 - - - Enter")
    #expect(state.shows("log-likelihood    L(θ)"))
    #expect(state.shows("runs of") == (screen.width == 170))
  }
}

@Suite struct `The line above the keys` {
  @Test func `says what the world answered last, and whether it went wrong`() async throws {
    for answers in [[false, true], [true, false], [true], [false]] {
      var state = try AppState.labelledClouds()
      for isGood in answers {
        _ = state.handle(isGood ? Answer.saved("a-file") : .failed("no such file"))
        #expect(state.row(22) == (isGood ? "saved a-file" : "no such file"))
        #expect(state.isAlarmed != isGood)
      }
    }
  }

  @Test func `says it until the next key`() async throws {
    for answer in [Answer.saved("a-file"), .failed("no such file")] {
      var state = try AppState.labelledClouds()
      _ = state.handle(answer)
      for key in ["Space", "?", "~"] {
        let after = await state.after(key)
        #expect(!after.row(22).contains("file") && !after.isAlarmed, "\(key)")
      }
    }
  }

  @Test func `says it in a lesson and while placing by hand too`() async throws {
    var state = try await AppState.labelledClouds().after("a")
    #expect(state.row(22).hasPrefix("placing means by hand"))
    _ = state.handle(Answer.saved("a-file"))
    #expect(state.row(22) == "saved a-file")
    _ = state.handle(Answer.failed("no such file"))
    #expect(state.row(22) == "no such file" && state.isAlarmed)
    await state.press("Tab")
    #expect(state.row(22).hasPrefix("placing means by hand"))
    var lesson = try Exploration.lesson(pressing: ["e"])
    _ = lesson.handle(Answer.saved("a-file"))
    #expect(lesson.row(17) == "saved a-file" && !lesson.isAlarmed)
    _ = lesson.handle(Answer.failed("no such file"))
    #expect(lesson.row(17) == "no such file" && lesson.isAlarmed)
    await lesson.press("Space")
    #expect(!lesson.row(17).contains("file"))
  }
}
