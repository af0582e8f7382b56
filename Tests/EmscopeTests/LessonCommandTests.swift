import Foundation
import TestSupport
import Testing

@testable import emscope

@Suite(.waiting) struct `emscope lesson` {
  @Test func `lists the lessons without a name`() throws {
    let outcome = try emscope("lesson")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("two-steps  "))
  }

  @Test func `checks one's own file, and says where a key does nothing`() throws {
    let text = """
      title = "A"
      summary = "b"
      data = "old-faithful"
      [[step]]
      caption = "start"
      [[step]]
      keys = "Space §"
      caption = "this"
      """
    let idle = try temporaryFile("idle.toml", text)
    let refusal = try emscope("lesson", "--check", idle)
    #expect(refusal.status == 1 && refusal.output.isEmpty)
    #expect(refusal.error.contains("idle.toml:7: step 2 presses §, which does nothing there."))
    for (keys, fault) in [
      ("Space q e", "presses q, which ends the program."),
      ("Space w Enter", "presses Enter, which writes a file each time."),
    ] {
      let misplaced = try temporaryFile("a.toml", text.replacing("Space §", with: keys))
      let refusal = try emscope("lesson", "--check", misplaced)
      #expect(refusal.status == 1 && refusal.error.contains("a.toml:7: step 2 \(fault)"))
    }
    let good = try temporaryFile("good.toml", text.replacing("Space §", with: "Space"))
    let outcome = try emscope("lesson", "--check", good)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("2 steps: every key does something"))
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `refuses a header that is not closed with its line, whatever ends the lines`(
    end: String
  ) throws {
    let text = "title = \"T\"\nsummary = \"S\"\ndata = \"iris\"\n[\n[[step]]\ncaption=\"x\"\n"
    let file = try temporaryFile("broken.toml", text.replacing("\n", with: end))
    let refusal = try emscope("lesson", "--check", file)
    #expect(refusal.status == 1 && refusal.output.isEmpty)
    #expect(refusal.error.contains(":4: column 1: a [table] in single brackets"))
  }

  @Test func `an unknown name gets the nearest one`() throws {
    let outcome = try emscope("lesson", "two-step")
    #expect(outcome.status == 1)
    #expect(outcome.error.contains("did you mean 'two-steps'?"))
  }
}
