import Foundation
import TestSupport
import Testing

/// The way out on the command line.
@Suite(.waiting) struct `Escapes on the command line` {
  private struct Report: Decodable {
    struct From: Decodable {
      var logLikelihood: Double?
      var iterations: Int
      var status: String
      var parameters: FitJSON.Parameters
    }
    struct Move: Decodable {
      var merge: [Int]
      var split: Int
      var logLikelihood: Double?
      var distortion: Double?
      var gain: Double
      var iterations: Int
      var parameters: FitJSON.Parameters
    }
    struct Collapsed: Decodable {
      var merge: [Int]
      var split: Int
    }
    struct Reason: Decodable {
      var covers: Int
      var share: [Int]
    }
    var components: Int
    var from: From
    var reason: Reason?
    var moves: [Move]
    var collapsed: [Collapsed]
    var note: String?
  }

  private static func report(_ line: String) throws -> Report {
    let outcome = try emscope(
      ["escape"] + line.split(separator: " ").map(String.init) + ["--format", "json"])
    #expect(outcome.status == 0, "\(outcome.error)")
    return try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8))
  }

  @Test(arguments: [
    ("old-faithful", 3, -1127.07, -1114.44), ("two-pairs", 4, -968.11, -923.01),
    ("iris", 3, -209.70, -134.14), ("penguins", 3, -1669.38, -1634.19),
  ])
  func `lead from the stuck starts to the best known optimum`(
    data: String, k: Int, from: Double, best: Double
  ) throws {
    let report = try Self.report("\(data) --start \(data)-\(k)-stuck")
    #expect(report.components == k)
    #expect(abs(try #require(report.from.logLikelihood) - from) < 0.0075)
    let first = try #require(report.moves.first)
    let reached = try #require(first.logLikelihood)
    #expect(abs(reached - best) < 0.0075)
    #expect(abs(first.gain - (reached - (report.from.logLikelihood ?? 0))) < 1e-9)
    // Four moves of the two pairs are equally good, and none shows two groups.
    #expect(report.reason?.covers == (data == "two-pairs" ? nil : first.split))
    #expect(report.reason?.share == (data == "two-pairs" ? nil : first.merge))
    #expect(report.moves.count + report.collapsed.count == k * (k - 1) * (k - 2) / 2)
    for move in report.moves {
      #expect(Set(move.merge + [move.split]).count == 3)
      #expect((move.merge + [move.split]).allSatisfy { (1...k).contains($0) })
      #expect(move.parameters.weights.count == k)
    }
    let gains = report.moves.map(\.gain)
    #expect(gains == gains.sorted(by: >))
  }

  @Test func `begin where fit ends`() throws {
    let report = try Self.report("iris -k 3 --seed 7")
    let fit = try FitJSON("iris -k 3 --seed 7")
    #expect(report.from.logLikelihood == fit.logLikelihood?.last)
    #expect(report.from.iterations == fit.iterations)
    #expect(report.from.parameters.means == fit.parameters.means)
  }

  @Test func `of k-means report the distortion`() throws {
    let report = try Self.report("two-pairs --model k-means --seed 1")
    let gains = report.moves.map(\.gain)
    #expect(gains == gains.sorted(by: >))
    #expect(report.moves.allSatisfy { $0.distortion != nil && $0.logLikelihood == nil })
  }

  @Test func `are told to people with the reason`() throws {
    let text = try emscope("escape", "old-faithful", "--start", "old-faithful-3-stuck").output
    #expect(text.contains("EM full K=3, start random-points seed 1\n"))
    #expect(
      text.contains(
        "Component 1 is better as two, and 2 and 3 as one: to mend that gains 12.63"))
    #expect(text.contains("merge  split  log-likelihood    gain  iterations     status\n"))
    #expect(text.contains("  2+3      1    -1114.439873  +12.63"))
    let best = try emscope("escape", "old-faithful", "--start", "old-faithful-3-good").output
    #expect(best.contains("\nNo move leads to a better optimum.\n"))
    let csv = try emscope("escape", "iris", "-k", "3", "--format", "csv").output
    #expect(csv.hasPrefix("merge_1,merge_2,split,log_likelihood,gain,iterations,status\n"))
  }

  @Test(arguments: [1, 2]) func `need three components, and say so`(k: Int) throws {
    let report = try Self.report("old-faithful -k \(k)")
    #expect(report.moves.isEmpty && report.reason == nil)
    let reason = "it takes two components to merge and a third to split"
    #expect(try #require(report.note).contains(reason))
    let text = try emscope("escape", "old-faithful", "-k", "\(k)")
    #expect(text.status == 0 && text.output.contains(reason))
    #expect(try Self.report("old-faithful -k 3").note == nil)
  }

  @Test(arguments: [
    ("iris --start old-faithful-3-stuck", 1, "is a start on old-faithful, not on iris"),
    ("old-faithful -k 2 --start old-faithful-3-stuck", 1, "has 3 components but -k is 2"),
    ("old-faithful --start old-faithful-3-collapsing", 1, "so there is no optimum to leave"),
    ("old-faithful -k 300", 1, "choose a -k of at most 255"),
    ("old-faithful -k 0", 2, "at least 1 component"),
    ("no-such-data", 1, "no-such-data"),
    ("old-faithful --start nowhere", 2, "no such starting rule"),
    ("old-faithful --restarts 5", 2, "--restarts"),
  ])
  func `refuse in a sentence`(line: String, status: Int32, sentence: String) throws {
    let outcome = try emscope(["escape"] + line.split(separator: " ").map(String.init))
    #expect(outcome.status == status)
    #expect(outcome.output.isEmpty)
    #expect(outcome.error.contains(sentence), "\(outcome.error)")
  }
}
