import Foundation
import TestSupport
import Testing

/// `--weight-column` beside a file in which each row is there as often as it counts.
@Suite(.waiting) struct `A column of weights, from the file to every result` {
  private struct Fit: Decodable {
    struct Weights: Decodable {
      var column: String
      var total: Double
    }
    struct Parameters: Decodable {
      var weights: [Double]
      var means: [[Double]]
    }
    var points: Int
    var weights: Weights?
    var logLikelihood: [Double]?
    var distortion: [Double]?
    var adjustedRandIndex: Double?
    var parameters: Parameters
  }

  /// Both files: rows with a count, and the rows repeated.
  private func files() throws -> (once: String, repeated: String) {
    var (once, repeated) = ("x,y,kind,count\n", "x,y,kind\n")
    for n in 0..<60 {
      let angle = Double(n) * 2.399963
      let shift = n % 2 == 0 ? 0.0 : 4.0
      let row = "\(shift + cos(angle) * Double(n % 7) / 4),\(shift + sin(angle)),k\(n % 2)"
      let count = 1 + n % 3
      once += "\(row),\(count)\n"
      repeated += String(repeating: "\(row)\n", count: count)
    }
    return (
      try temporaryFile("once.csv", once), try temporaryFile("repeated.csv", repeated)
    )
  }

  private func fit(_ arguments: [String]) throws -> Fit {
    let outcome = try emscope(["fit"] + arguments + ["--format", "json"])
    #expect(outcome.status == 0, "\(outcome.error)")
    return try JSONDecoder().decode(Fit.self, from: Data(outcome.output.utf8))
  }

  @Test(arguments: [
    "--covariance full", "--covariance tied", "--model k-means", "--model student-t",
    "--model noise", "--model lines", "--model dial",
  ])
  func `gives what the repeated rows give`(model: String) throws {
    let (once, repeated) = try files()
    let shared = [
      "--start", "principal-axis", "--iterations", "6", "--tolerance", "0", "--label-column",
      "kind",
    ]
    let options = shared + model.split(separator: " ").map(String.init)
    let a = try fit([once, "--weight-column", "count"] + options)
    let b = try fit([repeated] + options)
    #expect(a.points == 60 && b.points == 120)
    #expect(a.weights?.column == "count" && a.weights?.total == 120 && b.weights == nil)
    let traces = zip(
      a.logLikelihood ?? a.distortion ?? [], b.logLikelihood ?? b.distortion ?? [])
    #expect(Array(traces).count == 7)
    for (x, y) in traces { #expect(abs(x - y) < 1e-9 * max(1, abs(y))) }
    for (x, y) in zip(a.parameters.weights, b.parameters.weights) { #expect(abs(x - y) < 1e-9) }
    for (x, y) in zip(a.parameters.means.joined(), b.parameters.means.joined()) {
      #expect(abs(x - y) < 1e-9)
    }
    let index = try #require(a.adjustedRandIndex)
    #expect(abs(index - (b.adjustedRandIndex ?? .nan)) < 1e-12)
  }

  @Test func `is named in the title, and W stands for N`() throws {
    let (once, _) = try files()
    let wide = try emscope(
      "render", once, "--weight-column", "count", "--size", "100x30", "--keys", "4 f e")
    #expect(wide.output.contains("once.csv N=60 W=120 (weights count)"))
    #expect(wide.output.contains("(β = −W)") && !wide.output.contains("Nₖ / N"))
  }

  @Test func `belongs to every command that takes data`() throws {
    let (once, _) = try files()
    for line in ["fit", "fit -k 1..2", "restarts --runs 3", "starts --runs 2"] {
      let words = line.split(separator: " ").map(String.init)
      let outcome = try emscope(
        words.prefix(1) + [once, "--weight-column", "count"] + words.dropFirst())
      #expect(
        outcome.output.contains("60 points, x and y, weights count (total 120)"),
        "\(line): \(outcome.error)")
    }
  }

  @Test func `that cannot count is refused with its place`() throws {
    let file = try temporaryFile("bad.csv", "x,y,w\n1,2,1\n3,4,-2\n")
    let outcome = try emscope("fit", file, "--weight-column", "w", "-k", "1")
    #expect(outcome.status == 1 && outcome.output.isEmpty)
    #expect(outcome.error.contains("bad.csv, line 3, column w: '-2' is no weight; give"))
  }
}
