import Foundation
import MixtureEngine

extension Optimum {
  /// L, or J for k-means, under its name.
  var valueMember: JSON.Member {
    distortion.map { .init("distortion", .number($0)) }
      ?? .init("logLikelihood", .number(objective))
  }

  /// L, or J for k-means, for a table.
  var valueText: String {
    distortion.map { String(format: "%.10g", $0) } ?? String(format: "%.6f", objective)
  }

  /// The status as one word of the command line's contract.
  var statusName: String { status == .converged ? "converged" : "iterationLimit" }
}

extension RestartPlan {
  /// What was run on what, in two lines.
  func heading(of dataSet: DataSet, start: String) -> String {
    let last = firstSeed &+ UInt64(max(1, count) - 1)
    return """
      \(dataSet.name): \(dataSet.points.count) points, \(dataSet.xName) and \(dataSet.yName)
      \(recipe.modelText), \(count) runs from \(start), \
      seeds \(firstSeed) to \(last)

      """
  }
}

extension Double {
  /// A share as a percentage.
  var percentText: String { String(format: "%.1f%%", self * 100) }

  /// A number without decimals.
  var wholeText: String { String(format: "%.0f", self) }
}
