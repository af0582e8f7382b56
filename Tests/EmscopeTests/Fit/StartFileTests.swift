import Foundation
import TestSupport
import Testing

struct StartFileTests {
  @Test func `a result is a start that goes on where it ended`() throws {
    let ten = try FitJSON("mouse --tolerance 0 --iterations 10")
    let four = try emscope(
      "fit", "mouse", "--tolerance", "0", "--iterations", "4", "--format", "json")
    let file = try temporaryFile("start.json", four.output)
    let six = try FitJSON("mouse --tolerance 0 --iterations 6 --start-file \(file)")
    #expect(six.start == "file")
    #expect(six.seed == nil)
    #expect(six.logLikelihood == ten.logLikelihood.map { Array($0.dropFirst(4)) })
    #expect(six.parameters.means == ten.parameters.means)
  }

  @Test func `the parameters of a start are taken to the last digit`() throws {
    let file = try temporaryFile(
      "start.json",
      """
      {"weights": [0.1, 0.9], "means": [[2.123456789012345, 54], [4.25, 80]],
       "covariances": [[[0.07, 0.4], [0.4, 33.7]], [[0.17, 0.94], [0.94, 36]]]}
      """)
    let fit = try FitJSON("old-faithful --iterations 0 --start-file \(file)")
    #expect(fit.parameters.weights == [0.1, 0.9])
    #expect(fit.parameters.means == [[2.123456789012345, 54], [4.25, 80]])
    #expect(fit.parameters.covariances[0] == [[0.07, 0.4], [0.4, 33.7]])
    #expect(fit.status == "iterationLimit")
  }

  @Test func `k-means needs the means alone`() throws {
    let file = try temporaryFile("start.json", #"{"means": [[2, 50], [4, 80]]}"#)
    let fit = try FitJSON("old-faithful --model k-means --start-file \(file)")
    #expect(fit.components == 2)
    let start = try emscope("fit", "old-faithful", "--start-file", file)
    #expect(start.status == 1)
    #expect(
      start.error
        == "emscope: \(file.suffix(200).description.shortened): 'weights' is missing; give one for each mean.\n"
    )
  }

  /// Entries at fault, and what the sentence says of them.
  static let faults: [(json: String, reason: String)] = [
    ("not json", "this is not JSON"),
    ("[1, 2]", "the outermost value is not what belongs there"),
    ("{}", "'means' is missing"),
    (#"{"means": []}"#, "'means' is missing"),
    (#"{"means": [[1, 2], [3]]}"#, "means[1] has 1 entry, and means[0] has 2"),
    (#"{"means": [[1, "a"]]}"#, "means[0][1] is not what belongs there"),
    (#"{"means": [[1, NaN]]}"#, "this is not JSON"),
    (#"{"means": [[1, 1e999]]}"#, "means[0][1] is not a number that fits there"),
    (#"{"means": [[1, null]]}"#, "means[0][1] is not"),
    (#"{"means": [[1, 1e200]]}"#, "means[0] lies beyond 1e151"),
    (theta(weights: "[0.5]"), "there are 2 means but 1 weights"),
    (theta(weights: "[1.5, -0.5]"), "weights[1] is -0.5; a weight cannot be negative"),
    (theta(weights: "[0.5, 0.4]"), "the weights sum to 0.9"),
    (theta(covariances: "[[[1, 0], [0, 1]]]"), "there are 2 means but 1 covariances"),
    (
      theta(covariances: "[[[1, 0], [0, 1]], [[1, 0, 0], [0, 1, 0]]]"),
      "covariances[1] is not two rows of two"
    ),
    (
      theta(covariances: "[[[1, 0], [0, 1]], [[1, 0.5], [0.4, 1]]]"),
      "covariances[1] is not symmetric"
    ),
    (
      theta(covariances: "[[[1, 0], [0, 1]], [[1, 2], [2, 1]]]"),
      "covariances[1] is not positive definite"
    ),
    (
      theta(covariances: "[[[0, 0], [0, 1]], [[1, 0], [0, 1]]]"),
      "covariances[0] is not positive definite"
    ),
  ]

  static func theta(
    weights: String = "[0.5, 0.5]",
    covariances: String = "[[[1, 0], [0, 1]], [[1, 0], [0, 1]]]"
  ) -> String {
    #"{"weights": \#(weights), "means": [[2, 50], [4, 80]], "covariances": \#(covariances)}"#
  }

  @Test(arguments: faults.indices)
  func `an entry at fault is named`(index: Int) throws {
    let file = try temporaryFile("start.json", Self.faults[index].json)
    let outcome = try emscope("fit", "old-faithful", "--start-file", file)
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
    #expect(outcome.error.contains(": " + Self.faults[index].reason), "\(outcome.error)")
  }

  @Test func `-k has to agree with the file`() throws {
    let file = try temporaryFile("start.json", Self.theta())
    #expect(try emscope("fit", "old-faithful", "-k", "2", "--start-file", file).status == 0)
    let outcome = try emscope("fit", "old-faithful", "-k", "3", "--start-file", file)
    #expect(outcome.status == 1)
    #expect(outcome.error.contains("has 2 components but -k is 3"))
  }
}

extension String {
  /// A path as messages show it.
  var shortened: String { count > 60 ? prefix(60) + "..." : self }
}

/// A result of any model, taken up by the command itself.
@Suite(.waiting) struct `A result that starts a run` {
  private func object(_ text: String) throws -> [String: Any] {
    try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
  }

  private func fit(_ words: String) throws -> (text: String, members: [String: Any]) {
    let outcome = try emscope(
      ["fit"] + words.split(separator: " ").map(String.init) + ["--format", "json"])
    #expect(outcome.status == 0 && outcome.error.isEmpty, "\(outcome.error)")
    return (outcome.output, try object(outcome.output))
  }

  /// The text of an entry at the outermost level.
  private func entry(_ name: String, of text: String) -> Substring? {
    text.split(separator: "\n").first { $0.hasPrefix("  \"\(name)\": ") }
      .map { $0.hasSuffix(",") ? $0.dropLast() : $0 }
  }

  @Test(arguments: [
    "--model em --covariance tied", "--model em --covariance shared-spherical --observe-labels 0.1",
    "--model k-means", "--model dial", "--model student-t", "--model noise --covariance diagonal",
    "--model lines", "--model em --variance-floor 0.5",
  ])
  func `is there to the last digit, and goes on as it would have`(model: String) throws {
    let line = "penguins --tolerance 0 \(model)"
    let four = try fit("\(line) -k 3 --seed 2 --iterations 4")
    let file = try temporaryFile("r.json", four.text)
    let again = try fit("\(line) --start-file \(file) --iterations 0")
    for name in ["parameters", "freeParameters", "bic", "aic", "icl", "variance_floor"] {
      #expect(entry(name, of: again.text) == entry(name, of: four.text), "\(name)")
    }
    let seven = try fit("\(line) -k 3 --seed 2 --iterations 7")
    let three = try fit("\(line) -k 3 --start-file \(file) --iterations 3")
    #expect(entry("parameters", of: three.text) == entry("parameters", of: seven.text))
    let trace = seven.members["logLikelihood"] == nil ? "distortion" : "logLikelihood"
    let (late, whole) = (
      three.members[trace] as? [Double] ?? [], seven.members[trace] as? [Double] ?? []
    )
    #expect(late.count == 4 && late == Array(whole.dropFirst(4)))
    // The picture of it is that of the run that it goes on.
    let render = try emscope(
      ["render"] + line.split(separator: " ").map(String.init)
        + ["--start-file", file, "--keys", "Space", "--size", "80x24"])
    #expect(render.status == 0, "\(render.error)")
  }

  @Test func `of another model says what is lost`() throws {
    let lines = try fit("penguins --model lines -k 2")
    let file = try temporaryFile("r.json", lines.text)
    let outcome = try emscope("fit", "penguins", "--start-file", file, "--format", "json")
    #expect(outcome.status == 0)
    #expect(outcome.error.contains("has lines; EM begins with Gaussians fitted to their points."))
    #expect(outcome.error.split(separator: "\n").count == 1)
  }

  @Test(arguments: ["0", "-1", "nan", "inf"])
  func `has a floor that is a positive number`(floor: String) throws {
    let outcome = try emscope("fit", "mouse", "--variance-floor", floor)
    #expect(outcome.status == 2)
    #expect(outcome.error.contains("--variance-floor is"), "\(outcome.error)")
  }
}
