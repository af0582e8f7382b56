import MixtureEngine
import TerminalCanvas

/// The moves that are done, the best first, in columns that stay in place.
struct MoveTable {
  var attempts: [Escapes.Attempt]
  var selection: Int
  var theme: Theme

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    let isHard = attempts.first?.model.criterion == .distortion
    write(
      ["", "merge", "split", isHard ? "J" : "L", isHard ? "saved" : "gain", "iter."], "status",
      y: 0, .muted, on: &frame)
    for (row, number) in shown(rows: size.height).enumerated() {
      let attempt = attempts[number]
      let isSelected = number == selection
      write(
        ["", attempt.move.mergedText, attempt.move.splitText] + numbers(of: attempt),
        Sentences.status(attempt.status), y: row + 1,
        attempt.isCollapsed ? .alert : isSelected ? .value : .text, on: &frame)
      frame.write(isSelected ? "▸" : " ", x: 0, y: row + 1, style: theme.style(.value))
    }
    return frame
  }

  /// The number of the move on a row, if there is one.
  func number(at row: Int, size: Size) -> Int? {
    let shown = shown(rows: size.height)
    return shown.indices.contains(shown.startIndex + row - 1) ? shown.startIndex + row - 1 : nil
  }

  /// The moves that have a row, the selected one among them.
  private func shown(rows: Int) -> Range<Int> {
    let room = max(0, rows - 1)
    let first = max(0, min(selection - room + 1, attempts.count - room))
    return first..<min(attempts.count, first + room)
  }

  /// The objective, the gain and the iterations; nothing where a component collapsed.
  private func numbers(of attempt: Escapes.Attempt) -> [String] {
    guard !attempt.isCollapsed else { return ["", "", ""] }
    return [
      Self.value(attempt.objective, attempt.model.criterion),
      (attempt.gain > 0 ? "+" : "") + attempt.gain.significant(3).withTrueMinus,
      "\(attempt.iterations)",
    ]
  }

  private static let widths = [2, 7, 7, 14, 11, 7]

  private func write(
    _ cells: [String], _ last: String, y: Int, _ role: Role, on frame: inout Frame
  ) {
    frame.write(row: cells, widths: Self.widths, y: y, style: theme.style(role))
    frame.write(last, x: Self.widths.reduce(2, +), y: y, style: theme.style(role))
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
