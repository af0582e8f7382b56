import ArgumentParser
import CursesTerminal
import Explorer
import MixtureData
import TerminalCanvas

/// Gives a lesson, lists them, or checks one's own.
struct LessonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lesson", abstract: "Give a guided lesson; without a name, list them.",
    discussion: "Space or PageDown goes on, PageUp goes back, Esc leaves the lesson.")

  @Argument(help: "A lesson's name, or a file of one's own that ends in .toml.")
  var lesson: String?

  @Flag(help: "Check a lesson: its format, and that each of its keys does something.")
  var check = false

  @OptionGroup var screen: ScreenOptions

  func validate() throws {
    if check, lesson == nil { throw ValidationError("--check needs a lesson's name or file.") }
  }

  func run() throws {
    guard let name = lesson else { return try list() }
    let reader =
      name.hasSuffix(".toml") ? try LessonFile.reader(name) : try BuiltInLesson.reader(name)
    let lesson = try reader.lesson()
    guard !check else {
      return try GuardedThreads.shared.run { try await check(lesson, reader, name) }
    }
    try screen.show(titled: "emscope: \(lesson.title)") {
      try lesson.exploration(size: $0, capabilities: $1)
    }
  }

  private func list() throws {
    let lessons = try BuiltInLesson.names.map { try BuiltInLesson.named($0) }
    let width = lessons.map(\.name.count).max() ?? 0
    try StandardOutput.write(
      lessons.map { "\($0.name.fitted(to: width))  \($0.summary)\n" }.joined())
  }

  private func check(_ lesson: Lesson, _ reader: LessonReader, _ name: String) async throws {
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
        file: name.printable, line: reader.line(ofKeysOfStep: first.step),
        sentence: "step \(first.step + 1) presses \(first.key.name), which \(reason).")
    }
    try StandardOutput.write(
      "\(name.printable): \(lesson.steps.count) steps, every key does something.\n")
  }
}
