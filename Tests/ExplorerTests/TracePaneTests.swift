import MixtureEngine
import TerminalCanvas
import Testing

@testable import Explorer

@Suite struct `The trace` {
  private func isBar(_ character: Character) -> Bool { ("▁"..."█").contains(character) }

  @Test func `has one value for each iteration, in the midst of one too`() async throws {
    var state = try AppState.clouds()
    await state.press("Space Space e")
    let row = state.row(21)
    #expect(row.hasPrefix("L "))
    let bars = row.prefix { $0 != "…" }.filter(isBar)
    #expect(bars.count == 3)
    #expect(bars.first == "▁" && bars.last == "█")
  }

  @Test(arguments: [60, 80, 100, 130, 200])
  func `shows gains on a log scale that are no solid block, after 5 and 500 iterations`(
    width: Int
  ) async throws {
    for count in [5, 500] {
      let state = try AppState.clouds().run.snapshot
      let rate = count > 100 ? 0.97 : 0.3
      var (trace, missing) = (Path([Point(x: 0, y: -1300)]), 100.0)
      for n in 1...count {
        missing *= rate
        trace.append(Point(x: Double(n), y: -1200 - missing))
      }
      let pane = TracePane(
        trace: trace, first: state, last: state, theme: Theme(colors: .none))
      let row = pane.frame(size: Size(width: width, height: 1)).text
      let gains = row.drop { $0 != "g" }.filter(isBar)
      #expect(Set(gains).count >= 3, "\(row)")
      #expect(gains.count >= 3 && gains.filter { $0 == "█" }.count * 2 < gains.count, "\(row)")
      #expect(row.count == width)
    }
  }

  @Test func `has two charts side by side where it is wide and high`() async throws {
    var state = try AppState.clouds(size: Size(width: 200, height: 60))
    await state.press("Space Space Space")
    #expect(state.shows("log-likelihood L at each iteration"))
    #expect(state.shows("log₁₀ of the gain ΔL: straight is a linear rate"))
  }
}
