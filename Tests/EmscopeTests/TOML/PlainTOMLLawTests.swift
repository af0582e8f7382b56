import TestSupport
import Testing

@testable import emscope

@Suite struct `TOML at random` {
  @Test(arguments: FuzzSeed.usual(1, 2, 3, 4))
  func `is read, and each key and value knows its line and column`(seed: UInt64) throws {
    for round in 0..<UInt64(FuzzBudget.rounds(100)) {
      let random = RandomTOML(seed: seed &* 1_000_003 &+ round)
      let text = try PlainTOML(Array(random.text.utf8))
      #expect(Meaning(text) == .table(random.meaning), "\(random.text.debugDescription)")
      #expect(places(of: text) == random.places, "\(random.text.debugDescription)")
    }
  }

  @Test(arguments: FuzzSeed.usual(5, 6))
  func `says the same with any line end, and behind a byte order mark`(seed: UInt64) throws {
    for round in 0..<UInt64(FuzzBudget.rounds(100)) {
      let random = RandomTOML(seed: seed &* 1_000_003 &+ round).text
      let text = random.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
      let plain = try PlainTOML(Array(text.utf8))
      for end in ["\r\n", "\r"] {
        let other = try PlainTOML(Array(("\u{FEFF}" + text.replacing("\n", with: end)).utf8))
        #expect(other.top == plain.top && other.tables == plain.tables, "\(text.debugDescription)")
      }
    }
  }

  @Test(arguments: FuzzSeed.usual(7, 8))
  func `that is broken is refused at a place within it`(seed: UInt64) {
    var mutation = Mutation(seed: seed)
    for round in 0..<UInt64(FuzzBudget.rounds(100)) {
      let good = RandomTOML(seed: seed &* 1_000_003 &+ round).text
      let broken = mutation.change(Array(good.utf8))
      do {
        _ = try PlainTOML(broken)
      } catch let problem as PlainTOML.Problem {
        let text = String(decoding: broken, as: UTF8.self)
        let lines = text.replacing("\r\n", with: "\n").split(omittingEmptySubsequences: false) {
          $0 == "\n" || $0 == "\r"
        }
        let line = lines.dropFirst(problem.place.line - 1).first
        #expect(problem.place.column <= (line?.count ?? -1) + 1, "\(text.debugDescription)")
        #expect(problem.sentence.hasPrefix("column \(problem.place.column): "))
        #expect(problem.sentence.hasSuffix(".") && !problem.sentence.contains("\n"))
      } catch {
        Issue.record("\(error)")
      }
    }
  }

  private func places(of text: PlainTOML) -> [PlainTOML.Place] {
    func places(of value: PlainTOML.Value) -> [PlainTOML.Place] {
      guard case .array(let values) = value.content else { return [value.place] }
      return [value.place] + values.flatMap { places(of: $0) }
    }
    return ([text.top] + text.tables).flatMap { table in
      (table.name.map { [$0.place] } ?? [])
        + table.entries.flatMap { [$0.key.place] + places(of: $0.value) }
    }
  }
}
