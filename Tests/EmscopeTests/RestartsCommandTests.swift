import Foundation
import MixtureEngine
import Testing

/// Many runs without a screen.
@Suite struct `Restarts on the command line` {
  private struct Report: Decodable {
    struct Optimum: Decodable {
      var logLikelihood: Double?
      var distortion: Double?
      var runs: Int
      var share: Double
      var medianIterations: Double
      var status: String
      var parameters: FitJSON.Parameters
      var exampleSeed: UInt64
    }
    var runs: Int
    var collapsed: Int
    var optima: [Optimum]
  }

  private static func report(_ line: String) throws -> Report {
    let outcome = try emscope(
      ["restarts"] + line.split(separator: " ").map(String.init) + ["--format", "json"])
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(outcome.error.isEmpty)
    return try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8))
  }

  @Test func `have the keys that were promised, the best optimum first`() throws {
    let report = try Self.report("iris -k 3 --start random-box --runs 12")
    #expect(report.runs == 12)
    let counted = report.optima.map(\.runs).reduce(0, +)
    #expect(counted + report.collapsed == 12)
    let values = try report.optima.map { try #require($0.logLikelihood) }
    #expect(values == values.sorted(by: >))
    for optimum in report.optima {
      #expect(abs(optimum.share - Double(optimum.runs) / 12) < 1e-15)
      #expect(optimum.status == "converged")
      #expect(abs(optimum.parameters.weights.reduce(0, +) - 1) < 1e-9)
    }
  }

  @Test func `lead to each optimum by its example seed`() throws {
    let report = try Self.report("iris -k 3 --start random-box --runs 12 --seed 5")
    let worst = try #require(report.optima.last)
    let fit = try FitJSON("iris -k 3 --start random-box --seed \(worst.exampleSeed)")
    let reached = try #require(fit.logLikelihood?.last)
    #expect(abs(reached - (worst.logLikelihood ?? 0)) < 1.5e-3)
  }

  @Test func `of k-means report the distortion`() throws {
    let report = try Self.report("old-faithful -k 3 --model k-means --runs 20")
    let best = try #require(report.optima.first)
    #expect(best.logLikelihood == nil)
    #expect(abs((best.distortion ?? 0) - 5188.540468) < 1e-5)
  }

  @Test func `are printed as a table for people`() throws {
    let outcome = try emscope("restarts", "iris", "-k", "3", "--runs", "3")
    let lines = outcome.output.split(separator: "\n")
    #expect(lines[1] == "EM full K=3, 3 runs from random-points, seeds 1 to 3")
    #expect(lines[2].split(separator: " ").first == "optimum")
    #expect(lines[3].contains("100.0%"))
  }

  @Test func `compare all starting rules`() throws {
    let outcome = try emscope("starts", "iris", "-k", "3", "--runs", "2")
    #expect(outcome.status == 0)
    let rows = outcome.output.split(separator: "\n").dropFirst(3)
    let names = rows.map { String($0.split(separator: " ")[0]) }
    #expect(names == StartingRule.all.map(\.name))
    #expect(try #require(rows.first { $0.contains("stacked") }).contains("0.0%"))
  }
}
