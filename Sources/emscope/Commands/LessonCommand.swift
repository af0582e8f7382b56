import ArgumentParser
import CursesTerminal
import Explorer
import MixtureData
import TerminalCanvas

/// Gives a lesson or a chain of them, lists them, puts them on paper, or checks one's own.
struct LessonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lesson", abstract: "Give a guided lesson; without a name, list them.",
    discussion: "Space or PageDown goes on, PageUp goes back, Esc asks and leaves.")

  @Argument(
    help: "A lesson's name, or a file of one's own that ends in .toml; --check takes several.",
    completion: .filesAnd(BuiltInLesson.names + BuiltInChain.names))
  var lessons: [String] = []

  @Flag(
    help: ArgumentHelp(
      "Check lessons: their format, that each key does something, and that every claim holds."))
  var check = false

  @Flag(help: "List the numbers of the state that texts and claims of a lesson can have.")
  var names = false

  @Option(
    help: ArgumentHelp(
      "Write a handout: a page of HTML to print, with pictures, questions and lines to write on; "
        + "- is standard output.", valueName: "file"), completion: .file())
  var handout: String?

  @Flag(help: "Add the key to the handout: what was asked, with its answers.")
  var answers = false

  @Flag(help: "Print the speaker's notes.")
  var notes = false

  @OptionGroup var screen: ScreenOptions

  func validate() throws {
    let asked = [
      ("--check", check), ("--handout", handout != nil), ("--notes", notes), ("--names", names),
    ]
    .filter(\.1).map(\.0)
    if let first = asked.first, lessons.isEmpty != names {
      throw ValidationError(
        names
          ? "--names lists the numbers of all lessons: leave the lesson out."
          : "\(first) needs a lesson's name or file.")
    }
    if lessons.count > 1, !check {
      throw ValidationError("Give one lesson; only --check takes several.")
    }
    if asked.count > 1 {
      throw ValidationError("\(asked[0]) and \(asked[1]) are two things: ask for one at a time.")
    }
    if answers, handout == nil {
      throw ValidationError("--answers adds the key to a handout: give --handout too.")
    }
  }

  func run() throws {
    if names { return try listNames() }
    guard let name = lessons.first else { return try list() }
    if check { return try GuardedThreads.shared.run { try await check(lessons) } }
    let material = try LessonMaterial(name)
    if let handout {
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
    let counts = [LessonCheck.count(steps, "step"), LessonCheck.count(questions, "question")]
    try StandardOutput.write(
      "\(file.printable): \(counts.joined(separator: ", "))\(answers ? ", with answers" : "")\n")
  }

  /// Checks every lesson, and says of each what is wrong with it or what there is.
  private func check(_ names: [String]) async throws {
    var faults: [any Error] = []
    for name in names {
      do {
        for (_, reader) in try LessonMaterial(name).lessons {
          do {
            try StandardOutput.write(await LessonCheck(reader).summary + "\n")
          } catch let fault as LessonError {
            faults.append(fault)
          }
        }
      } catch {
        faults.append(error)
      }
    }
    guard faults.count > 1 else {
      if let fault = faults.first { throw fault }
      return
    }
    for fault in faults { StandardError.write("emscope: \(fault)\n") }
    throw ExitCode.failure
  }

  /// Every number that texts and claims can have.
  private func listNames() throws {
    let names = StateNumber.all.map { number in
      (([number.name] + number.otherNames).joined(separator: ", "), number.summary)
    }
    let rows = names + StateName.prefixes.map { ($0.name, $0.summary) }
    let width = rows.map(\.0.count).max() ?? 0
    try StandardOutput.write(rows.map { "\($0.0.fitted(to: width))  \($0.1)\n" }.joined())
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
