import Explorer
import Foundation
import TerminalCanvas
import Testing

@testable import emscope

@Suite struct `Every built-in lesson` {
  @Test(arguments: BuiltInLesson.names)
  func `plays from first to last key, and each key does something`(name: String) async throws {
    let lesson = try BuiltInLesson.named(name)
    #expect(try await lesson.misplacedKeys(over: lesson.data(), perform: World.perform).isEmpty)
    var state = try lesson.exploration(
      size: Size(width: 80, height: 24), capabilities: Capabilities())
    for step in lesson.steps {
      if let question = step.question {
        #expect(isShown(question, in: state.frame()))
        await state.replay([.pageDown], perform: World.perform)
      }
      #expect(isShown(step.caption, in: state.frame()), "\(step.caption)")
      let isEnd = state.frame().text.contains("T lessons  Esc leave")
      await state.replay([.pageDown], perform: World.perform)
      guard isEnd else { continue }
      let next = BuiltInLesson.names.drop { $0 != name }.dropFirst().first
      let title = try next.map { try BuiltInLesson.named($0).title + "  1/" }
      #expect(state.frame().text.contains(title ?? "The lesson is over"))
      return
    }
    Issue.record("the end of \(name) names no keys that lead on")
  }

  @Test func `is a file of its name, and every file of the folder is a lesson`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/emscope/Lessons/Files").standardized
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(Set(files) == Set(BuiltInLesson.names.map { $0 + ".toml" }))
    #expect(Set(BuiltInLesson.names).count == BuiltInLesson.names.count)
    for lesson in BuiltInLesson.all {
      let file = try Data(contentsOf: folder.appending(path: lesson.name + ".toml"))
      #expect(Data(lesson.bytes) == file, "\(lesson.name)")
    }
  }

  /// Whether every word of a text stands below the picture at 80 × 24: none is cut off.
  private func isShown(_ text: String, in frame: Frame) -> Bool {
    let below = frame.text.split(separator: "\n").suffix(9).joined(separator: " ")
    let words = below.split(separator: " ")
    return text.split { $0.isWhitespace }.allSatisfy { words.contains($0) }
  }
}
