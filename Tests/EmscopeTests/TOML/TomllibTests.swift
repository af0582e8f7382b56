import Foundation
import TestSupport
import Testing

@testable import emscope

/// What is read means the same to Python's tomllib, a reader of all of TOML.
@Suite struct `TOML that is read` {
  @Test func `means what the golden file says`() throws {
    let answers = try JSONDecoder().decode(
      [String: Meaning].self, from: Data(contentsOf: Tomllib.golden.appending(path: "tomllib.json"))
    )
    #expect(answers.count == 5)
    for (name, meaning) in answers {
      let bytes = try Data(contentsOf: Tomllib.golden.appending(path: name))
      #expect(Meaning(try PlainTOML(Array(bytes))) == meaning, "\(name)")
    }
  }

  @Test(
    .enabled(if: Tomllib.isThere, "python3 has no tomllib; Python 3.11 has."),
    arguments: FuzzSeed.usual(1, 2, 3, 4))
  func `means the same to tomllib`(seed: UInt64) throws {
    var mutation = Mutation(seed: seed, scraps: Self.scraps)
    var texts: [String: Meaning] = [:]
    for round in 0..<UInt64(FuzzBudget.rounds(150)) {
      let seed = seed &* 1_000_003 &+ round
      let good = round.isMultiple(of: 16) ? try lesson(round) : RandomTOML(seed: seed).text
      for bytes in [
        Array(good.utf8), mutation.change(Array(good.utf8)),
        Array(RandomTOML.jumble(seed: seed).utf8),
      ] {
        guard let text = try? PlainTOML(bytes) else { continue }
        texts[asTOML(bytes)] = Meaning(text)
      }
    }
    #expect(texts.count > FuzzBudget.rounds(150) / 2, "too few are read to compare much")
    let all = Array(texts)
    for (text, answer) in zip(all, try Tomllib.answers(to: all.map(\.key))) {
      switch answer {
      case .meaning(let meaning): #expect(meaning == text.value, "\(text.key.debugDescription)")
      case .refusal(let reason): Issue.record("\(reason): \(text.key.debugDescription)")
      }
    }
  }

  private static let scraps = [
    "\"\"\"", "'''", "\\", "'", "[", "]", ",", "#", "_", ".", "e", "0", "+", "\r", "\r\n", "\\u00",
    "\n\n", "true", "x",
  ]

  private func lesson(_ round: UInt64) throws -> String {
    let lessons = BuiltInLesson.all
    return String(decoding: lessons[Int(round / 16) % lessons.count].bytes, as: UTF8.self)
  }

  /// The text without what is read beyond TOML: a byte order mark, and CR as the end of a line.
  private func asTOML(_ bytes: [UInt8]) -> String {
    var result = String.UnicodeScalarView()
    var last: Unicode.Scalar?
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars.drop(while: {
      $0 == "\u{FEFF}"
    }) {
      if scalar != "\n" || last != "\r" { result.append(scalar == "\r" ? "\n" : scalar) }
      last = scalar
    }
    return String(result)
  }
}
