import MixtureData
import MixtureEngine
import TerminalCanvas
import Testing

@testable import Explorer

/// The slow direction at the end of a run.
@Suite struct `The slow direction` {
  private let arrows = Set("←↑→↓")

  private func hasArrows(_ state: AppState) -> Bool {
    let pane = state.plotPane
    return pane.frame(size: Size(width: 60, height: 24)).text.contains { arrows.contains($0) }
  }

  @Test func `is drawn where a run has ended once it is chosen, with its rate`() async throws {
    var state = try AppState.clouds(size: Size(width: 120, height: 30))
    await state.press("G Esc")
    #expect(!hasArrows(state) && state.endingText == nil)
    await state.press("o s")
    #expect(hasArrows(state))
    let rate = try #require(Certificate(of: state.run)).rate
    #expect(state.frame().text.contains("a maximum, rate \(rate.fixed(3)): each iteration leaves"))
    await state.press("Left")
    #expect(!hasArrows(state), "there is no end here")
    await state.press("Space")
    #expect(hasArrows(state))
    await state.press("o s")
    #expect(!hasArrows(state))
  }

  @Test func `shows itself at a saddle of identical components`() async throws {
    var state = try AppState.clouds(
      RunRecipe(structure: .spherical, components: 2, rule: .stacked),
      size: Size(width: 120, height: 30))
    await state.press("G Esc")
    #expect(state.ending?.kind == .saddle)
    #expect(hasArrows(state))
    #expect(state.frame().text.contains("along the arrows L rises"))
  }
}
