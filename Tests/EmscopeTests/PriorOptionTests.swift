import Foundation
import TestSupport
import Testing

/// A prior on the command line, in results and in sessions.
@Suite(.waiting) struct `The option --prior` {
  private struct Result: Decodable {
    struct Prior: Decodable {
      var kappa: Double
      var nu: Double
      var scale: [[Double]]
      var mean: [Double]
    }
    var prior: Prior?
    var logPrior: Double?
    var logLikelihood: [Double]
    var status: String
    var wouldStop: [String: [String: Double?]]?
  }

  private func fit(_ line: String) throws -> Result {
    let outcome = try emscope(
      ["fit"] + line.split(separator: " ").map(String.init) + ["--format", "json"])
    #expect(outcome.status == 0, "\(outcome.error)")
    return try JSONDecoder().decode(Result.self, from: Data(outcome.output.utf8))
  }

  @Test func `stands in the result with log p(θ)`() throws {
    let result = try fit("old-faithful -k 3 --prior default")
    let prior = try #require(result.prior)
    #expect(prior.kappa == 0.01 && prior.nu == 4 && prior.scale[0][1] == prior.scale[1][0])
    #expect(abs(prior.mean[0] - 3.4877830882352936) < 1e-9)
    #expect(result.logPrior != nil && result.status == "converged" && result.wouldStop == nil)
    let none = try fit("old-faithful -k 3 --prior none --iterations 5")
    #expect(none.prior == nil && none.logPrior == nil)
  }

  @Test func `keeps a component from collapsing, and the text says MAP`() throws {
    let without = try emscope("fit", "mouse", "-k", "2", "--start", "outlier")
    #expect(without.output.contains("collapsed"))
    let with = try emscope(
      "fit", "mouse", "-k", "2", "--start", "outlier", "--prior", "default")
    #expect(with.output.contains("Converged"))
    #expect(with.output.contains("MAP") && with.output.contains("log p(θ)"))
  }

  @Test(arguments: [
    ("fit old-faithful --model student-t --prior default", "mixture of Gaussians"),
    ("fit old-faithful --model dial --prior default", "mixture of Gaussians"),
    ("restarts old-faithful --model k-means --prior default", "mixture of Gaussians"),
    ("fit old-faithful --algorithm squarem --prior default", "SQUAREM"),
    ("escape old-faithful --prior default", "judged by L"),
    ("fit old-faithful --prior flat", "'flat'"),
  ])
  func `is refused in a sentence where it can't be`(line: String, words: String) throws {
    let outcome = try emscope(line.split(separator: " ").map(String.init))
    #expect(outcome.status != 0, "\(line)")
    #expect(outcome.error.contains(words), "\(outcome.error)")
  }

  @Test func `is in the result that a run goes on from, to the last bit`() throws {
    let line = "penguins --tolerance 0 --prior default"
    let whole = try fit("\(line) -k 3 --iterations 7")
    let first = try emscope(
      ["fit"] + "\(line) -k 3 --iterations 4 --format json".split(separator: " ").map(String.init))
    let file = try temporaryFile("r.json", first.output)
    let rest = try fit("\(line) --start-file \(file) --iterations 3")
    #expect(rest.logLikelihood == Array(whole.logLikelihood.dropFirst(4)))
    #expect(rest.logPrior == whole.logPrior)
  }
}
