import Foundation
import TestSupport
import Testing

@testable import emscope

/// `--algorithm` of the real command.
@Suite(.waiting) struct `Algorithms on the command line` {
  private struct Result: Decodable {
    var algorithm: String?
    var passes: Int?
    var iterations: Int
    var status: String
    var logLikelihood: [Double]?
  }

  private func fit(_ words: String...) throws -> Result {
    let command = try emscope(["fit", "old-faithful", "-k", "3", "--format", "json"] + words)
    return try JSONDecoder().decode(Result.self, from: Data(command.output.utf8))
  }

  @Test func `each says its passes, and what accelerates needs fewer`() throws {
    let em = try fit()
    #expect(em.algorithm == "em" && em.passes == em.iterations)
    for name in ["squarem", "anderson"] {
      let other = try fit("--algorithm", name)
      #expect(other.algorithm == name && other.status == "converged")
      #expect(try #require(other.passes) < em.iterations)
    }
    let hard = try fit("--model", "k-means")
    #expect(hard.algorithm == nil && hard.passes == nil)
  }

  @Test func `the table says the algorithm and its passes`() throws {
    let text = try emscope(
      ["fit", "old-faithful", "-k", "3", "--algorithm", "squarem"]
    ).output
    #expect(text.contains(" of SQUAREM (") && text.contains(" passes over the data): "))
  }

  @Test func `what a model can't climb by is refused with what it can`() throws {
    for (model, algorithm) in [("k-means", "squarem"), ("student-t", "gradient")] {
      let command = try emscope([
        "fit", "old-faithful", "--model", model, "--algorithm", algorithm,
      ])
      #expect(command.status != 0)
      #expect(command.error.contains("can't climb with the model \(model); it takes: em"))
    }
  }
}
