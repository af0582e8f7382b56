import Explorer
import Foundation
import MixtureData
import MixtureEngine
import TerminalCanvas
import TestSupport
import Testing

@testable import emscope

/// What the start is besides its rule: on the command line, in results and in sessions.
@Suite(.waiting) struct `The options of a start` {
  private struct Result: Decodable {
    var startCovariance: String?
    var startWeights: String?
    var shortRuns: Int?
    var shortIterations: Int?
    var startIterations: Int
    var logLikelihood: [Double]
  }

  private func fit(_ line: String) throws -> Result {
    let outcome = try emscope(
      ["fit"] + line.split(separator: " ").map(String.init) + ["--format", "json"])
    #expect(outcome.status == 0, "\(outcome.error)")
    return try JSONDecoder().decode(Result.self, from: Data(outcome.output.utf8))
  }

  @Test func `stand in the result and change the start`() throws {
    let usual = try fit("old-faithful -k 3")
    #expect(usual.startCovariance == "data" && usual.startWeights == "equal")
    #expect(usual.startIterations == 0 && usual.shortRuns == nil)
    let other = try fit("old-faithful -k 3 --start-covariance within --start-weights clusters")
    #expect(other.startCovariance == "within" && other.startWeights == "clusters")
    #expect(other.logLikelihood[0] != usual.logLikelihood[0])
    let small = try fit("old-faithful -k 3 --start small-em --short-runs 4 --short-iterations 5")
    #expect(small.shortRuns == 4 && small.shortIterations == 5 && small.startIterations == 20)
    let own = try fit("old-faithful -k 3 --start k-means")
    #expect(own.startCovariance == nil && own.startWeights == nil && own.startIterations > 0)
  }

  @Test(arguments: [
    ("fit --start-covariance witin", "'within'"), ("fit --start-weights equl", "'equal'"),
    (
      "fit --start k-means --start-covariance within",
      "k-means has covariances and weights of its own"
    ),
    ("restarts --start hierarchical --start-weights clusters", "leave out --start-weights"),
    ("render --start old-faithful-3-stuck --start-covariance within", "old-faithful-3-stuck has"),
    ("fit --start-file a.json --start-covariance within", "A start from a file has"),
    ("fit --short-runs 5", "give --start small-em too"),
    ("escape --start k-means --short-iterations 5", "give --start small-em too"),
    ("fit --start small-em --short-runs 0", "--short-runs is 0"),
    ("starts --short-iterations 10001", "--short-iterations is 10001"),
  ])
  func `are refused in a sentence where they mean nothing`(line: String, words: String) throws {
    let outcome = try emscope(line.split(separator: " ").map(String.init))
    #expect(outcome.status == 2, "\(line)")
    #expect(outcome.error.contains(words), "\(outcome.error)")
  }

  @Test func `hold for all rules that are compared`() throws {
    let outcome = try emscope(
      "starts", "old-faithful", "-k", "2", "--runs", "2", "--start-covariance", "spherical",
      "--short-runs", "3")
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(outcome.output.contains("each rule (means alone: Σ₀ spherical)"))
    let row = try #require(outcome.output.split(separator: "\n").first { $0.contains("small-em") })
    #expect(row.contains(" 30 "))
  }

  private func recipe() -> RunRecipe {
    var recipe = RunRecipe(components: 3, rule: .smallEM, seed: 9)
    recipe.startCovariance = .clusters
    recipe.startWeights = .clusters
    recipe.shortRuns = ShortRuns(count: 4, iterations: 6)
    return recipe
  }

  @Test func `go with a session and with the command that leads to it`() async throws {
    let data = try DataSource("old-faithful").load()
    let text = try await sessionText("Space Space", over: data, recipe: recipe())
    let file = try SessionFile(Array(text.utf8), named: "s")
    #expect(try file.recipe(over: data, file: "s") == recipe())
    let state = try AppState(
      data: data, recipe: recipe(), catalogue: .builtIn, size: Size(width: 80, height: 24))
    guard case .command(let line, _) = state.record.wayBack else {
      Issue.record("no command leads there")
      return
    }
    for words in [
      "--start-covariance clusters", "--start-weights clusters", "--short-runs 4",
      "--short-iterations 6",
    ] {
      #expect(line.contains(words), "\(line)")
    }
    let words = line.split(separator: " ").map(String.init).dropFirst()
    let again = try emscope(["render", "--size", "120x30"] + words)
    #expect(again.status == 0, "\(again.error)")
    #expect(again.output.contains("small-em Σ₀ clusters π₀ clusters 4×6 seed 9"))
  }

  @Test(
    arguments: [
      ("startCovariance", "witin", "covariance of the start"),
      ("startWeights", "none", "start weights"),
      ("shortRuns", 0, "settings.shortRuns is 0"), ("shortIterations", 20_000, "20000"),
    ] as [(String, any Sendable, String)])
  func `are checked in a session`(entry: String, value: any Sendable, words: String) async throws {
    let data = try DataSource("old-faithful").load()
    let text = try changed(
      await sessionText("Space", over: data, recipe: recipe()), "settings.\(entry)", to: value)
    let outcome = try emscope(["replay", temporaryFile("s.json", text), "--check"])
    #expect(outcome.status == 1)
    #expect(outcome.error.contains(words), "\(outcome.error)")
  }

  @Test func `can be chosen by key, and played again`() async throws {
    let data = try DataSource("old-faithful").load()
    let keys = "I Down Enter Space I End Enter Space"
    let text = try await sessionText(keys, over: data)
    let outcome = try emscope(["replay", temporaryFile("s.json", text), "--check"])
    #expect(outcome.status == 0, "\(outcome.error)")
    let picture = try emscope("render", "old-faithful", "--size", "120x30", "--keys", keys)
    #expect(picture.output.contains("Σ₀ within π₀ clusters"), "\(picture.output)")
    let own = try emscope(
      "render", "old-faithful", "--start", "k-means", "--keys", "I Down Enter")
    #expect(own.output.contains("k-means has covariances and weights of its own"))
    let byHand = try emscope("render", "old-faithful", "--keys", "a Right Enter I Down Enter")
    #expect(byHand.output.contains("start by hand"))
  }
}
