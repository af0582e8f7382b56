import MixtureEngine
import TerminalCanvas

/// The moves that are done, the best first.
struct MoveTable {
  var found: Escapes
  var selection: Int
  var theme: Theme

  /// The table.
  var table: RowTable {
    let attempts = found.attempts
    let isHard = attempts.first?.model.criterion == .distortion
    return RowTable(
      head: RowTable.Row(
        cells: ["", "merge", "split", isHard ? "J" : "L", isHard ? "saved" : "gain", "iter."],
        last: "status"),
      widths: [2, 7, 7, 14, 11, 7], count: attempts.count, selection: selection, theme: theme
    ) { number in
      let attempt = attempts[number]
      return RowTable.Row(
        cells: ["", attempt.move.mergedText, attempt.move.splitText] + numbers(of: attempt),
        last: attempt.flaw?.rawValue ?? Sentences.status(attempt.status),
        role: attempt.isCollapsed ? .alert : .text)
    }
  }

  /// The objective, the gain and the iterations; nothing where a component collapsed.
  private func numbers(of attempt: Escapes.Attempt) -> [String] {
    guard !attempt.isCollapsed else { return ["", "", ""] }
    return [
      Self.value(attempt.objective, attempt.model.criterion),
      abs(attempt.gain) > found.leastGain
        ? (attempt.gain > 0 ? "+" : "") + attempt.gain.significant(3).withTrueMinus : "0",
      "\(attempt.iterations)",
    ]
  }

  /// L, or J for k-means, as the table writes it.
  static func value(_ objective: Double, _ criterion: Criterion) -> String {
    criterion == .distortion
      ? (-objective).significant(9) : objective.fixed(4).withTrueMinus
  }
}

extension SplitMergeMove {
  /// The components that become one, such as `1+2`.
  var mergedText: String { "\(first + 1)+\(second + 1)" }
  /// The component that becomes two.
  var splitText: String { "\(split + 1)" }
}
