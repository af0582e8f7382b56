import TerminalCanvas
import TestSupport
import Testing

@testable import Explorer

/// Whatever the state, a key changes what is seen, asks for something, or says why it does neither.
@Suite struct `Law: every key changes something or says why not` {
  @Test(arguments: FuzzSeed.usual(1, 2, 3, 4, 5, 6, 7, 8))
  func `in random states of all views and models`(seed: UInt64) async throws {
    var silent: [String: String] = [:]
    for round in 0..<FuzzBudget.rounds(4) {
      var walk = try RandomWalk(seed: seed &* 1_000_003 &+ UInt64(round))
      for _ in 0..<25 {
        let key = walk.key()
        let before = walk.exploration
        var after = before
        let asked = after.handle(.key(key))
        let hasSpoken = after.app.notice != nil || asked.effect != nil || !asked.keys.isEmpty
        // A map that nobody has worked out has no cursor to see.
        let movesCursor = after.app.basins.cursor != before.app.basins.cursor
        // Where the screen is too small there is only the sentence that says so.
        if !hasSpoken, !movesCursor, !before.isTooSmall, after.frame() == before.frame() {
          let app = before.app
          silent[
            "\(key.name) in \(app.view.name)\(app.hand == nil ? "" : ", by hand")\(app.overlay.map { ", \(type(of: $0))" } ?? "")\(before.walkthrough == nil ? "" : ", lesson")"
          ] = "seed \(seed) round \(round): \(walk.trail)"
        }
        await walk.press(key)
      }
    }
    #expect(
      silent.isEmpty,
      "\(silent.map { "\($0.key) after \($0.value)" }.sorted().joined(separator: "\n"))")
  }
}
