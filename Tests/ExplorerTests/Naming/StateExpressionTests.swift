import MixtureEngine
import TestSupport
import Testing

@testable import Explorer

@Suite struct `An expression over the state` {
  /// A state in which L is 8, F is 3, nothing else is known, and J is worked out.
  private static func read(_ name: StateName) -> Reading {
    switch name.text {
    case "logLikelihood": .known(8, text: "8.0000")
    case "previous.logLikelihood": .known(5.5, text: "5.5000")
    case "bound": .known(3, text: "3.0000")
    case "distortion": .pending
    default: .missing("there is none")
    }
  }

  private func value(_ text: String) throws -> Double? {
    try StateExpression(text).evaluate(Self.read).value
  }

  @Test(arguments: [
    ("1 + 2 * 3", 7), ("(1 + 2) * 3", 9), ("8 - 3 - 2", 3), ("16 / 4 / 2", 2), ("-2 * -3", 6),
    ("- -2", 2), ("1e-3 * 1000", 1), (".5 + 0.5", 1), ("logLikelihood", 8), ("L - F", nil),
    ("logLikelihood - bound", 5), ("2 * logLikelihood / (1 + bound)", 4), ("−1 + 2", 1),
    ("log(exp(2))", 2), ("sqrt(logLikelihood * 2)", 4), ("abs(bound - logLikelihood)", 5),
    ("1 / 0", nil), ("log(0)", nil), ("sqrt(-1)", nil), ("gap + 1", nil), ("distortion + 1", nil),
  ])
  func `is worked out as arithmetic is`(text: String, value: Double?) throws {
    let found = try self.value(text)
    if let value {
      let found = try #require(found)
      #expect(abs(found - value) < 1e-12, "\(text): \(found)")
    } else {
      #expect(found == nil, "\(text)")
    }
  }

  @Test(arguments: [
    ("", "ends too early"), ("1 +", "ends too early"), ("(1", "a ) is missing"),
    ("1 2", "2 is not expected"), ("1 + * 2", "* is not expected"), ("1 ^ 2", "^ is not expected"),
    ("1.2.3", "1.2.3 is no number"), ("1e999", "1e999 is no number"), ("1e", "1e is no number"),
    ("sin(1)", "sin is no function"), ("x]", "there is no number called x"),
    ("bounds", "did you mean bound?"), ("means.2.x", "did you mean mean.2.x?"),
    ("previous.step.3.bonud", "did you mean previous.step.3.bound?"),
    ("mean.0.x", "there is no number called mean.0.x"),
    ("mean.99999999999999999999.x", "there is no number called"),
    ("step.0.bound", "there is no number called step.0.bound"),
    ("mean..x", "there is no number called"), ("..", "is no number"),
    ("\u{1B}", "? is not expected"),
    ("rival.N.1.2", "there is no number called"), ("rival.starts.count", "there is no number"),
  ])
  func `with a mistake is refused in a sentence`(text: String, sentence: String) {
    let fault = #expect(throws: StateExpression.Fault.self) { try StateExpression(text) }
    let said = fault?.sentence { name, known in
      // One that differs by a letter or two.
      known.first { abs($0.count - name.count) < 2 && Set($0).symmetricDifference(name).count < 2 }
    }
    #expect(said?.contains(sentence) == true, "\(said ?? "")")
  }

  @Test func `is as deep and as long as it may be, and no deeper`() throws {
    let deep = String(repeating: "(", count: 49) + "1" + String(repeating: ")", count: 49)
    #expect(try value(deep) == 1)
    #expect(throws: StateExpression.Fault.self) { try StateExpression("(\(deep))" + "+(\(deep))") }
    for text in [
      String(repeating: "(", count: 100_000), String(repeating: "-", count: 100_000),
      String(repeating: "1+", count: 100_000) + "1",
    ] {
      #expect(throws: StateExpression.Fault.self) { try StateExpression(text) }
    }
    #expect(try value(String(repeating: "1+", count: 499) + "1") == 500)
  }

  @Test(arguments: [
    ("L = {logLikelihood}.", "L = 8.0000."), ("{logLikelihood:.1} nats", "8.0 nats"),
    ("{bound - logLikelihood:.2}", "−5.00"), ("{logLikelihood - previous.logLikelihood}", "2.5000"),
    ("{2 * bound}", "6"), ("{{}}", "{}"), ("{{{bound:.0}}}", "{3}"), ("a } b", "a } b"),
    ("{distortion} and {gap}", "… and –"), ("{distortion - gap:.1}", "…"), ("{1 / 0:.1}", "–"),
    ("", ""), ("Σ = {bound:.1}²", "Σ = 3.0²"), ("{-0.04:.1}", "0.0"),
  ])
  func `stands in a text as the screen would write it`(text: String, filled: String) throws {
    #expect(try LessonText(text).filled(Self.read) == filled)
  }

  @Test(arguments: [
    "{", "a {bound", "{}", "{bound:}", "{bound:2}", "{bound:.99}", "{bound:.-1}", "{bound:.x}",
    "{nothing}", "{{bound}",
  ])
  func `in a text with a mistake is refused`(text: String) {
    // Two braces are one, so that the last of these is a text.
    guard text != "{{bound}" else { return #expect((try? LessonText(text)) != nil) }
    #expect(throws: StateExpression.Fault.self) { try LessonText(text) }
  }

  @Test(arguments: [
    ("logLikelihood > bound", true), ("bound > logLikelihood", false), ("bound = 3", true),
    ("bound != 3", false), ("bound <= 3", true), ("bound < 3", false), ("bound >= 3.1", false),
    ("bound = 3.4 +- 0.5", true), ("bound = 3.6 +- 0.5", false), ("bound = 3.4 ± 0.5", true),
    ("bound ≤ 3", true), ("bound ≥ 4", false), ("bound ≠ 4", true),
    ("0.1 + 0.2 = 0.3", true), ("0.1 + 0.2 > 0.3", false), ("answer = logLikelihood", true),
    ("answer = logLikelihood - previous.logLikelihood +- 0.5", false),
  ])
  func `makes a claim that holds or doesn't`(text: String, holds: Bool) throws {
    let verdict = try LessonClaim(text, where: ["answer": StateExpression("bound + 5")])
      .verdict(Self.read)
    #expect((verdict == .holds) == holds, "\(text): \(verdict)")
  }

  @Test func `in a claim says both numbers, and why it can't be judged`() throws {
    #expect(
      try LessonClaim("logLikelihood = 8.00000001").verdict(Self.read)
        == .contradicted(left: "8", right: "8.00000001"))
    #expect(
      try LessonClaim("gap = 0").verdict(Self.read) == .unknown("there is none"))
    for text in [
      "bound", "bound > ", "> 3", "bound > 3 > 2", "bound < 3 +- 1", "answer = 1", "=", "",
    ] {
      #expect(throws: StateExpression.Fault.self, "\(text)") { try LessonClaim(text) }
    }
  }

  @Test(arguments: FuzzSeed.usual(1, 2))
  func `is read or refused, whatever stands there`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let scraps = [
      "{", "}", "{{", ":.1", "(", ")", "+", "-", "*", "/", "1", "2.5e3", "bound", "previous.",
      "step.2.", "mean.1.x", "log", "exp(", " ", "=", "+-", "<", "é", "\u{0}", "q.3.2", ".",
    ]
    for _ in 0..<FuzzBudget.rounds(2_000) {
      let count = Int.random(in: 0..<12, using: &generator)
      let text = (0..<count).map { _ in scraps.randomElement(using: &generator) ?? "" }.joined()
      _ = try? LessonText(text).filled(Self.read)
      _ = try? LessonClaim(text).verdict(Self.read)
      if let reading = try? StateExpression(text).evaluate(Self.read) {
        #expect(reading.value?.isFinite ?? true, "seed \(seed): \(text)")
      }
    }
  }
}
