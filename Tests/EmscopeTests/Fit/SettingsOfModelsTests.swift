import Foundation
import MixtureEngine
import TestSupport
import Testing

/// What a model has no place for is refused, whichever command is given.
@Suite(.waiting) struct `An option that means nothing to the model` {
  private static let options: [(ModelSetting, String)] = [
    (.covariance, "--covariance tied"), (.varianceFloor, "--variance-floor 0.1"),
    (.prior, "--prior default"), (.lengths, "--standardize"),
    (.startCovariance, "--start-covariance within"), (.startWeights, "--start-weights clusters"),
  ]

  private func words(_ line: String) -> [String] { line.split(separator: " ").map(String.init) }

  @Test(arguments: ModelKind.known)
  func `is refused with the models that have it`(kind: ModelKind) throws {
    let data = kind == .coins ? "coins" : "old-faithful"
    for (setting, option) in Self.options {
      let outcome = try emscope(
        words("fit \(data) --model \(kind.name) -k 2 \(option) --iterations 3"))
      if kind.has(setting) {
        #expect(outcome.status == 0, "\(option): \(outcome.error)")
      } else {
        #expect(outcome.status == 2 && outcome.output.isEmpty, "\(kind.name) \(option)")
        let name = try #require(words(option).first)
        #expect(
          outcome.error.hasPrefix("emscope: \(name): the model \(kind.name) "), "\(outcome.error)")
        for other in ModelKind.known where other.has(setting) {
          #expect(outcome.error.contains(other.name))
        }
      }
    }
  }

  @Test(arguments: ["fit", "explore", "render", "restarts", "starts"])
  func `is refused by every command that runs the model`(command: String) throws {
    for option in ["--standardize", "--variance-floor 1", "--covariance tied", "--prior default"] {
      let outcome = try emscope(words("\(command) coins \(option)"))
      #expect(outcome.status == 2 && outcome.output.isEmpty, "\(command) \(option)")
      #expect(outcome.error.contains("the model coins "), "\(outcome.error)")
    }
  }
}

@Suite(.waiting) struct `The tosses of coins` {
  private func heads() throws -> String {
    try temporaryFile("heads.csv", "heads\n5\n9\n8\n4\n7\n")
  }

  @Test func `choose the model, unless another one is asked for`() throws {
    let coins = try emscope("fit", heads(), "--tosses", "10", "-k", "2", "--format", "json")
    #expect(coins.status == 0 && coins.output.contains("headProbabilities"), "\(coins.error)")
    for command in ["fit", "render", "restarts", "starts", "explore"] {
      let other = try emscope(command, heads(), "--tosses", "10", "--model", "em")
      #expect(other.status == 2 && other.output.isEmpty)
      #expect(other.error.contains("--tosses is for the model coins, and --model says em"))
    }
    #expect(try emscope("render", heads(), "--tosses", "10").output.contains("coins K=2"))
  }

  @Test(arguments: [
    (#"{"means": [[-1], [5]]}"#, "means[0] is [-1.0]"),
    (#"{"means": [[4], [12]]}"#, "means[1] is [12.0]"),
    (
      #"{"weights": [0.5, 0.5], "means": [[5], [12]], "headProbabilities": [0.5, 1.2], "tosses": 10}"#,
      "headProbabilities[1] is 1.2"
    ),
    (
      #"{"weights": [0.5, 0.5], "means": [[5], [12]], "headProbabilities": [0.25, 0.6], "tosses": 20}"#,
      "'tosses' is 20, and the data count heads out of 10"
    ),
    (#"{"means": [[4, 1], [5, 1]]}"#, "a mean is [x]"),
    (#"{"weights": [1]}"#, "a list of [x], one"),
    (#"{"means": [[1, 2, 3]]}"#, "a mean on a line is [x]"), ("[]", "[x]"),
  ])
  func `bound the start`(file: String, sentence: String) throws {
    let start = try temporaryFile("start.json", file)
    let outcome = try emscope("fit", heads(), "--tosses", "10", "--start-file", start)
    #expect(outcome.status == 1 && outcome.output.isEmpty)
    #expect(outcome.error.contains(sentence) && !outcome.error.contains("y]"), "\(outcome.error)")
  }

  @Test func `leave means alone as a start`() throws {
    let start = try temporaryFile("start.json", #"{"means": [[6], [5]]}"#)
    let outcome = try emscope("fit", heads(), "--tosses", "10", "--start-file", start)
    #expect(outcome.status == 0 && outcome.output.contains("-31.57"), "\(outcome.error)")
  }

  @Test func `have a certificate`() throws {
    let outcome = try emscope("fit", "coins", "--certify")
    #expect(outcome.output.contains("A maximum: the leading eigenvalue of EM's Jacobian is 0.4097"))
  }
}
