import ArgumentParser
import CursesTerminal
import Explorer
import MixtureData
import TerminalCanvas

/// Gives a lesson or a chain of them, lists them, puts them on paper, or checks one's own.
struct LessonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lesson", abstract: "Give a guided lesson; without a name, list them.",
    discussion: "Space or PageDown goes on, PageUp goes back, Esc leaves the lesson.")

  @Argument(help: "A lesson's name, or a file of one's own that ends in .toml.")
  var lesson: String?

  @Flag(help: "Check a lesson: its format, and that each of its keys does something.")
  var check = false

  @Option(
    help: ArgumentHelp(
      "Write a handout: a page of HTML to print, with pictures, questions and lines to write on; "
        + "- is standard output.", valueName: "file"))
  var handout: String?

  @Flag(help: "Add the key to the handout: what was asked, with its answers.")
  var answers = false

  @Flag(help: "Print the speaker's notes.")
  var notes = false

  @OptionGroup var screen: ScreenOptions

  func validate() throws {
    let asked = [("--check", check), ("--handout", handout != nil), ("--notes", notes)]
      .filter(\.1).map(\.0)
    if let first = asked.first, lesson == nil {
      throw ValidationError("\(first) needs a lesson's name or file.")
    }
    if asked.count > 1 {
      throw ValidationError("\(asked[0]) and \(asked[1]) are two things: ask for one at a time.")
    }
    if answers, handout == nil {
      throw ValidationError("--answers adds the key to a handout: give --handout too.")
    }
  }

  func run() throws {
    guard let name = lesson else { return try list() }
    let material = try LessonMaterial(name)
    if check {
      try GuardedThreads.shared.run { try await check(material) }
    } else if let handout {
      try GuardedThreads.shared.run { try await write(material, to: handout) }
    } else if notes {
      try GuardedThreads.shared.run {
        let parts = try await material.played()
        try StandardOutput.write(SpeakerNotes(heading: material.heading(), parts: parts).text)
      }
    } else {
      try screen.show(titled: "emscope: \(material.heading().title)") {
        try material.exploration(size: $0, capabilities: $1)
      }
    }
  }

  private func list() throws {
    let all =
      BuiltInLesson.offers.map { ($0.name, $0.summary) }
      + BuiltInChain.offers.map { ($0.name, $0.summary) }
    let width = all.map(\.0.count).max() ?? 0
    try StandardOutput.write(all.map { "\($0.fitted(to: width))  \($1)\n" }.joined())
  }

  private func write(_ material: LessonMaterial, to file: String) async throws {
    let parts = try await material.played()
    let page = Handout(heading: try material.heading(), parts: parts, hasAnswers: answers).html
    guard file != "-" else { return try StandardOutput.write(page) }
    try NewFile.write(page, to: file)
    let steps = parts.reduce(0) { $0 + $1.scenes.scenes.count }
    let questions = parts.reduce(0) { $0 + $1.scenes.questionCount }
    try StandardOutput.write(
      "\(file.printable): \(steps) steps, \(questions) questions\(answers ? ", with answers" : "")\n"
    )
  }

  private func check(_ material: LessonMaterial) async throws {
    for (_, reader) in material.lessons { try await check(reader.lesson(), reader) }
  }

  private func check(_ lesson: Lesson, _ reader: LessonReader) async throws {
    let misplaced = try await lesson.misplacedKeys(
      over: lesson.data(), catalogue: .builtIn, perform: World.performReplayed)
    if let first = misplaced.first {
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
    try StandardOutput.write(
      "\(reader.file): \(lesson.steps.count) steps, every key does something.\n")
  }
}

extension LessonMaterial {
  /// Its lessons, played from first to last key.
  ///
  /// - Throws: An error with a sentence when one can't begin.
  func played() async throws -> [Handout.Part] {
    var parts: [Handout.Part] = []
    for (part, reader) in lessons {
      parts.append((part, try await LessonScenes(reader.lesson())))
    }
    return parts
  }
}
