import Explorer
import Foundation
import MixtureData
import MixtureEngine
import TerminalCanvas
import TestSupport
import Testing

@testable import emscope

/// Which points are held out goes wherever a session goes.
@Suite(.waiting) struct `A split travels` {
  @Test func `keys and option lead to the same screen`() throws {
    let asked = try emscope("render", "-k", "3", "--hold-out", "0.2", "--keys", "Space Space")
    let pressed = try emscope("render", "-k", "3", "--keys", "% Space Space")
    #expect(asked.output == pressed.output)
    #expect(asked.output.contains("N=218+54"))
  }

  @Test(arguments: [0.3, nil], ["Space % Space G", "% x Space % U G", "Space"])
  func `with a saved session, whose numbers are the same`(share: Double?, keys: String) async throws
  {
    let all = try #require(BuiltInDataSet.named("iris")).load()
    let data = try share.map { try all.holdingOut($0) } ?? all
    var recipe = RunRecipe(components: 3)
    recipe.observe(0.5, of: data.labels)
    let session = try await sessionText(keys, over: data, recipe: recipe)
    let file = try temporaryFile("split.json", session)
    let outcome = try emscope("replay", file, "--check")
    #expect(outcome.status == 0, "\(outcome.error)")
    // Where points come back, the split no longer tells.
    guard let share, keys == "Space" else { return }
    let other = try changed(session, "settings.holdOut", to: share / 2)
    #expect(try emscope("replay", temporaryFile("other.json", other), "--check").status == 1)
  }

  @Test(arguments: [-0.2, 0, 1, 7])
  func `but no share that is none`(share: Double) async throws {
    let session = try await sessionText(over: #require(BuiltInDataSet.named("iris")).load())
    let file = try temporaryFile(
      "hostile.json", try changed(session, "settings.holdOut", to: share))
    let outcome = try emscope("replay", file, "--check")
    #expect(outcome.status == 1 && outcome.error.contains("settings.holdOut: "))
  }

  @Test func `with the command that leads back`() async throws {
    let data = try #require(BuiltInDataSet.named("iris")).load().holdingOut(0.25)
    var state = Exploration(
      try AppState(data: data, recipe: RunRecipe(components: 3), catalogue: .builtIn))
    await state.replay(try Key.keys(named: "Space % x w"), perform: World.performReplayed)
    guard case .command(let line, _) = state.app.record.wayBack else {
      Issue.record("there is no command")
      return
    }
    #expect(line == "emscope iris --hold-out 0.25 -k 3 --keys 'Space % x'")
  }

  @Test func `into words`() throws {
    let told = try emscope(
      ["tell", "-k", "2", "--hold-out", "0.2"], input: "G\ndata\nstate\ntrace\nq\n"
    ).output
    #expect(told.contains("54 more points are held out"))
    #expect(told.contains("L per point, held out"))
    #expect(told.contains("per point: L"))
  }

  @Test func `and starts that are named for all points are refused`() throws {
    let outcome = try emscope("fit", "--start", "old-faithful-3-stuck", "--hold-out", "0.2")
    #expect(outcome.status != 0 && outcome.output.isEmpty)
  }
}
