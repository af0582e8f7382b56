import MixtureEngine
import TerminalCanvas
import Testing

@testable import Explorer

@Suite struct `The trace` {
  @Test func `has one value for each iteration, in the midst of one too`() async throws {
    var state = try AppState.clouds()
    await state.press("Space Space e")
    let row = state.row(21)
    #expect(row.hasPrefix("L "))
    let bars = row.filter { ("▁"..."█").contains($0) }
    #expect(bars.count == 3)
    #expect(bars.first == "▁" && bars.last == "█")
  }
}
