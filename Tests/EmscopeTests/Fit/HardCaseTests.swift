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
}
