import Explorer
import TestSupport
import Testing

@testable import emscope

@Suite struct `A broken lesson` {
  @Test(arguments: FuzzSeed.usual(4))
  func `is read or refused with one sentence`(seed: UInt64) throws {
    let good = """
      title = "A"
      summary = "b"
      data = "old-faithful"
      components = 3
      seed = 4

      [[step]]
      caption = "start"

      [[step]]
      question = "what?"
      keys = "Space e"
      caption = "this"
      """
    var mutation = Mutation(seed: seed)
    for round in 0..<FuzzBudget.rounds(300) {
      let lines = round.isMultiple(of: 2) ? good : good.replacing("\n", with: "\r\n")
      let text = mutation.change(Array(lines.utf8))
      do {
        let lesson = try LessonReader(name: "a", file: "a.toml", text: text).lesson()
        #expect(!lesson.steps.isEmpty)
      } catch let error as LessonError {
        #expect(error.description.hasPrefix("a.toml:"))
      }
    }
  }
}
