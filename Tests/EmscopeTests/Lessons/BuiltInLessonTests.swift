import Explorer
import Foundation
import TerminalCanvas
import Testing

@testable import emscope

@Suite struct `Every built-in lesson` {
  @Test(arguments: BuiltInLesson.names)
  func `plays from first to last key, and each key does something`(name: String) async throws {
    let lesson = try BuiltInLesson.named(name)
    let play = try await lesson.play(over: lesson.data(), perform: World.perform)
    #expect(play.misplaced.isEmpty)
    var state = try lesson.exploration(
      size: Size(width: 80, height: 24), capabilities: Capabilities())
    for (number, step) in lesson.steps.enumerated() {
      if step.question != nil {
        let asked = try #require(state.lessonMoment)
        #expect(asked.isAsking && isShown(asked.text, in: state.frame()), "\(asked.text)")
        for choice in step.answer?.choices ?? [] {
          #expect(isShown(choice, in: state.frame()), "\(choice)")
        }
        await state.replay([.pageDown], perform: World.perform)
      }
      let said = try #require(state.lessonMoment).text
      #expect(isShown(said, in: state.frame()), "\(number + 1): \(said)")
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

  @Test(arguments: BuiltInLesson.names)
  func `has names, answers and claims that its own numbers confirm`(name: String) async throws {
    let check = try await LessonCheck(try BuiltInLesson.reader(name))
    #expect(check.summary.contains("every key does something"))
    let lesson = try BuiltInLesson.named(name)
    #expect(lesson.notes != nil)
    #expect(lesson.steps.contains { $0.question != nil })
    for step in lesson.steps where step.question != nil {
      let answer = try #require(step.answer, "\(step.question ?? "") has no answer")
      if case .choice(_, nil) = answer { Issue.record("\(step.question ?? "") has no right one") }
    }
  }

  @Test func `has its right answers in more than one place`() throws {
    var places: [Int: Int] = [:]
    for name in BuiltInLesson.names {
      for case .choice(let choices, let right?)? in try BuiltInLesson.named(name).steps.map(
        \.answer)
      where choices.count > 2 {
        places[right, default: 0] += 1
      }
    }
    let all = places.values.reduce(0, +)
    #expect(all > 30 && places.values.allSatisfy { 2 * $0 < all }, "\(places)")
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
