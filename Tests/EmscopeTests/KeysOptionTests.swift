import TestSupport
import Testing

@Suite(.waiting) struct `The option --keys` {
  @Test func `takes a first key that is a minus`() throws {
    let outcome = try emscope("render", "old-faithful", "-k", "3", "--keys=- -")
    #expect(outcome.output.contains("K=1"))
    let spaced = try emscope("render", "old-faithful", "-k", "3", "--keys", "- -")
    #expect(spaced.status == 0 && spaced.output == outcome.output)
  }
}
