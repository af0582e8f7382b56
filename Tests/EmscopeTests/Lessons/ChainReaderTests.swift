import Explorer
import Foundation
import TerminalCanvas
import TestSupport
import Testing

@testable import emscope

@Suite(.waiting) struct `A chain's file` {
  private static let own = """
    title = "Mine"
    summary = "one's own"
    data = "iris"
    [[step]]
    caption = "Mine begins."
    [[step]]
    keys = "Space"
    caption = "Mine ends."
    """
  private static let chain = """
    title = "An hour"
    summary = "two lessons"

    [[part]]
    title = "The first page"
    lesson = "mine.toml"

    [[part]]
    title = "The second page"
    lesson = "bound"
    """

  /// A chain beside a lesson of one's own.
  private func file(_ chain: String = chain, own: String = own) throws -> String {
    let file = try temporaryFile("hour.toml", chain)
    let beside = URL(filePath: file).deletingLastPathComponent().appending(path: "mine.toml")
    try Data(own.utf8).write(to: beside)
    return file
  }

  @Test func `names built-in lessons, and those that lie beside it`() async throws {
    let file = try file()
    var state = try LessonMaterial(file).exploration(
      size: Size(width: 100, height: 30), capabilities: Capabilities())
    #expect(state.frame().text.contains("part 1 of 2: The first page  1/2"))
    await state.replay([.pageDown, .pageDown], perform: World.performReplayed)
    #expect(state.frame().text.contains("part 2 of 2: The second page  1/"))
    let check = try emscope("lesson", file, "--check")
    #expect(check.status == 0)
    #expect(check.output.contains("mine.toml: 2 steps") && check.output.contains("bound.toml: "))
    let notes = try emscope("lesson", file, "--notes")
    #expect(notes.output.contains("=== part 2 of 2: The second page\n"))
  }

  @Test func `goes along in a session, with its lessons`() async throws {
    let file = try file()
    let session = try await sessionText(
      "PageDown PageDown PageDown PageDown PageUp e T 2 Space",
      of: LessonMaterial(file).exploration(
        size: Size(width: 100, height: 30), capabilities: Capabilities()))
    try FileManager.default.removeItem(at: URL(filePath: file).deletingLastPathComponent())
    let replayed = try emscope("replay", temporaryFile("s.json", session), "--check")
    #expect(replayed.status == 0, "\(replayed.error)")
    for parts in [[Self.own], [String](), [Self.own, Self.own, Self.own]] {
      let broken = try temporaryFile("s.json", changed(session, "lessonParts", to: parts))
      let refusal = try emscope("replay", broken, "--check")
      #expect(refusal.status == 1)
      #expect(refusal.error.contains("lessonParts must be the text of each part"))
    }
  }

  @Test(arguments: [
    ("summary = \"two lessons\"", "", "hour.toml:1: summary is missing."),
    ("lesson = \"bound\"", "", "hour.toml:8: lesson is missing."),
    ("lesson = \"bound\"", "lesson = 3", "hour.toml:10: lesson must be a text in quotes."),
    ("\"bound\"", "\"bond\"", "hour.toml:10: there is no lesson 'bond'; did you mean 'bound'?"),
    ("\"bound\"", "\"other.toml\"", "hour.toml:10: there is no lesson "),
    ("\"bound\"", "\"lecture\"", "hour.toml:10: lecture is itself a chain"),
    ("\"bound\"", "\"hour.toml\"", "hour.toml is itself a chain: name the lessons"),
    ("lesson = \"bound\"", "leson = \"bound\"", "hour.toml:10: there is no key leson"),
    ("title = \"The second page\"", "", "hour.toml:8: title is missing."),
    (
      "[[part]]\ntitle = \"The first", "[[step]]\ntitle = \"The first",
      "hour.toml:4: there is no key step"
    ),
    (
      "summary = \"two lessons\"", "summary = \"a\"\ndata = \"iris\"",
      "hour.toml:3: there is no key data"
    ),
  ])
  func `with a mistake is refused with file and line`(
    old: String, new: String, sentence: String
  ) throws {
    let refusal = try emscope("lesson", file(Self.chain.replacing(old, with: new)), "--check")
    #expect(refusal.status == 1 && refusal.output.isEmpty)
    #expect(refusal.error.contains(sentence), "\(refusal.error)")
  }

  @Test func `says what is wrong in a lesson with that one's file and line`() throws {
    let broken = Self.own.replacing("\"Space\"", with: "\"Spice\"")
    let refusal = try emscope("lesson", file(own: broken))
    #expect(refusal.status == 1)
    #expect(refusal.error.contains("mine.toml:7: Spice is no key"), "\(refusal.error)")
    let inPart = Self.own.replacing("\"Space\"", with: "\"Space §\"")
    let idle = try emscope("lesson", file(own: inPart), "--check")
    #expect(idle.error.contains("mine.toml:7: step 2 presses §, which does nothing there."))
  }
}

@Suite(.waiting) struct `The lecture` {
  @Test func `is a file of its name, as every file of the folder is`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/emscope/Lessons/Chains").standardized
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(Set(files) == Set(BuiltInChain.names.map { $0 + ".toml" }))
    #expect(BuiltInChain.offers.count == files.count)
  }

  @Test func `plays from the first page to the last, and back`() async throws {
    let material = try LessonMaterial("lecture")
    var state = try material.exploration(
      size: Size(width: 80, height: 24), capabilities: Capabilities())
    let count = material.lessons.count
    for (index, part) in material.lessons.enumerated() {
      let heading = "part \(index + 1) of \(count): \(part.part ?? "")  1/"
      #expect(state.frame().text.contains(heading))
      let lesson = try part.reader.lesson()
      let moves = lesson.steps.count - 1 + lesson.steps.count { $0.question != nil }
      for _ in 0..<moves { await state.replay([.pageDown], perform: World.performReplayed) }
      #expect(state.frame().text.contains("T lessons  Esc leave"))
      await state.replay([.pageDown], perform: World.performReplayed)
    }
    #expect(state.frame().text.contains("The lesson is over"))
  }

  @Test func `is listed with the lessons`() throws {
    let outcome = try emscope("lesson")
    for name in BuiltInChain.names { #expect(outcome.output.contains("\n\(name) "), "\(name)") }
  }
}
