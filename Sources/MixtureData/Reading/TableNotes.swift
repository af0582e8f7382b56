/// Sentences about what a reader passed over, took for something, or left out.
enum TableNotes {
  /// Lines above the names or, without names, above the rows.
  static func preamble(_ lines: [Record], over what: String) -> String? {
    guard let first = lines.first, let last = lines.last else { return nil }
    if first.line == last.line {
      return "Line \(first.line) stands above the \(what) and was passed over."
    }
    return "Lines \(first.line) to \(last.line) stand above the \(what) and were passed over."
  }

  /// Lines between the names and the rows.
  static func units(_ lines: ArraySlice<Record>, words: [String]) -> String {
    let list = words.prefix(6).joined(separator: ", ")
    return lines.count == 1
      ? "Line \(lines[lines.startIndex].line) has units or types (\(list)) and was passed over."
      : "\(places(lines.map(\.line))) have units or types (\(list)) and were passed over."
  }

  /// A line of numbers that has the names.
  static func numbersAsNames(_ line: Record, names: [String]) -> String {
    "Line \(line.line) has the names of the columns, although they are numbers "
      + "(\(names.prefix(4).joined(separator: ", ")))."
  }

  /// Lines that begin with `#` or `%`.
  static func comments(count: Int, first: Int) -> String? {
    switch count {
    case 0: nil
    case 1: "Line \(first) is a comment and was passed over."
    default: "\(count) lines are comments and were passed over, the first is line \(first)."
    }
  }

  /// Comments behind rows.
  static func remarks(count: Int, first: Int) -> String? {
    switch count {
    case 0: nil
    case 1: "A comment behind the row in line \(first) was passed over."
    default: "\(count) comments behind rows were passed over, the first in line \(first)."
    }
  }

  /// Rules of dashes.
  static func rules(count: Int, first: Int) -> String? {
    switch count {
    case 0: nil
    case 1: "Line \(first) is a rule of dashes and was passed over."
    default:
      "\(count) lines are rules of dashes and were passed over, the first is line \(first)."
    }
  }

  /// `Line 3`, `Lines 3 and 4`, `Lines 3, 5 and 7`.
  private static func places(_ lines: [Int]) -> String {
    guard let last = lines.last, lines.count > 1 else { return "Line \(lines.first ?? 0)" }
    return "Lines \(lines.dropLast().map(String.init).joined(separator: ", ")) and \(last)"
  }
}
