import Foundation
import MixtureData
import MixtureEngine
import TerminalCanvas
import TestSupport
import Testing

@testable import Explorer
@testable import emscope

@Suite(.waiting, .timeLimit(.minutes(10))) struct `A hostile session` {
  private static let good = Task {
    var recipe = RunRecipe(components: 3, stopping: StoppingRule(iterationLimit: 60))
    recipe.givenStart = recipe.start(over: try DataSource("old-faithful").load().points)
    return try await sessionText(
      "Space e x 7 Space m Space > Space c Space d Down Enter x 4 3 2 a Right Enter r",
      over: DataSource("old-faithful").load(), recipe: recipe)
  }

  private static func numbers(_ text: String) -> Any {
    (try? JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)) ?? text
  }

  @Test(arguments: [
    ("version", "-1", "version is -1"), ("version", "0", "version is 0"),
    ("settings.components", "0", "settings.components is 0"),
    ("settings.components", "-1", "settings.components is -1"),
    ("settings.components", "1000000000", "settings.components is 1000000000"),
    ("settings.tolerance", "-1", "settings.tolerance is -1"),
    ("settings.iterations", "-5", "settings.iterations is -5"),
    ("settings.iterations", "1e300", "settings.iterations"),
    ("settings.seed", "-1", "settings.seed"), ("settings.seed", "0.5", "settings.seed"),
    ("settings.observeLabels", "2", "settings.observeLabels"),
    ("settings.observeLabels", "-0.1", "settings.observeLabels"),
    ("settings.given.weights", "[0, 0, 0]", "settings.given"),
    ("settings.given.weights", "[5, 5, 5]", "settings.given"),
    ("settings.given.means", "[[1e308, -1e308], [0, 0], [1, 1]]", "settings.given"),
    (
      "settings.given.covariances", "[[[1, 0.5], [0, 1]], [[1, 0], [0, 1]], [[1, 0], [0, 1]]]",
      "settings.given"
    ),
    ("settings.model", "\"k-means\"", "settings.given"),
    ("columns", "[]", "columns"), ("columns", "[\"a\", \"b\"]", "column"),
    ("columns", "[\"a\", \"b\", \"c\"]", "columns"),
    ("size", "[0, 24]", "size"), ("size", "[10000, 10000]", "size"), ("size", "[80]", "size"),
    ("size", "[-1, 9223372036854775807]", "size"),
    ("events", "[\"ticks 1000000\", \"ticks 1\"]", "event 2"),
    ("events", "[\"resize 10000x10000\"]", "event 1"), ("events", "[\"Spice\"]", "event 1"),
    ("reading", "[\"--separator\"]", "reading"), ("input", "\"!\"", "input"),
    ("points", "3", "272"),
  ])
  func `is refused with the entry at fault`(entry: String, value: String, words: String)
    async throws
  {
    var session = try changed(await Self.good.value, entry, to: Self.numbers(value))
    if entry == "settings.model" {
      session = try changed(session, "settings.given.covariances", to: nil)
    }
    let outcome = try emscope("replay", temporaryFile("s.json", session), "--check")
    #expect(outcome.status == 1 && outcome.output.isEmpty, "\(outcome)")
    #expect(outcome.error.contains(words), "\(outcome.error)")
    #expect(outcome.error.split(separator: "\n").count == 1)
  }

  /// Plays a session to its end, if it isn't refused.
  ///
  /// - Returns: Whether it was played.
  private func play(_ bytes: [UInt8]) async throws -> Bool {
    let file = try temporaryFile("s.json", "")
    try Data(bytes).write(to: URL(filePath: file))
    do {
      let session = try SavedSession(file)
      // What the test itself reads is not to be waited for.
      guard !session.readsStandardInput else { return false }
      let end = try await session.end()
      _ = (session.differences(from: end), end.frame())
      return true
    } catch {
      #expect(!"\(error)".isEmpty)
      return false
    }
  }

  @Test(arguments: FuzzSeed.usual(1, 2, 3, 4))
  func `with broken bytes is played or refused, and never ends the program`(seed: UInt64)
    async throws
  {
    let good = Array(try await Self.good.value.utf8)
    #expect(try await play(good))
    var mutation = Mutation(seed: seed, scraps: ["0", "1e308", "\"7\",", "\"ticks 9\",", "9"])
    for _ in 0..<FuzzBudget.rounds(100) { _ = try await play(mutation.change(good)) }
  }

  @Test(arguments: FuzzSeed.usual(1, 2, 3, 4))
  func `with other keys and numbers is played or refused, and never ends the program`(
    seed: UInt64
  ) async throws {
    var generator = SeededGenerator(seed: seed)
    func one<Value>(_ values: [Value]) -> Value { values[generator.index(below: values.count)] }
    let keys =
      Keymap.picture.flatMap(\.bindings).flatMap(\.keys).map(\.name)
      .filter { !["5", "6", "v"].contains($0) }
      + ["ticks 9", "resize 30x8", "resize 0x0", "resize 200x60", "mouse press-left 9,9", "m", ">"]
    let numbers: [Double] = [0, 1, 0.5, -1, 1e-300, 1e-150, 1e75, 1e150, 1e151, 1e300, 1e308, 53]
    var played = 0
    for _ in 0..<FuzzBudget.rounds(40) {
      let count = 1 + generator.index(below: 4)
      let mixture: [String: Any] = [
        "weights": (0..<count).map { _ in one([0, 1, 1 / Double(count), 1 / Double(count)]) },
        "means": (0..<count).map { _ in [one(numbers), one(numbers)] },
        "covariances": (0..<count).map { _ in
          let xy = one([0, 0, 0, 0.1, 1e-9])
          return [[one(numbers), xy], [xy, one(numbers)]]
        },
      ]
      var session = try await Self.good.value
      let given = generator.index(below: 3) > 0
      for (entry, value) in [
        ("settings.given", given ? mixture : nil), ("settings.components", count),
        ("settings.model", one(ModelKind.all.map(\.name))),
        ("settings.covariance", one(CovarianceStructure.named.map(\.name))),
        ("settings.start", one(StartingRule.all.map(\.name))),
        ("settings.tolerance", one([0, 1e-10, 1e308])), ("settings.iterations", one([0, 1, 50])),
        ("events", (0..<60).map { _ in one(keys) }),
      ] as [(String, Any?)] {
        session = try changed(session, entry, to: value)
      }
      if try await play(Array(session.utf8)) { played += 1 }
    }
    #expect(played > 0)
  }

  @Test func `that goes to an end without end again and again is played as far as once`()
    async throws
  {
    let endless = try changed(
      changed(
        changed(
          await sessionText(
            "Space", over: DataSource("iris").load(), recipe: RunRecipe(components: 1)),
          "settings.tolerance", to: 0), "settings.iterations", to: 1_000_000_000),
      "events", to: (0..<2000).flatMap { _ in ["G", "Space"] })
    let clock = ContinuousClock().now
    let outcome = try emscope("replay", temporaryFile("s.json", endless), "--check")
    #expect(outcome.status == 1 && outcome.output.isEmpty, "\(outcome)")
    #expect(outcome.error.contains("asks for more than 100000 iterations"), "\(outcome)")
    #expect(clock.duration(to: .now) < .seconds(240))
  }

  @Test func `of ten minutes at full speed takes memory for its longest state alone`() async throws
  {
    let long = try changed(
      changed(
        changed(await Self.good.value, "settings.tolerance", to: 0), "settings.iterations",
        to: 1_000_000),
      "events", to: ["f", "f", "f", "f", "r", "ticks 19200"])
    let file = try temporaryFile("s.json", long)
    // Without a terminal it is refused once the states are there.
    for words in ["--check", ""] {
      let limit = "ulimit -v 1000000 2>/dev/null; exec '\(try Program.url.get().path)'"
      let outcome = try run(
        URL(filePath: "/bin/sh"), ["-c", "\(limit) replay '\(file)' \(words)"])
      #expect(outcome.status == 1 && outcome.error.hasPrefix("emscope: "), "\(outcome)")
    }
  }
}

@Suite(.waiting, .timeLimit(.minutes(10))) struct `Escape sequences` {
  private static let escape = "\u{1B}]0;x\u{7}\u{9B}2J"

  private func expectHarmless(
    _ outcome: Outcome, _ what: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for scalar in (outcome.output + outcome.error).unicodeScalars where scalar != "\n" {
      #expect(
        scalar.properties.generalCategory != .control, "\(what): \(outcome)",
        sourceLocation: sourceLocation)
    }
  }

  /// Every value that a value of JSON becomes when one of its strings is another.
  private func variants(of value: Any) -> [Any] {
    switch value {
    case is String: return [Self.escape]
    case let list as [Any]:
      return list.indices.flatMap { index in
        variants(of: list[index]).map {
          var list = list; list[index] = $0; return list
        }
      }
    case let object as [String: Any]:
      return object.keys.sorted().flatMap { key in
        variants(of: object[key] ?? "").map {
          var object = object; object[key] = $0; return object
        }
          + [[Self.escape: object[key] ?? ""].merging(object) { $1 }]
      }
    default: return []
    }
  }

  @Test func `in a session stay there`() async throws {
    let rows = (0..<20).map { "\($0 % 5),\($0 * $0 % 7),\($0 % 2 == 0 ? "u" : "v"),1.5" }
    let csv = try temporaryFile("p.csv", (["a,b,kind,w"] + rows).joined(separator: "\n"))
    let data = try DataSource(csv).load(
      ReadingOptions(labelColumn: "kind", weightColumn: "w", separator: Separator("comma")))
    let table = try await sessionText("Space", over: data)
    let lesson = try await sessionText(
      "PageDown",
      of: BuiltInLesson.named("bound").exploration(
        size: .init(width: 80, height: 24), capabilities: .init()))
    for session in [table, lesson] {
      let object = try JSONSerialization.jsonObject(with: Data(session.utf8))
      for variant in variants(of: object) {
        let text = String(
          decoding: try JSONSerialization.data(withJSONObject: variant), as: UTF8.self)
        let outcome = try emscope("replay", temporaryFile("s.json", text), "--check")
        expectHarmless(outcome, text)
        #expect(outcome.status == 0 || outcome.status == 1)
      }
    }
  }

  @Test func `in a lesson stay there`() throws {
    let good = """
      title = "A"
      summary = "b"
      data = "old-faithful"
      start = "random-points"
      model = "em"
      covariance = "full"
      [[step]]
      caption = "start"
      [[step]]
      question = "what?"
      keys = "Space e"
      caption = "this"
      """
    for string in good.matches(of: /"[^"]*"/) {
      let text = good.replacingCharacters(
        in: string.range, with: "\"\\u001B]0;x\\u0007\\u009B2J\"")
      expectHarmless(
        try emscope("lesson", temporaryFile("a.toml", text), "--check"), "\(string.0)")
    }
  }

  @Test func `in arguments stay there`() throws {
    let bad = Self.escape
    for words in [
      [bad], ["fit", bad], ["--\(bad)"], ["render", "--keys", bad], ["render", "--size", bad],
      ["fit", "--columns", bad], ["fit", "--label-column", bad], ["fit", "--model", bad],
      ["fit", "--covariance", bad], ["fit", "--start", bad], ["fit", "--start-file", bad],
      ["fit", "--seed", bad], ["fit", "-k", bad], ["fit", "--format", bad],
      ["fit", "--separator", bad], ["fit", "--header", bad], ["fit", "--decimal", bad],
      ["lesson", bad], ["lesson", bad + ".toml"], ["replay", bad], ["datasets", bad],
      ["datasets", "--write", bad], ["render", "--theme", bad], ["fit", "--gap", bad],
      ["fit", "--observe-labels", bad], ["fit", "--weight-column", bad],
    ] {
      expectHarmless(try emscope(words, in: temporaryFolder()), "\(words)")
    }
  }
}
