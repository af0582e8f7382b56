import TerminalCanvas
import TestSupport
import Testing

@testable import Explorer

@Suite struct `Every number of the screen` {
  private func numbers(in text: String) -> [WrittenNumber] {
    // What is cut ends in "…", and "+3" or "3 more" say how many rows aren't shown.
    text.replacing(/↑↓ \+\d+/, with: "")
      .matches(of: /(?:^|[^\w.])(\d+(?:\.\d+)?(?:e-?\d+)?)(?![\w.]*…)(?! more| smaller)/)
      .compactMap { WrittenNumber($0.output.1) }
  }

  /// What the screen says beside its plots and the ticks of its axes, without what lies over it.
  private func shown(_ state: AppState) -> String {
    var state = state
    state.overlay = nil
    let (frame, plots) = (state.frame(), state.plots)
    let axis = state.screen.theme.style(.axis)
    return (0..<frame.size.height).map { y in
      let isText = String(frame.row(y).map(\.character)).contains(/[a-z]{3}/)
      return String(
        frame.row(y).enumerated().map { x, cell in
          let isDrawn = plots.contains { $0.contains(Position(x: x, y: y)) }
          return isDrawn || cell.style == axis && !isText ? " " : cell.character
        })
    }.joined(separator: "\n")
  }

  private func told(_ state: AppState) throws -> String {
    var state = state
    state.overlay = nil
    return try Question.all.map { try $0.answer(state, []).text }.joined()
      + Question.ledger.answer(state, ["all"]).text + Question.trace.answer(state, ["all"]).text
  }

  @Test(arguments: FuzzSeed.usual(414))
  func `is among the told facts of its state`(seed: UInt64) async throws {
    for round in 0..<UInt64(FuzzBudget.rounds(12)) {
      var walk = try RandomWalk(seed: seed &+ round)
      for _ in 0..<40 {
        await walk.go()
        let state = walk.exploration.app
        let values = numbers(in: try told(state)).map(\.value).sorted()
        for number in numbers(in: shown(state).replacing(/-?[0-9.]+ [┤]/, with: "")) {
          let isTold = values.contains { abs($0 - number.value) <= number.halfUnit * 1.000_000_2 }
          if !isTold {
            Issue.record(
              "\(number.text) is not told after \(walk.trail):\n\(shown(state))")
            return
          }
        }
      }
    }
  }
}
