import Foundation
import MixtureEngine
import TestSupport
import Testing

/// Many runs without a screen.
@Suite(.waiting) struct `Restarts on the command line` {
  private struct Report: Decodable {
    struct Optimum: Decodable {
      var logLikelihood: Double?
      var distortion: Double?
      var runs: Int
      var share: Double
      var shareInterval: [Double]
      var medianIterations: Double
      var status: String
      var parameters: FitJSON.Parameters
      var exampleSeed: UInt64
    }
    struct Row: Decodable {
      var seed: UInt64
      var logLikelihood: Double?
      var distortion: Double?
      var iterations: Int
      var status: String
      var optimum: Int?
    }
    struct Starts: Decodable {
      var found: Int
      var most: Int?
    }
    var runs: Int
    var collapsed: Int
    var startsFor95: Starts?
    var optima: [Optimum]
    var rows: [Row]
    var note: String?
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

  @Test(arguments: [
    "old-faithful -k 4 --runs 40 --seed 3", "old-faithful -k 3 --model k-means --runs 9",
  ])
  func `have a row for each run, in JSON as in CSV`(line: String) throws {
    let report = try Self.report(line)
    #expect(
      report.rows.map(\.seed)
        == Array(report.rows[0].seed..<report.rows[0].seed + UInt64(report.runs)))
    for (number, optimum) in report.optima.enumerated() {
      let members = report.rows.filter { $0.optimum == number + 1 }
      #expect(members.count == optimum.runs)
      #expect(members.first?.seed == optimum.exampleSeed)
      for row in members {
        #expect((row.logLikelihood == nil) == (row.distortion != nil))
        let (value, best) = (
          row.logLikelihood ?? -(row.distortion ?? 0),
          optimum.logLikelihood ?? -(optimum.distortion ?? 0)
        )
        #expect(value <= best && value > best - 0.01 * abs(best))
        #expect(row.status == "converged")
      }
    }
    #expect(report.rows.filter { $0.optimum == nil }.count == report.collapsed)
    #expect(report.rows.allSatisfy { ($0.optimum == nil) == ($0.status == "collapsed") })
    let csv = try emscope(
      ["restarts"] + line.split(separator: " ").map(String.init) + ["--format", "csv"])
    let lines = csv.output.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let value = report.rows[0].distortion == nil ? "log_likelihood" : "distortion"
    #expect(lines[0].joined(separator: " ") == "seed \(value) iterations status optimum")
    #expect(lines.count == report.runs + 1)
    for (row, line) in zip(report.rows, lines.dropFirst()) {
      #expect(
        line.map(String.init) == [
          "\(row.seed)", "\(row.logLikelihood ?? row.distortion ?? 0)", "\(row.iterations)",
          row.status,
          row.optimum.map { "\($0)" } ?? "",
        ])
    }
  }

  @Test func `say how many starts are enough, and how sure a share is`() throws {
    let report = try Self.report("old-faithful -k 3 --runs 100")
    let best = try #require(report.optima.first)
    let starts = try #require(report.startsFor95)
    let p = best.share
    #expect(1 - pow(1 - p, Double(starts.found)) >= 0.95)
    #expect(1 - pow(1 - p, Double(starts.found - 1)) < 0.95)
    #expect(try #require(starts.most) > starts.found)
    for optimum in report.optima {
      #expect(optimum.shareInterval[0] < optimum.share && optimum.share < optimum.shareInterval[1])
    }
    let table = try emscope("restarts", "old-faithful", "-k", "3").output
    #expect(table.contains("with a chance of 95 % by \(starts.found) starts"))
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

  @Test func `of a rule that draws nothing are one, and say so`() throws {
    let report = try Self.report("old-faithful -k 3 --start principal-axis --runs 50")
    #expect(report.runs == 1 && report.rows.count == 1)
    #expect(try #require(report.note).contains("principal-axis draws nothing"))
    #expect(report.startsFor95?.found == 1 && report.startsFor95?.most == 1)
    let text = try emscope(
      "restarts", "old-faithful", "-k", "3", "--start", "principal-axis"
    ).output
    #expect(text.contains("EM full K=3, 1 run from principal-axis, seed 1\n"))
    #expect(text.contains("principal-axis draws nothing") && !text.contains("with a chance of"))
    #expect(try Self.report("old-faithful -k 3 --runs 2").note == nil)
  }

  @Test func `of all rules say which have one run`() throws {
    struct Rules: Decodable {
      struct Rule: Decodable {
        var rule: String
        var runs: Int
        var note: String?
        var flaw: String?
      }
      var runs: Int
      var rules: [Rule]
    }
    let outcome = try emscope(
      "starts", "iris", "-k", "3", "--runs", "2", "--format", "json")
    let report = try JSONDecoder().decode(Rules.self, from: Data(outcome.output.utf8))
    #expect(report.runs == 2)
    for row in report.rules {
      #expect(row.runs == (row.note == nil ? 2 : 1), "\(row.rule)")
    }
    #expect(
      report.rules.filter { $0.note != nil }.map(\.rule) == [
        "principal-axis", "stacked", "hierarchical",
      ])
    #expect(report.rules.first { $0.rule == "stacked" }?.flaw == "degenerate")
    #expect(report.rules.first { $0.rule == "hierarchical" }?.flaw == nil)
  }

  @Test func `compare all starting rules`() throws {
    let outcome = try emscope("starts", "iris", "-k", "3", "--runs", "1")
    #expect(outcome.status == 0)
    let rows = outcome.output.split(separator: "\n").dropFirst(3)
      .prefix(StartingRule.all.count)
    let names = rows.map { String($0.split(separator: " ")[0]) }
    #expect(names == StartingRule.all.map(\.name))
    let stacked = try #require(rows.first { $0.contains("stacked") })
    #expect(stacked.contains("0.0%") && stacked.hasSuffix("degenerate"))
    #expect(outcome.output.contains("One run each of rules that draw nothing: "))
  }
}
