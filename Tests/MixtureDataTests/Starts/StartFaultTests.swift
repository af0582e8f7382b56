import MixtureEngine
import TestSupport
import Testing

@testable import MixtureData

/// The entries that only some models have.
@Suite struct `An entry of a model's own` {
  private static let points = PointSet([Point(x: 0, y: 0), Point(x: 1, y: 2), Point(x: 3, y: 1)])
  private static let two = #""weights": [0.5, 0.5], "means": [[0, 1], [2, 3]]"#
  private static let round = #""covariances": [[[1, 0], [0, 1]], [[1, 0], [0, 1]]]"#

  private static func lines(_ first: String) -> String {
    #"{\#(two), "covariances": [null, null], "lines": [\#(first), "#
      + #"{"intercept": 3, "slope": 0, "deviation": 1}]}"#
  }

  private static func noise(
    weight: String = "0.5", box: String = "[[0, 0], [3, 2]]", gaussians: String = "[1]",
    covariances: String = "[[[1, 0], [0, 1]], null]"
  ) -> String {
    #"{\#(two), "covariances": \#(covariances), "noise": {"weight": \#(weight), "#
      + #""box": \#(box), "gaussianWeights": \#(gaussians)}}"#
  }

  static let good = [
    lines(#"{"intercept": 1, "slope": 2, "deviation": 1}"#), noise(),
    #"{\#(two), \#(round), "matrices": "scale", "degreesOfFreedom": 4}"#,
    #"{\#(two), \#(round), "variance": 1}"#, #"{\#(two), "matrices": "scatter"}"#,
  ]

  static let faults = [
    (lines(#"{"intercept": 1, "slope": 2, "deviation": 0}"#), "lines[0].deviation is 0.0"),
    (lines(#"{"intercept": 1, "slope": 2, "deviation": -1}"#), "lines[0].deviation is -1.0"),
    (lines(#"{"intercept": 9, "slope": 2, "deviation": 1}"#), "lines[0].intercept is 9.0"),
    (lines(#"{"intercept": 1, "slope": 1e999, "deviation": 1}"#), "lines[0].slope is not"),
    (lines(#"{"intercept": 1, "deviation": 1}"#), "lines[0].slope is missing"),
    (#"{\#(two), "lines": []}"#, "there are 2 means but 0 lines"),
    (noise(weight: "1.5"), "noise.weight is 1.5"), (noise(weight: "-1"), "noise.weight is -1.0"),
    (noise(weight: "NaN"), "this is not JSON"), (noise(weight: "0.25"), "weights[0] is 0.5"),
    (noise(box: "[[0, 0], [0, 2]]"), "noise.box has no area"),
    (noise(box: "[[3, 2], [0, 0]]"), "noise.box has no area"),
    (noise(box: "[[0, 0]]"), "noise.box is not two corners"),
    (noise(box: "[[0, 0, 0], [1, 1, 1]]"), "noise.box is not two corners"),
    (noise(box: "[[0, 0], [1e300, 2]]"), "noise.box lies beyond"),
    (noise(box: "[[0, null], [1, 2]]"), "noise.box[0][1] is not"),
    (noise(gaussians: "[0.5, 0.5]"), "'noise.gaussianWeights' has 2 entries; give 1"),
    (noise(gaussians: "[-1]"), "noise.gaussianWeights[0] is -1.0"),
    (noise(covariances: "[null, null]"), "covariances[0] is null"),
    (noise(covariances: "[null]"), "there are 2 means but 1 covariances"),
    (
      #"{"weights": [1], "means": [[0, 1]], "covariances": [null], "noise": "#
        + #"{"weight": 1, "box": [[0, 0], [1, 1]], "gaussianWeights": []}}"#,
      "there is noise but no Gaussian"
    ),
    (#"{\#(two), \#(round), "degreesOfFreedom": 0}"#, "degreesOfFreedom is 0.0"),
    (#"{\#(two), \#(round), "degreesOfFreedom": -4}"#, "degreesOfFreedom is -4.0"),
    (#"{\#(two), \#(round), "matrices": "scale"}"#, "'degreesOfFreedom' is missing"),
    (#"{\#(two), \#(round), "matrices": "round"}"#, "'matrices' is 'round'; choose one of"),
    (
      #"{\#(two), \#(round), "matrices": "scatter", "variance": 1}"#,
      "'matrices' is 'scatter', which does not go with 'variance'"
    ),
    (#"{\#(two), \#(round), "variance": 1, "degreesOfFreedom": 4}"#, "'degreesOfFreedom' and"),
    (#"{\#(two), \#(round), "variance": 0}"#, "variance is 0.0"),
    (
      #"{"weights": [0.25, 0.75], "means": [[0, 1], [2, 3]], \#(round), "variance": 1}"#,
      "weights[0] is 0.25; on the dial"
    ),
    (
      #"{\#(two), "covariances": [[[1, 0], [0, 1]], [[1, 0], [0, 2]]], "variance": 1}"#,
      "covariances[1] is not round"
    ),
    (#"{"weights": [-1, 2], "means": [[0, 1], [2, 3]], "matrices": "scatter"}"#, "weights[0] is"),
  ]

  private func start(_ text: [UInt8]) throws -> GivenStart {
    try StartFile.contents(of: text, file: "r").start(meansSuffice: false, over: Self.points)
  }

  @Test(arguments: good) func `is read`(text: String) throws {
    #expect(try start(Array(text.utf8)).model != nil)
  }

  @Test(arguments: faults) func `is refused by its name`(text: String, reason: String) throws {
    let error = #expect(throws: StartFileError.self) { try start(Array(text.utf8)) }
    #expect(error?.reason.hasPrefix(reason) == true, "\(error?.reason ?? "")")
  }

  @Test(arguments: good, FuzzSeed.usual(21, 22))
  func `with broken bytes is read or refused, and runs`(text: String, seed: UInt64) throws {
    var mutation = Mutation(seed: seed, scraps: ["1e308", "1e-300", "0", "-1", "null", "[]"])
    for _ in 0..<FuzzBudget.rounds(200) {
      do {
        let given = try start(mutation.change(Array(text.utf8)))
        guard given.componentCount <= Self.points.count else { continue }
        for kind in ModelKind.all {
          var recipe = RunRecipe(kind: kind, components: given.componentCount)
          recipe.given = given
          var run = try recipe.run(over: Self.points)
          run.run(limit: 2)
        }
      } catch let error as StartFileError {
        #expect(!error.reason.isEmpty)
      } catch is Collapse {}
    }
  }
}
