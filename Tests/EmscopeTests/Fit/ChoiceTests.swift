import Foundation
import Testing

struct ChoiceTests {
  struct Comparison: Decodable {
    struct Choice: Decodable {
      var components: Int
      var logLikelihood: Double?
      var freeParameters: Int?
      var bic: Double?
      var aic: Double?
      var icl: Double?
      var distortion: Double?
      var seed: UInt64
      var reached: Int
    }
    var dataset: String
    var restarts: Int
    var choices: [Choice]
  }

  func comparison(_ arguments: String...) throws -> Comparison {
    let outcome = try emscope(["fit"] + arguments + ["--format", "json"])
    #expect(outcome.status == 0, "\(outcome.error)")
    return try JSONDecoder().decode(Comparison.self, from: Data(outcome.output.utf8))
  }

  @Test func `several K are compared by what their best fits are worth`() throws {
    let found = try comparison("old-faithful", "-k", "1..3")
    #expect(found.choices.map(\.components) == [1, 2, 3])
    #expect(found.choices.map(\.freeParameters) == [5, 11, 17])
    let likelihoods = found.choices.compactMap(\.logLikelihood)
    for (value, expected) in zip(likelihoods, [-1289.796745, -1130.263960, -1114.440]) {
      #expect(abs(value - expected) < 1e-3)
    }
    for choice in found.choices {
      let bic = try #require(choice.bic)
      let likelihood = try #require(choice.logLikelihood)
      let free = Double(try #require(choice.freeParameters))
      #expect(abs(bic - (free * log(272) - 2 * likelihood)) < 1e-9)
    }
    #expect(found.choices.min { ($0.bic ?? 0) < ($1.bic ?? 0) }?.components == 2)
  }

  @Test func `the seed of a row leads to its fit`() throws {
    let choice = try #require(
      try comparison("mouse", "-k", "3..3", "--restarts", "5").choices.first)
    let fit = try FitJSON("mouse -k 3 --seed \(choice.seed)")
    let last = try #require(fit.logLikelihood?.last)
    #expect(abs(last - (choice.logLikelihood ?? 0)) < 1e-6)
  }

  @Test func `k-means is compared by its distortion`() throws {
    let found = try comparison("old-faithful", "-k", "2..4", "--model", "k-means")
    for (choice, expected) in zip(found.choices, [8901.768721, 5188.540468, 2941.720903]) {
      #expect(abs((choice.distortion ?? 0) - expected) < 1e-5)
      #expect(choice.bic == nil)
    }
  }

  @Test func `the table names the least of each criterion`() throws {
    let table = try emscope("fit", "-k", "1..3", "--restarts", "5").output
    #expect(table.contains("Least BIC: K=2.  Least AIC: K=3.  Least ICL: K=2."))
    let csv = try emscope("fit", "-k", "1..2", "--restarts", "2", "--format", "csv").output
    #expect(csv.split(separator: "\n").count == 3)
  }

  @Test func `the best of several starts is at least as good as the first`() throws {
    let one = try #require(FitJSON("old-faithful -k 3").logLikelihood?.last)
    let best = try FitJSON("old-faithful -k 3 --restarts 10")
    #expect(try #require(best.logLikelihood?.last) > one + 1)
    #expect(best.seed != 1)
  }

  @Test func `known labels are scored, and not used`() throws {
    let fit = try FitJSON("iris --start k-means")
    #expect(try #require(fit.adjustedRandIndex) > 0.8)
    #expect(try FitJSON("old-faithful").adjustedRandIndex == nil)
  }

  @Test func `known labels can be observed, and the others are scored`() throws {
    let free = try FitJSON("iris -k 3 --seed 3")
    let some = try FitJSON("iris -k 3 --seed 3 --observe-labels 0.1 --assignments")
    let all = try FitJSON("iris --label-column species -k 3 --hold-labels 1")
    #expect(free.observedLabels == nil)
    #expect(some.observedLabels == 15 && some.heldLabels == 15, "the old name stays a while")
    #expect(try #require(some.adjustedRandIndex) > 0.8)
    // The data is in order, and the label ℓ is the component ℓ.
    let components = try #require(some.assignments)
    #expect(components[0] == 0 && components[50] == 1 && components[100] == 2)
    // With nothing hidden there is one M-step to do and nothing to score.
    #expect(all.observedLabels == 150 && all.iterations == 2 && all.adjustedRandIndex == nil)
    #expect(all.parameters.weights.allSatisfy { abs($0 - 1 / 3) < 1e-15 })
  }

  @Test(arguments: [
    ("old-faithful --hold-labels 0.5", "old-faithful has no known labels to observe"),
    ("iris -k 2 --hold-labels 0.5", "iris has 3 different labels, and K is 2; give -k 3 or more"),
    ("iris -k 2..4 --hold-labels 0.5", "iris has 3 different labels, and K is 2"),
  ])
  func `labels that cannot be observed are refused`(arguments: String, sentence: String) throws {
    let words = arguments.split(separator: " ").map(String.init)
    let result = try emscope(["fit"] + words)
    #expect(result.status == 1)
    #expect(result.error.contains(sentence))
  }
}
