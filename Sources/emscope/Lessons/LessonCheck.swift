import Explorer
import MixtureData

/// What `--check` finds of a lesson: its keys, its names and its claims, tried from first to last.
struct LessonCheck {
  private let reader: LessonReader
  private let lesson: Lesson
  private let play: Lesson.Play
  /// How many claims there are.
  private var claimCount = 0

  /// Plays a lesson.
  ///
  /// - Throws: ``LessonError`` for the first thing that is wrong.
  init(_ reader: LessonReader) async throws {
    self.reader = reader
    lesson = try reader.lesson()
    play = try await lesson.play(
      over: lesson.data(), catalogue: .builtIn, perform: World.performReplayed)
    try checkKeys()
    for index in lesson.steps.indices {
      try checkTexts(ofStep: index)
      try checkClaims(ofStep: index)
    }
  }

  /// So many of something.
  static func count(_ number: Int, _ what: String) -> String {
    "\(number) \(what)\(number == 1 ? "" : "s")"
  }

  /// What there is, in a line.
  var summary: String {
    let questions = lesson.steps.count { $0.question != nil }
    let parts = [
      (lesson.steps.count, "step"), (questions, "question"), (claimCount, "claim"),
    ].filter { $0.0 > 0 }.map(Self.count)
    return "\(reader.file): \(parts.joined(separator: ", ")): every key does something"
      + (claimCount == 0 ? "." : claimCount == 1 ? ", the claim holds." : ", all claims hold.")
  }

  private func checkKeys() throws {
    guard let first = play.misplaced.first else { return }
    let reason =
      switch first.fault {
      case .idle: "does nothing there"
      case .quits: "ends the program"
      case .saves: "writes a file each time"
      }
    throw LessonError(
      file: reader.file, line: reader.line(ofKeysOfStep: first.step),
      sentence: "step \(first.step + 1) presses \(first.key.name), which \(reason).")
  }

  /// Every number that a text has must be there, and so must that of an answer.
  private func checkTexts(ofStep index: Int) throws {
    for (text, isAsked, place) in try reader.texts(ofStep: index) {
      for expression in text.expressions { try check(expression, index, asked: isAsked, at: place) }
    }
    guard let answer = lesson.steps[index].answer,
      let place = reader.text.tables[index]["answer"]?.value.place
    else { return }
    for expression in answer.numbers.values {
      try check(expression, index, asked: false, at: place)
    }
  }

  private func check(
    _ expression: StateExpression, _ index: Int, asked isAsked: Bool, at place: PlainTOML.Place
  ) throws {
    switch expression.evaluate({ play.read($0, in: index, asked: isAsked) }) {
    case .known: return
    case .pending:
      throw fault(place.line, "{\(expression.text)}: it is still being worked out there.")
    case .missing(let reason): throw fault(place.line, "{\(expression.text)}: \(reason).")
    }
  }

  private mutating func checkClaims(ofStep index: Int) throws {
    for (claim, line) in try reader.claims(
      ofStep: index, answer: lesson.steps[index].answer)
    {
      claimCount += 1
      switch claim.verdict({ play.read($0, in: index) }) {
      case .holds: continue
      case .unknown(let reason): throw fault(line, "\(claim.text): \(reason).")
      case .contradicted(let left, let right):
        throw fault(
          line,
          "step \(index + 1) claims \(claim.text), but the numbers are \(left) and \(right).")
      }
    }
  }

  private func fault(_ line: Int, _ sentence: String) -> LessonError {
    LessonError(file: reader.file, line: line, sentence: sentence.printable)
  }
}
