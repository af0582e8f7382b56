import Explorer
import Foundation
import MixtureData
import MixtureEngine
import TestSupport
import Testing

@testable import emscope

/// A start that rule and seed don't give is written by `w`, and leads to the same run.
@Suite(.waiting) struct `The start that is saved` {
  @Test(arguments: [
    ("Space Space m", "k-means"), ("Space Space m Space m", "em"), ("Space c c", "em"),
    ("a Right Right Enter", "em"), ("Space M Home Down Down Down Enter", "student-t"),
  ])
  func `begins where the run on the screen began`(keys: String, model: String) throws {
    let folder = try temporaryFolder()
    func told(_ arguments: [String], _ lines: String) throws -> String {
      let outcome = try emscope(
        ["tell", "iris", "-k", "3"] + arguments, input: lines, in: folder)
      #expect(outcome.status == 0, "\(outcome.error)")
      return outcome.output
    }
    // The start is the last but one in the menu, before the command.
    let saved = try told([], keys + " Space\nw End Up Enter\n")
    #expect(saved.contains("emscope-start"), "\(saved)")
    let before = try told([], keys + "\nparameters\n")
    let covariance = keys.contains("c c") ? ["--covariance", "diagonal"] : []
    let after = try told(
      ["--start-file", "emscope-start.json", "--model", model] + covariance, "parameters\n")
    let rows = { (text: String) in
      text.split(separator: "\n").filter { $0.first?.isNumber ?? false }.suffix(3)
    }
    #expect(rows(before) == rows(after), "\(before)\n\(after)")
    #expect(!rows(after).isEmpty)
  }
}
