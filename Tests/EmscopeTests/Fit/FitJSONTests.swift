import Foundation
import Testing

/// The object that `fit --format json` prints.
struct FitJSON: Decodable {
  struct Parameters: Decodable {
    var weights: [Double]
    var means: [[Double]]
    var covariances: [[[Double]]]
  }
  struct Collapse: Decodable {
    var component: Int
    var reason: String
  }

  var dataset: String
  var points: Int
  var skippedRows: Int
  var notes: [String]
  var columns: [String]
  var model: String
  var covariance: String?
  var components: Int
  var start: String
  var seed: UInt64?
  var iterations: Int
  var logLikelihood: [Double]?
  var lowerBound: [Double?]?
  var distortion: [Double]?
  var status: String
  var observedLabels: Int?
  var heldLabels: Int?
  var adjustedRandIndex: Double?
  var collapse: Collapse?
  var parameters: Parameters
  var assignments: [Int]?
  var responsibilities: [[Double]]?

  /// Runs `fit` with these arguments.
  init(_ line: String, input: String = "") throws {
    let arguments = ["fit"] + line.split(separator: " ").map(String.init)
    let outcome = try emscope(arguments + ["--format", "json"], input: input)
    #expect(outcome.status == 0, "\(outcome.error)")
    self = try JSONDecoder().decode(FitJSON.self, from: Data(outcome.output.utf8))
    #expect(outcome.error == notes.map { "emscope: \($0)\n" }.joined())
  }
}

struct FitJSONTests {
  /// The keys that a result had when its form was first published, in their order.
  static let firstKeys = [
    "dataset", "points", "skippedRows", "notes", "columns", "model", "covariance", "components",
    "start", "seed", "iterations", "logLikelihood", "lowerBound", "status", "parameters",
  ]

  @Test(arguments: ["em", "student-t", "noise", "lines", "dial"])
  func `keep their keys in their order`(model: String) throws {
    let outcome = try emscope("fit", "old-faithful", "--model", model, "--format", "json")
    let keys = outcome.output.split(separator: "\n").compactMap {
      $0.firstMatch(of: #/^  "([a-zA-Z_]+)": /#).map { String($0.1) }
    }
    #expect(keys.filter(Self.firstKeys.contains) == Self.firstKeys)
    #expect(
      Set(keys).subtracting(Self.firstKeys)
        == [
          "freeParameters", "bic", "aic", "icl", "wouldStop", "startCovariance", "startWeights",
          "startIterations", "algorithm", "passes", "leastVarianceRatio", "smallestMass",
          "spurious",
        ])
    let first = #"  "parameters": {"weights": ["#
    let parameters = outcome.output.split(separator: "\n").first { $0.hasPrefix(first) }
    #expect(parameters?.contains(#"], "means": [["#) == true)
    #expect(parameters?.contains(#"]], "covariances": ["#) == true)
  }

  @Test func `Old Faithful has its published optimum`() throws {
    let fit = try FitJSON("old-faithful --seed 3")
    #expect(fit.dataset == "old-faithful")
    #expect(fit.points == 272)
    #expect(fit.columns == ["eruption_minutes", "waiting_minutes"])
    #expect(fit.model == "em")
    #expect(fit.covariance == "full")
    #expect(fit.components == 2)
    #expect(fit.start == "random-points")
    #expect(fit.seed == 3)
    #expect(fit.status == "converged")
    let last = try #require(fit.logLikelihood?.last)
    #expect(abs(last - -1130.263960) < 1e-6)
    #expect(fit.parameters.weights.map { ($0 * 1e5).rounded() }.sorted() == [35587, 64413])
  }

  @Test func `entry t belongs to the parameters after t iterations`() throws {
    let long = try FitJSON("old-faithful -k 3 --tolerance 0 --iterations 12")
    #expect(long.status == "iterationLimit")
    #expect(long.iterations == 12)
    let trace = try #require(long.logLikelihood)
    let bound = try #require(long.lowerBound)
    #expect(trace.count == 13)
    #expect(bound.count == 13)
    #expect(bound[0] == nil)
    for t in 1...12 {
      let lower = try #require(bound[t])
      #expect(lower <= trace[t] + 1e-9)
      #expect(lower >= trace[t - 1] - 1e-9)
    }
    for t in [0, 5] {
      let short = try FitJSON("old-faithful -k 3 --tolerance 0 --iterations \(t)")
      #expect(short.logLikelihood == Array(trace.prefix(t + 1)))
    }
  }

  @Test func `k-means has its distortion in the place of the likelihood`() throws {
    let fit = try FitJSON("old-faithful --model k-means --start k-means++")
    #expect(fit.logLikelihood == nil)
    #expect(fit.lowerBound == nil)
    #expect(fit.covariance == nil)
    let trace = try #require(fit.distortion)
    #expect(trace == trace.sorted(by: >))
    #expect(abs(trace[trace.count - 1] - 8901.768721) < 1e-5)
    #expect(abs(fit.parameters.weights.reduce(0, +) - 1) < 1e-12)
  }

  @Test func `assignments and responsibilities agree`() throws {
    let fit = try FitJSON("iris --assignments --responsibilities --iterations 5")
    let assignments = try #require(fit.assignments)
    let responsibilities = try #require(fit.responsibilities)
    #expect(assignments.count == 150)
    #expect(responsibilities.count == 150)
    for (label, row) in zip(assignments, responsibilities) {
      #expect(abs(row.reduce(0, +) - 1) < 1e-12)
      #expect(row[label] == row.max())
    }
  }

  @Test func `equal seeds print equal results, other seeds others`() throws {
    let first = try emscope("fit", "mouse", "--format", "json", "--seed", "5")
    #expect(try emscope("fit", "mouse", "--format", "json", "--seed", "5").output == first.output)
    #expect(try emscope("fit", "mouse", "--format", "json", "--seed", "6").output != first.output)
  }

  @Test func `rows with gaps are counted`() throws {
    let fit = try FitJSON("penguins")
    #expect(fit.points == 342)
    #expect(fit.skippedRows == 2)
  }

  @Test func `the keys come in one order`() throws {
    let output = try emscope("fit", "old-faithful", "--format", "json", "--assignments").output
    let keys = output.matches(of: #/\n  "(\w+)"/#).map { String($0.1) }
    #expect(
      keys == [
        "dataset", "points", "skippedRows", "notes", "columns", "model", "covariance", "components",
        "start", "seed", "startCovariance", "startWeights", "startIterations", "iterations",
        "algorithm", "passes", "logLikelihood", "lowerBound", "status", "freeParameters",
        "bic", "aic", "icl", "wouldStop", "leastVarianceRatio", "smallestMass", "spurious",
        "parameters", "assignments",
      ])
  }
}
