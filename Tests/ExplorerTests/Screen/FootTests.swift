import MixtureEngine
import TerminalCanvas
import Testing

@testable import Explorer

@Suite struct `The foot of the screen` {
  @Test func `names what the key m does at present`() async throws {
    var state = try AppState.clouds()
    #expect(state.row(23).contains("m k-means"))
    await state.press("m")
    #expect(state.row(23).contains("m back to EM"))
    await state.press("m < m")
    #expect(state.row(23).contains("m back to dial"))
  }

  @Test func `says while it runs how to pause it, and how fast it goes`() throws {
    var state = try AppState.clouds()
    _ = state.handle(.key(.character("r")))
    #expect(state.row(23).hasPrefix("r pause  [ ] slower, faster: 2 a second  space step"))
    _ = state.handle(.key(.character("]")))
    #expect(state.row(23).hasPrefix("r pause  [ ] slower, faster: 4 a second  space step"))
    _ = state.handle(.key(.character("r")))
    #expect(state.row(23).hasPrefix("space step"))
    for _ in 0..<3 { _ = state.handle(.key(.character("["))) }
    #expect(state.row(22) == "r runs at 0.5 iterations a second")
  }

  @Test func `is alarmed by what can't be done, not by what was done`() async throws {
    var state = try AppState.clouds()
    let alarm = state.screen.theme.style(.alert)
    await state.press("t")
    #expect(state.row(22) == "colours for a dark background")
    #expect(state.frame()[0, 22].style != state.screen.theme.style(.alert))
    await state.press("t t Y")
    #expect(state.row(22).hasPrefix("No labels are known here"))
    #expect(state.frame()[0, 22].style == alarm)
  }
}
