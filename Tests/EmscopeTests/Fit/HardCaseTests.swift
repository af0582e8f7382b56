import Foundation
import Testing

/// Data that no mixture fits well: an answer without NaN, or the status `collapsed`.
struct HardCaseTests {
  static let tables = [
    "identical points": Array(repeating: "3,4", count: 20),
    "points on a line": (0..<30).map { "\($0),\(2 * $0 + 1)" },
    "points on a level line": (0..<30).map { "\($0),7" },
    "tiny coordinates": (0..<30).map { "\($0 % 7)e-150,\(($0 * $0) % 11)e-150" },
    "huge coordinates": (0..<30).map { "\($0 % 7)e150,\(($0 * $0) % 11)e150" },
    "huge and tiny": (0..<30).map { "\($0 % 7)e150,\(($0 * $0) % 11)e-150" },
    "a large offset": (0..<30).map { "\(100_000_000 + $0 % 7),\(($0 * $0) % 11)" },
    "two points": ["1,2", "3,5"],
    "one point": ["1,2"],
    "ties and an outlier": Array(repeating: "1,1", count: 10) + ["1,2", "2,1", "1000,1000"],
  ]

  @Test(arguments: tables.keys.sorted(), ["em", "k-means"])
  func `hard data end in a status and in numbers`(name: String, model: String) throws {
    let rows = try #require(Self.tables[name])
    for k in 1...min(3, rows.count) {
      let fit = try FitJSON(
        "- -k \(k) --model \(model) --seed \(k)", input: rows.joined(separator: "\n"))
      #expect(["converged", "collapsed", "iterationLimit"].contains(fit.status))
      #expect((fit.status == "collapsed") == (fit.collapse != nil))
      #expect(fit.points == rows.count)
      #expect(fit.parameters.means.count == k)
    }
  }

  @Test func `a component left alone with an outlier collapses and is named`() throws {
    let fit = try FitJSON("outliers --start outlier -k 2")
    #expect(fit.status == "collapsed")
    #expect(fit.collapse?.reason == "singularCovariance")
  }

  @Test func `tied rows end at a saddle with twins, and the table says so`() throws {
    let rows = Array(repeating: ["1,2", "4,1", "3,5"], count: 4).flatMap { $0 }
    for seed in ["1", "2", "3", "4", "5", "6"] {
      let arguments = ["-", "-k", "2", "--start", "random-points", "--seed", seed]
      let input = rows.joined(separator: "\n")
      let text = try emscope(["fit"] + arguments, input: input).output
      let fit = try FitJSON(arguments.joined(separator: " "), input: input)
      let twins = fit.parameters.means[0] == fit.parameters.means[1]
      #expect(
        text.contains("at a saddle, where components 1 and 2 are identical") == twins, "\(text)")
    }
    let stacked = try emscope("fit", "old-faithful", "-k", "3", "--start", "stacked").output
    #expect(stacked.contains("at a saddle, where components 1, 2, and 3 are identical"))
    let heavy = try emscope("fit", "old-faithful", "--model", "student-t").output
    #expect(heavy.contains("scale xx") && !heavy.contains("cov xx"))
  }
}
