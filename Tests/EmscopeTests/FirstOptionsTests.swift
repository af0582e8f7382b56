import Explorer
import TestSupport
import Testing

@Suite(.waiting) struct `What is done before anything is shown` {
  @Test func `keys may begin with a minus`() throws {
    let outcome = try emscope("render", "old-faithful", "-k", "3", "--keys=- -")
    #expect(outcome.output.contains("K=1"))
    let spaced = try emscope("render", "old-faithful", "-k", "3", "--keys", "- -")
    #expect(spaced.status == 0 && spaced.output == outcome.output)
  }

  @Test(arguments: View.all.map(\.name))
  func `a view's name opens it as its keys do, and other keys follow`(name: String) throws {
    let view = try #require(View.all.first { $0.name == name })
    let keys = view.openingKeys.map(\.name).joined(separator: " ")
    let named = try emscope("render", "old-faithful", "-k", "1", "--view", name, "--keys", "Space")
    #expect(named.status == 0, "\(named.error)")
    #expect(
      try emscope("render", "old-faithful", "-k", "1", "--keys", "\(keys) Space").output
        == named.output)
    let pane = try emscope("render", "old-faithful", "-k", "1", "--view", name, "--pane", name)
    #expect(pane.status == 0, "\(pane.error)")
  }

  @Test func `a view that there isn't is refused with the nearest name`() throws {
    for command in ["render", "explore"] {
      let outcome = try emscope(command, "iris", "--view", "basin")
      #expect(outcome.status == 2 && outcome.output.isEmpty)
      #expect(outcome.error.contains("there is no such view; did you mean 'basins'?"))
    }
  }
}
