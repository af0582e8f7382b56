import MixtureEngine
import TerminalCanvas
import Testing

@testable import Explorer

@Suite struct `A removed component` {
  /// Keys that tell EM labels: a tenth, all of them, some by hand, more than there are components.
  static let told = [
    "Y", "Y Y", "a p p Tab 3 Tab 2 Enter", "a p p Tab + Tab + Enter", "y", "y Y Y",
  ]

  @Test(arguments: told, ["Space", "G Escape", "m", "M Home Down Down Down Enter", "<"])
  func `takes the labels that name it along`(told: String, then: String) async throws {
    for view in ["", "2", "3", "4", "7"] {
      var state = try await AppState.labelledClouds().after("\(told) \(view)")
      for components in [2.0, 1] {
        await state.press("-")
        #expect(state.componentsInTitle == [components])
        let after = await state.after("\(then) e e y Space y Space")
        #expect(after.frame().size == after.screen.size)
        #expect(!after.frame().text.contains(/\b(nan|inf)\b/.ignoresCase()))
      }
      #expect(await state.after("+ + Space").componentsInTitle == [3])
    }
  }

  @Test(arguments: ["5", "6"])
  func `leaves the views of many runs alive`(view: String) async throws {
    let state = try await AppState.labelledClouds(of: 4, screen: Size(width: 60, height: 16))
      .after("Y Y - \(view) Enter Space")
    #expect(state.componentsInTitle == [2])
  }

  @Test func `leaves the labels of the others told`() async throws {
    var state = try await AppState.labelledClouds().after("Y Y e")
    #expect(state.numbers(/(\d+) z given/) == [120])
    await state.press("- e")
    #expect(state.numbers(/(\d+) z given/) == [80])
    await state.press("- e")
    #expect(state.numbers(/(\d+) z given/) == [40])
  }

  @Test func `by hand takes its labels along, and the others keep theirs`() async throws {
    var state = try await AppState.labelledClouds().after("Y Y a - Enter e")
    #expect(state.componentsInTitle == [2])
    #expect(state.numbers(/(\d+) z given/) == [80])
    let (q, told) = (try #require(state.run.posterior).labels, try #require(state.run.observed))
    for n in 0..<120 {
      #expect(told[n] == [nil, 0, 1][n % 3])
      if let label = told[n] { #expect(Int(q[n]) == label) }
    }
    await state.press("G")
    #expect(state.shows("converged"))
  }

  @Test func `is no component of a start that has fewer`() async throws {
    let state = try await AppState.labelledClouds().after("Y Y a - - Enter x Space")
    #expect(state.componentsInTitle == [1] && state.iterations == [1])
  }
}
