import ArgumentParser
import Explorer

/// A table of the README, made from what the program itself goes by.
struct ManualTable: Sendable {
  /// The name by which the README's mark calls it.
  let name: String
  private let heads: [String]
  private let rows: @Sendable () throws -> [[String]]

  private init(
    _ name: String, _ heads: String..., rows: @escaping @Sendable () throws -> [[String]]
  ) {
    self.name = name
    self.heads = heads
    self.rows = rows
  }

  /// The table in Markdown.
  func text() throws -> String {
    let lines = [heads, heads.map { _ in "---" }] + (try rows())
    return lines.map { cells in
      let isRule = cells.allSatisfy { $0 == "---" }
      return isRule
        ? "|" + cells.joined(separator: "|") + "|\n" : "| \(cells.joined(separator: " | ")) |\n"
    }.joined()
  }
}

extension ManualTable {
  /// Every table, in the order of the README.
  static let all = [keys, views, lessons, reading, exitStatus, preferences]

  /// The keys of the picture; a view's digit has its line in the table of the views.
  private static let keys = ManualTable("keys", "key", "what it does") {
    let summaries = Set(View.all.map(\.summary))
    return KeySheet.picture.flatMap { sheet in
      [["**\(sheet.title)**", ""]]
        + sheet.rows.filter { !summaries.contains($0.meaning) }.map { row in
          [row.keys.map(\.code).joined(separator: " "), row.meaning.cell]
        }
    }
  }

  private static let views = ManualTable("views", "key", "view", "what it shows") {
    View.all.map { view in
      [view.openingKeys.map(\.name).joined(separator: " "), view.name, view.summary.cell]
    }
  }

  private static let lessons = ManualTable("lessons", "lesson", "what it shows") {
    BuiltInLesson.offers.map { [$0.name, $0.summary.cell] }
  }

  /// How a file is read.
  private static let reading = ManualTable("reading", "option", "what it says") {
    let options = try CommandDefinition(of: DataOptions.self).options
    return options.filter { $0.kind == "option" }.map { option in
      let names = (option.names ?? []).map(\.typed).joined(separator: ", ")
      return ["\(names) <\(option.valueName ?? "")>".code, option.text.cell]
    }
  }

  private static let preferences = ManualTable("preferences", "line", "what it says") {
    Preference.allCases.map { [$0.example.code, $0.meaning.cell] }
  }

  private static let exitStatus = ManualTable("exit-status", "exit status", "what has happened") {
    ExitStatus.allCases.map { ["\($0.rawValue)", $0.meaning.cell] }
      + [["128 + n", ExitStatus.meaningOfSignal]]
  }
}

extension String {
  /// The text in a cell of a table.
  fileprivate var cell: String { replacing("|", with: "\\|") }

  /// The text as code in a cell of a table.
  fileprivate var code: String { "`\(cell)`" }
}
