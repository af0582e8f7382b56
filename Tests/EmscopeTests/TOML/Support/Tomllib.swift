import Foundation
import Testing

/// Python's reader of TOML, where there is one.
enum Tomllib {
  /// Whether tests that need it may not be left out; CI demands it.
  static let isRequired = ProcessInfo.processInfo.environment["EMSCOPE_TOMLLIB"] == "required"

  /// Whether the tests that need it can run: Python has it since 3.11.
  static let isThere = isRequired || (try? python("-c", "import tomllib").status == 0) ?? false

  /// What it reads in texts: a meaning, or why it refuses.
  static func answers(to texts: [String]) throws -> [Answer] {
    let input = String(decoding: try JSONEncoder().encode(texts), as: UTF8.self)
    let script = golden.appending(path: "tomllib_meaning.py")
    let outcome = try python(script.path, input: input)
    try #require(outcome.status == 0, "Python 3.11 or later is needed: \(outcome.error)")
    return try JSONDecoder().decode([Answer].self, from: Data(outcome.output.utf8))
  }

  enum Answer: Decodable {
    case meaning(Meaning)
    case refusal(String)

    init(from decoder: any Decoder) throws {
      if let reason = try? decoder.singleValueContainer().decode(String.self) {
        self = .refusal(reason)
      } else {
        self = .meaning(try Meaning(from: decoder))
      }
    }
  }

  /// The folder of the golden files.
  static let golden = Bundle.module.bundleURL.appending(path: "Golden")

  private static func python(_ arguments: String..., input: String = "") throws -> Outcome {
    try run(URL(filePath: "/usr/bin/env"), ["python3"] + arguments, input: input)
  }
}
