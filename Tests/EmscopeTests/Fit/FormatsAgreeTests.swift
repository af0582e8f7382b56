import Foundation
import TestSupport
import Testing

/// One fit in each format has the same numbers in the columns that say what they are.
@Suite(.waiting) struct `The formats of a fit` {
  /// What JSON says; components without a covariance have `null`.
  private struct Fit: Decodable {
    struct Parameters: Decodable {
      var weights: [Double]
      var means: [[Double]]
      var covariances: [[[Double]]?]
    }
    var iterations: Int
    var logLikelihood: [Double]?
    var lowerBound: [Double?]?
    var distortion: [Double]?
    var parameters: Parameters
    var assignments: [Int]?
    var responsibilities: [[Double]]?
  }

  /// Points that differ in both coordinates and in their spread along each.
  private static let points: [[Double]] = (0..<90).map { n in
    let (cloud, angle) = (Double(n % 3), Double(n) * 2.399963)
    let radius = (Double(n / 3) + 0.5).squareRoot() / 4
    let (u, v) = (radius * cos(angle), radius * sin(angle))
    return [5 * cloud + u, 40 - 7 * cloud * cloud + 3 * v + u]
  }

  private static let csv =
    "a,b\n" + points.map { "\($0[0]),\($0[1])" }.joined(separator: "\n") + "\n"

  static let runs = [
    "-k 3", "-k 2 --covariance tied", "-k 3 --model student-t",
    "-k 2 --model noise", "-k 2 --model lines", "-k 3 --model k-means", "-k 3 --iterations 0",
  ]

  private func output(_ line: String) throws -> String {
    let outcome = try emscope(
      ["fit", "-"] + line.split(separator: " ").map(String.init), input: Self.csv)
    #expect(outcome.status == 0, "\(outcome.error)")
    return outcome.output
  }

  private func json(_ line: String) throws -> Fit {
    try JSONDecoder().decode(Fit.self, from: Data(output("\(line) --format json").utf8))
  }

  /// The columns of a table in CSV by their names; empty fields are `nil`.
  private func table(_ line: String) throws -> [String: [Double?]] {
    let rows = try output("\(line) --format csv").split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    var columns: [String: [Double?]] = [:]
    for (place, name) in rows[0].enumerated() {
      columns[name] = rows.dropFirst().map { row in
        #expect(row.count == rows[0].count)
        let value = Double(row[place])
        #expect(
          (value == nil) == ["", "true", "false", "spurious", "degenerate"].contains(row[place]),
          "\(row[place])")
        return value
      }
    }
    return columns
  }

  @Test(arguments: runs)
  func `have the parameters in CSV and in JSON alike`(run: String) throws {
    let (table, parameters) = (try table(run), try json(run).parameters)
    let count = parameters.weights.count
    #expect(
      Set(table.keys) == [
        "component", "weight", "mean_x", "mean_y", "covariance_xx", "covariance_xy",
        "covariance_yy",
      ])
    #expect(table["component"] == (0..<count).map { Double($0) })
    #expect(table["weight"] == parameters.weights)
    #expect(table["mean_x"] == parameters.means.map { $0[0] })
    #expect(table["mean_y"] == parameters.means.map { $0[1] })
    #expect(table["covariance_xx"] == parameters.covariances.map { $0?[0][0] })
    #expect(table["covariance_xy"] == parameters.covariances.map { $0?[0][1] })
    #expect(table["covariance_xy"] == parameters.covariances.map { $0?[1][0] })
    #expect(table["covariance_yy"] == parameters.covariances.map { $0?[1][1] })
  }

  @Test(arguments: runs)
  func `have the trace in CSV and in JSON alike`(run: String) throws {
    let (table, fit) = (try table("\(run) --trace"), try json(run))
    #expect(table["iteration"] == (0...fit.iterations).map { Double($0) })
    #expect(table["log_likelihood"] == fit.logLikelihood)
    #expect(table["lower_bound"] == fit.lowerBound)
    #expect(table["distortion"] == fit.distortion)
    #expect(table.count == (fit.distortion == nil ? 3 : 2))
  }

  @Test(arguments: runs)
  func `have the points with their components and responsibilities alike`(run: String) throws {
    let fit = try json("\(run) --assignments --responsibilities")
    let (assigned, shared) = (
      try table("\(run) --assignments"), try table("\(run) --responsibilities")
    )
    for table in [assigned, shared] {
      #expect(table["x"] == Self.points.map { $0[0] })
      #expect(table["y"] == Self.points.map { $0[1] })
    }
    #expect(assigned["component"] == fit.assignments?.map { Double($0) })
    let q = try #require(fit.responsibilities)
    for k in q[0].indices { #expect(shared["q\(k)"] == q.map { $0[k] }) }
    #expect(shared.count == 2 + q[0].count && assigned.count == 3)
  }

  @Test(arguments: runs)
  func `have the table for people say the same, rounded`(run: String) throws {
    let (text, parameters) = (try output(run), try json(run).parameters)
    let rows = text.split(separator: "\n").map { $0.split(separator: " ") }
    let head = try #require(rows.firstIndex { $0.first == "component" })
    let matrix = run.contains("student-t") ? "scale" : "cov"
    #expect(
      rows[head].joined(separator: " ")
        == "component weight mean x mean y \(matrix) xx \(matrix) xy \(matrix) yy")
    for k in parameters.weights.indices {
      let s = parameters.covariances[k]
      let numbers =
        [Double(k + 1), parameters.weights[k]] + parameters.means[k]
        + (s.map { [$0[0][0], $0[0][1], $0[1][1]] } ?? [])
      let shown = rows[head + 1 + k].compactMap { Double($0) }
      #expect(shown.count == numbers.count)
      for (number, shown) in zip(numbers, shown) {
        #expect(abs(number - shown) <= 1e-5 * abs(number) + 1e-300, "\(number)")
      }
    }
  }

  @Test func `have parameters that follow from the responsibilities before`() throws {
    let options = "-k 3 --tolerance 0 --responsibilities"
    let q = try #require(try json("\(options) --iterations 3").responsibilities)
    let parameters = try json("\(options) --iterations 4").parameters
    for k in 0..<3 {
      let mass = q.reduce(0) { $0 + $1[k] }
      func average(_ value: ([Double]) -> Double) -> Double {
        zip(q, Self.points).reduce(0) { $0 + $1.0[k] * value($1.1) } / mass
      }
      let (x, y) = (average { $0[0] }, average { $0[1] })
      #expect(abs(parameters.weights[k] - mass / 90) < 1e-12)
      #expect(abs(parameters.means[k][0] - x) < 1e-9 && abs(parameters.means[k][1] - y) < 1e-9)
      let s = try #require(parameters.covariances[k])
      #expect(abs(s[0][0] - average { ($0[0] - x) * ($0[0] - x) }) < 1e-9)
      #expect(abs(s[0][1] - average { ($0[0] - x) * ($0[1] - y) }) < 1e-9)
      #expect(abs(s[1][1] - average { ($0[1] - y) * ($0[1] - y) }) < 1e-9)
    }
  }

  /// What a comparison of several K says of one of them.
  private struct Choice: Decodable {
    var components: Double?
    var logLikelihood: Double?
    var freeParameters: Double?
    var bic: Double?
    var aic: Double?
    var icl: Double?
    var distortion: Double?
    var seed: Double?
    var reached: Double?
    var collapsed: Double?
  }

  @Test(arguments: ["", "--covariance tied", "--model k-means"])
  func `compare several K alike`(options: String) throws {
    struct Comparison: Decodable { var choices: [Choice] }
    let line = "-k 1..3 --restarts 3 \(options)"
    let table = try table(line)
    let choices = try JSONDecoder().decode(
      Comparison.self, from: Data(output("\(line) --format json").utf8)
    ).choices
    #expect(choices.count == 3)
    for (column, key) in [
      ("components", \.components), ("log_likelihood", \.logLikelihood),
      ("free_parameters", \.freeParameters), ("bic", \.bic), ("aic", \.aic), ("icl", \.icl),
      ("distortion", \.distortion), ("seed", \.seed), ("reached", \.reached),
      ("collapsed", \.collapsed),
    ] as [(String, KeyPath<Choice, Double?>)] {
      let expected = choices.map { $0[keyPath: key] }
      #expect(table[column] ?? [nil, nil, nil] == expected, "\(column)")
      #expect((table[column] == nil) == expected.allSatisfy { $0 == nil }, "\(column)")
    }
  }

  /// What many runs say of one optimum.
  private struct Optimum: Decodable {
    var logLikelihood: Double
    var runs: Int
    var share: Double
    var shareInterval: [Double]
    var medianIterations: Double
    var status: String
    var spurious: [Int]
    var degenerate: Bool?
    var exampleSeed: Int

    /// What the table says of it.
    var state: String {
      degenerate ?? false ? "degenerate" : spurious.isEmpty ? status : "spurious"
    }
  }

  @Test func `print many starts alike`() throws {
    struct Report: Decodable { var optima: [Optimum] }
    let line = ["restarts", "-", "-k", "4", "--runs", "25"]
    let optima = try JSONDecoder().decode(
      Report.self, from: Data(emscope(line + ["--format", "json"], input: Self.csv).output.utf8)
    ).optima
    let rows = try emscope(line, input: Self.csv).output.split(separator: "\n")
      .map { $0.split(separator: " ") }
    let head = try #require(rows.firstIndex { $0.first == "optimum" })
    #expect(optima.count > 1)
    for (number, optimum) in optima.enumerated() {
      let expected = [
        "\(number + 1)", String(format: "%.6f", optimum.logLikelihood), "\(optimum.runs)",
        String(format: "%.1f%%", 100 * optimum.share),
        String(
          format: "%.1f–%.1f%%", 100 * optimum.shareInterval[0], 100 * optimum.shareInterval[1]),
        String(format: "%.0f", optimum.medianIterations), optimum.state, "\(optimum.exampleSeed)",
      ]
      #expect(rows[head + 1 + number].map(String.init) == expected)
    }
  }
}
