import Foundation
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
    (#"{"means": [[1, 2], [3]]}"#, "means[1] has 1 entries"),
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
