import MixtureEngine
import TerminalCanvas
import TestSupport
import Testing

@testable import Explorer

/// A number that stands twice on the screen, in the title, the table, the line of status, the
/// ledger or the trace, is one number, as far as each of them has digits.
@Suite struct `Law: a number that stands twice is one number` {
  @Test(arguments: FuzzSeed.usual(1, 2, 3, 4, 5, 6, 7, 8))
  func `in random states of all views and models`(seed: UInt64) async throws {
    var wrong: [String: String] = [:]
    var compared: Set<String> = []
    for round in 0..<FuzzBudget.rounds(4) {
      var walk = try RandomWalk(seed: seed &* 1_000_037 &+ UInt64(round))
      for _ in 0..<25 {
        await walk.press(walk.key())
        let app = walk.exploration.app
        guard app.overlay == nil, app.hand == nil, walk.exploration.walkthrough == nil else {
          continue
        }
        // What can be brought back is another run, with another K.
        let text = walk.exploration.frame().text.replacing(/U brings back .*/, with: "")
        for (name, readings) in Self.readings(of: text, isRace: app.session.isRacing) {
          guard let first = readings.first else { continue }
          if readings.count > 1 { compared.insert(name) }
          for other in readings.dropFirst() where !first.agrees(with: other) {
            wrong["\(name): \(first.text) and \(other.text) in \(app.view.name)"] =
              "seed \(seed) round \(round): \(walk.trail)\n\(text)"
          }
        }
      }
    }
    #expect(!compared.isEmpty)
    #expect(
      wrong.isEmpty,
      "\(wrong.map { "\($0.key) after \($0.value)" }.sorted().joined(separator: "\n"))")
  }

  /// All places where each number stands.
  private static func readings(of text: String, isRace: Bool) -> [String: [WrittenNumber]] {
    func all(_ patterns: [Regex<(Substring, Substring)>]) -> [WrittenNumber] {
      patterns.flatMap { text.matches(of: $0).compactMap { WrittenNumber($0.1) } }
    }
    guard !isRace else { return [:] }
    let lastLine = text.matches(of: /(?m)(?:^|\s)[EM] \d+ +(.*)$/).last?.1
    let ledger = lastLine?.split(separator: " ").compactMap { WrittenNumber($0) } ?? []
    let isLedger = text.contains("The ledger: L") && !ledger.isEmpty
    let trace: [Regex<(Substring, Substring)>] = [
      /(?m)^L [^\n]*? … (−?[\d.e-]+)/,
      /log-likelihood L at each iteration  −?[\d.e-]+ … (−?[\d.e-]+)/,
    ]
    return [
      "iteration": all([/iteration (\d+)/]),
      "L": all([/log-likelihood    L\(θ\) +(−?[\d.e-]+)/] + trace)
        + (isLedger ? Array(ledger.prefix(1)) : []),
      "F": all([/lower bound     F\(q,θ\) +(−?[\d.e-]+)/])
        + (isLedger ? Array(ledger.dropFirst().prefix(1)) : []),
      "KL": all([/gap           KL\(q‖p\) +([\d.e-]+)/])
        + (isLedger ? Array(ledger.dropFirst(2).prefix(1)) : []),
      "J": all([
        /distortion       J\(μ\) +([\d.e+-]+)/, /(?m)^J \(falls\)[^\n]*? … ([\d.e+-]+)/,
        /distortion J at each iteration \(falls\)  [\d.e+-]+ … ([\d.e+-]+)/,
      ]),
      "gain": all([/gained this iteration +\+?(−?[\d.e-]+)/, /M raised L by ([\d.e-]+); next: E/]),
      "K": all([/\sK=(\d+)/, /mean \d+ of (\d+)/]),
      "N": all([/\sN=(\d+)/, /point \d+ of (\d+)/, /shared out (\d+) points/]),
    ]
  }
}

extension WrittenNumber {
  /// Whether both may be the same number, rounded.
  fileprivate func agrees(with other: WrittenNumber) -> Bool {
    abs(value - other.value) <= (halfUnit + other.halfUnit) * 1.0001
  }
}
