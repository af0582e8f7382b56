import Foundation
import MixtureEngine
import TestSupport
import Testing

@Suite(.waiting) struct `Saved results` {
  private func results(after keys: String, _ line: String) async throws -> FitJSON {
    let text = try await saved("results, json", after: keys, line)
    return try JSONDecoder().decode(FitJSON.self, from: Data(text.utf8))
  }

  /// Makes a result again from what it says of itself.
  private func again(_ result: FitJSON) throws -> FitJSON {
    let seed = result.seed.map { " --seed \($0)" } ?? ""
    let covariance = result.covariance.map { " --covariance \($0)" } ?? ""
    return try FitJSON(
      "\(result.dataset) -k \(result.components) --model \(result.model)\(covariance) "
        + "--start \(result.start)\(seed) --assignments")
  }

  private func expectMadeAgain(_ result: FitJSON, _ comment: Comment? = nil) throws {
    let fit = try again(result)
    #expect(fit.iterations == result.iterations && fit.status == result.status, comment)
    #expect(fit.logLikelihood == result.logLikelihood, comment)
    #expect(fit.distortion == result.distortion, comment)
    #expect(fit.parameters.weights == result.parameters.weights, comment)
    #expect(fit.parameters.means == result.parameters.means, comment)
    #expect(fit.parameters.covariances == result.parameters.covariances, comment)
    #expect(fit.assignments == result.assignments, comment)
  }

  @Test(arguments: StartingRule.all.map(\.name))
  func `name the rule and the seed that they came from, and can be made again`(rule: String)
    async throws
  {
    let result = try await results(after: "G Escape", "old-faithful -k 3 --start \(rule) --seed 4")
    #expect(result.start == rule && result.seed == 4 && result.components == 3)
    try expectMadeAgain(result)
  }

  @Test(arguments: [
    ("i Home Down Down Down Down Down Down Down Enter x x G Escape", "old-faithful -k 2"),
    ("x x X + G Escape", "old-faithful -k 2 --start random-box"),
    ("c c - G Escape", "mouse"), ("M Home Down Enter G", "mouse --start k-means++"),
    ("M Home Down Down Down Enter G", "mouse --start k-means"),
    ("Space Space d Down Enter G Escape", "old-faithful --start principal-axis"),
    ("- 5 - - - Down Enter G Escape", "old-faithful -k 4"),
  ])
  func `can be made again after what was chosen on the screen`(keys: String, line: String)
    async throws
  {
    try expectMadeAgain(try await results(after: keys, line), "\(keys)")
  }

  @Test(arguments: ["a Right Enter G Escape", "- 6 Right Enter G Escape"])
  func `of a start that has no rule name none`(keys: String) async throws {
    let result = try await results(after: keys, "old-faithful -k 3 --size 60x16")
    #expect(StartingRule.named(result.start) == nil && result.seed == nil)
  }

  @Test func `are what fit prints of the same run`() async throws {
    let keys = "G Escape"
    let line = "iris -k 3 --start k-means --seed 2"
    func fit(_ options: String) throws -> String {
      let words = ("fit \(line) " + options).split(separator: " ").map(String.init)
      return try emscope(words).output
    }
    for (item, options) in [
      ("parameters", ""), ("trace", "--trace"), ("assignments", "--assignments"),
      ("responsibilities", "--responsibilities"),
    ] {
      #expect(
        try await saved("\(item), csv", after: keys, line) == fit("--format csv \(options)"),
        "\(item)")
    }
    let (results, printed) = try await (
      saved("results, json", after: keys, line), fit("--format json --assignments")
    )
    #expect(results == printed)
    #expect(try JSONDecoder().decode(FitJSON.self, from: Data(printed.utf8)).start == "k-means")
  }

  @Test func `have the agreement with the known labels, as fit has`() async throws {
    let result = try await results(after: "G Escape", "iris -k 3 --start k-means")
    let fit = try FitJSON("iris -k 3 --start k-means")
    #expect(fit.adjustedRandIndex != nil)
    #expect(result.adjustedRandIndex == fit.adjustedRandIndex)
  }

  @Test func `have a picture that equals the screen`() async throws {
    let text = try await saved("screen, text", after: "Space Space", "old-faithful -k 3")
    #expect(
      try text == emscope("render", "old-faithful", "-k", "3", "--keys", "Space Space").output)
    let colours = try await saved("screen, ansi", after: "Space Space", "old-faithful -k 3")
    let ansi = try emscope(
      "render", "old-faithful", "-k", "3", "--keys", "Space Space", "--format", "ansi"
    ).output
    #expect(colours.trimmingCharacters(in: .newlines) == ansi.trimmingCharacters(in: .newlines))
  }
}
