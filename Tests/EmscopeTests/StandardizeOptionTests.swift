import Explorer
import Foundation
import MixtureData
import MixtureEngine
import TestSupport
import Testing

@testable import emscope

/// Standardised coordinates on the command line, in results, start files and sessions.
@Suite(.waiting) struct `The option --standardize` {
  private struct Result: Decodable {
    struct Scores: Decodable {
      var shift: [Double]
      var scale: [Double]
    }
    struct Parameters: Decodable, Equatable {
      var means: [[Double]]
      var covariances: [[[Double]]]
    }
    var standardization: Scores?
    var distortion: [Double]?
    var logLikelihood: [Double]?
    var parameters: Parameters
  }

  private func fit(_ line: String) throws -> (result: Result, text: String, error: String) {
    let outcome = try emscope(
      ["fit"] + line.split(separator: " ").map(String.init) + ["--format", "json"])
    #expect(outcome.status == 0, "\(outcome.error)")
    return (
      try JSONDecoder().decode(Result.self, from: Data(outcome.output.utf8)), outcome.output,
      outcome.error
    )
  }

  @Test func `shows the lab: k-means over z-scores of Old Faithful`() throws {
    let line = "old-faithful --model k-means -k 2 --start k-means++"
    let scores = try fit("\(line) --standardize").result
    #expect(abs((scores.distortion?.last ?? 0) - 79.57595948827704) < 1e-9)
    #expect(abs((scores.standardization?.scale[1] ?? 0) - 13.569960017586368) < 1e-9)
    #expect(abs(scores.parameters.means[1][1] - 80.08045977011494) < 1e-9)
    let own = try fit(line).result
    #expect(own.standardization == nil)
    #expect(abs((own.distortion?.last ?? 0) - 8901.768720947211) < 1e-6)
  }

  @Test func `changes no number of EM with full covariances`() throws {
    let line = "old-faithful -k 3 --iterations 30"
    let (plain, scores) = (try fit(line), try fit("\(line) --standardize"))
    #expect(
      scores.text.split(separator: "\n").filter { !$0.contains("standardization") }
        == plain.text.split(separator: "\n"))
  }

  @Test(arguments: ["", "--columns waiting_minutes"])
  func `is asked for by a start of the dial that was measured so, and the other way`(
    columns: String
  ) throws {
    let line = "old-faithful --model dial \(columns) -k 2 --iterations 3"
    let scores = try temporaryFile("scores.json", fit("\(line) --standardize").text)
    let plain = try temporaryFile("plain.json", fit(line).text)
    for (file, options) in [(scores, ""), (plain, "--standardize")] {
      let words = "fit \(line) \(options) --start-file \(file)"
      let outcome = try emscope(words.split(separator: " ").map(String.init))
      #expect(outcome.status == 1 && outcome.output.isEmpty)
      #expect(outcome.error.contains("--standardize"), "\(outcome.error)")
    }
    _ = try fit("\(line) --standardize --start-file \(scores)")
    _ = try fit("\(line) --start-file \(plain)")
  }

  @Test(arguments: ["k-means", "em --covariance spherical", "dial", "em --covariance full"])
  func `goes on from a result bit for bit`(model: String) throws {
    let line = "old-faithful --model \(model) --standardize --tolerance 0"
    let file = try temporaryFile("half.json", fit("\(line) -k 3 --iterations 4").text)
    let rest = try fit("\(line) --iterations 4 --start-file \(file)").result
    let whole = try fit("\(line) -k 3 --iterations 8").result
    #expect(rest.parameters == whole.parameters, "\(model)")
    // What the dial's σ² means without it is none of these numbers: that is refused.
    guard model != "dial" else { return }
    let lost = try fit("old-faithful --model \(model) --iterations 1 --start-file \(file)")
    #expect(lost.error.contains("was standardised; --standardize keeps it so"), "\(model)")
  }

  @Test func `is said in the title, and leads to the screen that the key leads to`() throws {
    let asked = try emscope("render", "old-faithful", "--standardize", "--keys", "Space")
    let pressed = try emscope("render", "old-faithful", "--keys", "S Space")
    #expect(asked.output.contains("standardised") && asked.output == pressed.output)
  }

  @Test(arguments: [true, false], ["Space S Space G", "S m Space", "Space"])
  func `is in a session, whose numbers are the same`(isAsked: Bool, keys: String) async throws {
    var recipe = RunRecipe(kind: .kMeans, components: 3, rule: .kMeansPlusPlus)
    recipe.isStandardized = isAsked
    let data = try #require(BuiltInDataSet.named("old-faithful")).load()
    let session = try await sessionText(keys, over: data, recipe: recipe)
    #expect(session.contains("\"standardize\"") == isAsked)
    let outcome = try emscope("replay", temporaryFile("session.json", session), "--check")
    #expect(outcome.status == 0, "\(outcome.error)")
  }
}
