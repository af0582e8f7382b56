import MixtureEngine
import TerminalCanvas
import TestSupport
import Testing

@testable import Explorer

/// Wherever keys, lessons and a run that goes by itself have led, the keys of the record lead there,
/// too.
@Suite struct `Law: the keys that lead back do` {
  private static let chunks = [
    "Space", "e", "Left", "m", "c", "x", "+", "-", "<", ">", "U", "R", "2", "3", "1", "o r", "Y",
    "N 4", "? Down Escape", "M Escape", "Escape", "a L L Enter", "a L Escape", "i Down Enter",
    "7 Space", "f",
    "T Enter", "T Enter Space Space Escape Escape",
    "T Down Enter Space e Escape Enter", "T End Enter Space 2 Space 7 Enter Space", "F5", "g", "r",
    "Enter",
  ]

  @Test(arguments: FuzzSeed.usual(1, 2, 3, 4, 5, 6))
  func `from every opening`(seed: UInt64) async throws {
    var generator = SeededGenerator(seed: seed)
    var compared = 0
    for _ in 0..<FuzzBudget.rounds(12) {
      let opening = try AppState.labelledClouds().exploration
      var (there, trail) = (opening, [String]())
      for _ in 0..<10 {
        let chunk = Self.chunks[generator.index(below: Self.chunks.count)]
        trail.append(chunk)
        there = await there.after(chunk)
        let ticks = there.tickInterval == nil ? 0 : generator.index(below: 4)
        for _ in 0..<ticks { _ = there.handle(.tick) }
        trail.append("\(ticks) ticks")
      }
      if there.app.session.pace == .running { there = await there.after("r") }
      // What lies over the picture is left, so that the next key is asked of the picture.
      there = await there.after("Escape Escape Escape w")
      let record = there.app.record
      guard record.obstacle == nil else { continue }
      compared += 1
      let names = record.keys.map(\.name).joined(separator: " ")
      let again = await opening.after(names)
      let way: Comment = "\(names) after \(trail), seed \(seed)"
      #expect(again.app.run.model.shapes == there.app.run.model.shapes, way)
      #expect(again.app.place.cursors == there.app.place.cursors, way)
      #expect(again.app.view == there.app.view, way)
    }
    #expect(compared > 3)
  }
}
