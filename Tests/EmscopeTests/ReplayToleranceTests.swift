import Foundation
import TestSupport
import Testing

@Suite(.waiting) struct `emscope replay --check` {
  private static let session = Task {
    try await saved("session", after: "Space e Space x G Escape", "old-faithful -k 3")
  }

  /// Checks a saved session with something of its outcome changed.
  private func check(_ change: (inout [String: Any]) -> Void) async throws -> Outcome {
    let text = try await Self.session.value
    var session = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    var outcome = try #require(session["outcome"] as? [String: Any])
    change(&outcome)
    session["outcome"] = outcome
    let changed = try JSONSerialization.data(withJSONObject: session)
    let file = try temporaryFile("s.json", String(decoding: changed, as: UTF8.self))
    return try emscope("replay", file, "--check")
  }

  private func scale(
    _ number: Int, _ coordinate: Int, by factor: Double, _ outcome: inout [String: Any]
  ) {
    guard var centres = outcome["centres"] as? [[Double]] else { return }
    centres[number][coordinate] *= factor
    outcome["centres"] = centres
  }

  @Test func `finds the numbers that were saved`() async throws {
    let outcome = try await check { _ in }
    #expect(outcome.status == 0 && outcome.output.contains("the same numbers"))
  }

  @Test(arguments: [1 + 1e-7, 1 - 1e-7, 1.4, -1, 0])
  func `refuses another objective, however near`(factor: Double) async throws {
    let outcome = try await check { outcome in
      outcome["objective"] = (outcome["objective"] as? Double ?? 0) * factor
    }
    #expect(outcome.status == 1 && outcome.error.contains("the objective is"))
  }

  @Test(arguments: 0..<3, 0..<2)
  func `refuses another place of any centre`(number: Int, coordinate: Int) async throws {
    for factor in [1 + 1e-7, 1.3] {
      let outcome = try await check { scale(number, coordinate, by: factor, &$0) }
      #expect(outcome.status == 1 && outcome.error.contains("the centres differ"), "\(factor)")
    }
  }

  @Test(arguments: [1 + 1e-11, 1 - 1e-11])
  func `forgives what another processor rounds differently`(factor: Double) async throws {
    let outcome = try await check { outcome in
      outcome["objective"] = (outcome["objective"] as? Double ?? 0) * factor
      scale(1, 0, by: factor, &outcome)
      scale(2, 1, by: 1 / factor, &outcome)
    }
    #expect(outcome.status == 0, "\(outcome.error)")
  }

  @Test func `refuses another model, iteration or number of centres`() async throws {
    let model = try await check { $0["model"] = "student-t" }
    #expect(model.status == 1 && model.error.contains("the model is em, not student-t"))
    for step in [-1, 1] {
      let iteration = try await check { $0["iteration"] = ($0["iteration"] as? Int ?? 0) + step }
      #expect(iteration.status == 1 && iteration.error.contains("the iteration is"))
    }
    for count in [0, 2] {
      let fewer = try await check { outcome in
        outcome["centres"] = Array((outcome["centres"] as? [[Double]] ?? []).prefix(count))
      }
      #expect(fewer.status == 1 && fewer.error.contains("the centres differ"))
    }
    let more = try await check { outcome in
      outcome["centres"] = (outcome["centres"] as? [[Double]] ?? []) + [[1, 2]]
    }
    #expect(more.status == 1 && more.error.contains("the centres differ"))
  }

  @Test func `tells all that differs`() async throws {
    let outcome = try await check { outcome in
      outcome["iteration"] = 1
      outcome["objective"] = -1.0
      outcome["centres"] = [[Double]]()
    }
    for words in ["the iteration is", "the objective is", "the centres differ"] {
      #expect(outcome.error.contains(words))
    }
  }
}
