import Foundation
import TestSupport
import Testing

/// What a column of labels can be, and what happens to labels without a component.
@Suite(.waiting) struct `A column of labels` {
  private func file(labels: Int) throws -> String {
    let rows = (0..<310).map { n in
      let angle = Double(n) * 2.399963
      return "\(angle.truncatingRemainder(dividingBy: 7)),\(cos(angle) * 3),k\(n % labels)"
    }
    return try temporaryFile("labels.csv", "x,y,kind\n" + rows.joined(separator: "\n") + "\n")
  }

  @Test(arguments: [2, 64, 200, 253, 254, 255, 256, 257, 300], ["Space y", "+ Y y G Escape"])
  func `may have any number of labels`(labels: Int, keys: String) throws {
    let outcome = try emscope(
      "render", file(labels: labels), "--label-column", "kind", "-k", "2", "--keys=\(keys)")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("y labels z known: x with its label z"))
  }

  @Test(arguments: [
    "-", "- -", "- y", "Space - Space y", "- - + +", "Y -", "a - Enter", "- 7", "- m",
  ])
  func `tells nothing of components that were removed`(keys: String) throws {
    let outcome = try emscope(
      "render", "iris", "-k", "3", "--hold-labels", "1", "--keys=\(keys) e Space G Escape")
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(outcome.output.contains("emscope  iris") || outcome.output.contains("iris N=150"))
  }
}
