import MixtureEngine
import TerminalCanvas
import Testing

@testable import Explorer

@Suite struct `Named starts in the menu` {
  private static func state() throws -> AppState {
    var data = DataSet.clouds()
    data.starts = [
      NamedStart(
        name: "clouds-4-slow", components: 4, character: .slow, rule: .farthestFirst, seed: 9,
        summary: "Begins with four.")
    ]
    return try AppState(data: data, recipe: RunRecipe(kind: .kMeans, components: 3))
  }

  @Test func `come before the rules and begin a run of their own`() async throws {
    var state = try Self.state()
    await state.press("i Home")
    #expect(state.shows("▸ clouds-4-slow"))
    #expect(state.shows("Begins with four. K=4, farthest-first seed 9."))
    await state.press("Enter")
    #expect(state.recipe.components == 4)
    #expect(state.recipe.kind == .gaussianMixture)
    #expect(state.recipe.rule == .farthestFirst)
    #expect(state.recipe.seed == 9)
  }

  @Test(arguments: StartingRule.all.indices)
  func `leave room for what each rule does and its source`(number: Int) async throws {
    var state = try Self.state()
    await state.press("i Home Down")
    for _ in 0..<number { await state.press("Down") }
    let rule = StartingRule.all[number]
    let lines = "\(rule.summary) (\(rule.source))".wrapped(to: 72)
    #expect(lines.count <= 2)
    for line in lines { #expect(state.shows(line), "\(rule.name)") }
  }
}
