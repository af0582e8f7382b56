import Explorer
import Foundation
import MixtureData
import MixtureEngine
import TerminalCanvas
import TestSupport
import Testing

@testable import emscope

@Suite(.waiting) struct `emscope replay` {
  /// A session of some keys on Old Faithful, as w saves it.
  private func session(_ keys: [Key]) async throws -> String {
    var state = Exploration(
      try AppState(
        data: DataSource("old-faithful").load(), recipe: RunRecipe(components: 3),
        catalogue: .builtIn, size: Size(width: 100, height: 30)))
    await state.replay(keys, perform: World.perform)
    return try SessionFile(state.app.record).text()
  }

  private let keys: [Key] = [.space, .character("e"), .character("x"), .character("G")]

  @Test func `computes a session again and finds the same numbers`() async throws {
    let file = try temporaryFile("s.json", try await session(keys))
    let outcome = try emscope("replay", file, "--check")
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(outcome.output.contains("the same numbers"))
  }

  @Test func `tells EM the same labels again, from the same column`() async throws {
    let rows = (0..<40).map { "\($0 % 7),\($0 * $0 % 11),\($0 % 2 == 0 ? "a" : "b")" }
    let csv = try temporaryFile("labelled.csv", (["x,y,kind"] + rows).joined(separator: "\n"))
    let data = try DataSource(csv).load(ReadingOptions(labelColumn: "kind"))
    var recipe = RunRecipe(components: 2)
    recipe.observe(0.5, of: data.labels)
    var state = Exploration(
      try AppState(
        data: data, recipe: recipe, catalogue: .builtIn, size: Size(width: 100, height: 30)))
    await state.replay([.space, .character("G")], perform: World.perform)
    let file = try temporaryFile("labelled.json", try SessionFile(state.app.record).text())
    let outcome = try emscope("replay", file, "--check")
    #expect(outcome.status == 0, "\(outcome.error)")
    let untold = try SessionFile(state.app.record).text().replacing(
      "\"observeLabels\" : 0.5,", with: "")
    let other = try emscope("replay", temporaryFile("untold.json", untold), "--check")
    #expect(other.status == 1)
  }

  @Test func `lets points count as they did, by the same column`() async throws {
    let rows = (0..<40).map { "\($0 % 7),\($0 * $0 % 11),\(Double(1 + $0 % 5) / 4)" }
    let csv = try temporaryFile("weighted.csv", (["x,y,w"] + rows).joined(separator: "\n"))
    let data = try DataSource(csv).load(ReadingOptions(weightColumn: "w"))
    var state = Exploration(
      try AppState(
        data: data, recipe: RunRecipe(components: 2), catalogue: .builtIn,
        size: Size(width: 100, height: 30)))
    await state.replay([.space, .character("G")], perform: World.perform)
    let text = try SessionFile(state.app.record).text()
    let outcome = try emscope("replay", temporaryFile("weighted.json", text), "--check")
    #expect(outcome.status == 0, "\(outcome.error)")
    let once = text.replacing("\"weightColumn\" : \"w\"", with: "\"weightless\" : \"w\"")
    let other = try emscope("replay", temporaryFile("once.json", once), "--check")
    #expect(other.status == 1)
  }

  @Test func `says what differs`() async throws {
    let text = try await session(keys).replacing("\"iteration\" : ", with: "\"iteration\" : 9")
    let outcome = try emscope("replay", temporaryFile("s.json", text), "--check")
    #expect(outcome.status == 1 && outcome.output.isEmpty)
    #expect(outcome.error.contains("the iteration is"))
  }

  @Test(arguments: [
    ("\"old-faithful\"", "\"old-faithfull\""), ("\"random-points\"", "\"random\""),
    ("\"Space\"", "\"Spice\""), ("272", "271"), ("\"version\" : 1", "\"version\" : 99"),
  ])
  func `refuses what it doesn't know with a sentence`(old: String, new: String) async throws {
    let text = try await session(keys).replacing(old, with: new)
    let outcome = try emscope("replay", temporaryFile("s.json", text), "--check")
    #expect(outcome.status == 1 && outcome.output.isEmpty)
    #expect(outcome.error.hasPrefix("emscope: "))
    #expect(outcome.error.split(separator: "\n").count == 1)
  }
}
