import Testing

@Suite struct `emscope lesson` {
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
    let good = try temporaryFile("good.toml", text.replacing("Space §", with: "Space"))
    let outcome = try emscope("lesson", "--check", good)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("2 steps, every key does something"))
  }

  @Test func `an unknown name gets the nearest one`() throws {
    let outcome = try emscope("lesson", "two-step")
    #expect(outcome.status == 1)
    #expect(outcome.error.contains("did you mean 'two-steps'?"))
  }
}
