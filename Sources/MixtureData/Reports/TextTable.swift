/// Rows of words and numbers under the names of their columns, made as they are asked for.
public struct TextTable: Sendable {
  /// The names of the columns.
  public let columns: [String]
  /// The number of rows.
  public let count: Int
  private let row: @Sendable (Int) -> [String]

  /// A table of some rows.
  init(_ columns: [String], rows: [[String]]) {
    self.init(columns, count: rows.count) { rows[$0] }
  }

  /// A table whose rows, counted from 0, are made by a function.
  init(_ columns: [String], count: Int, row: @escaping @Sendable (Int) -> [String]) {
    self.columns = columns
    self.count = count
    self.row = row
  }

  /// The rows in order, each with a field for each column.
  public var rows: some Sequence<[String]> { (0..<count).lazy.map(row) }

  /// The table as CSV: the names, then the rows.
  public var csv: String {
    var text = columns.joined(separator: ",") + "\n"
    for row in rows { text += row.joined(separator: ",") + "\n" }
    return text
  }

  /// The table for reading: fields are flush right under their names, two blanks between columns.
  var flush: String {
    let all = [columns] + rows
    let widths = columns.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
    return all.map { row in
      zip(row, widths)
        .map { String(repeating: " ", count: $1 - $0.count) + $0 }
        .joined(separator: "  ") + "\n"
    }.joined()
  }

  /// The table with at most so many significant digits in its numbers; whole numbers stay.
  func rounded(to digits: Int) -> TextTable {
    TextTable(columns, count: count) { [row] n in
      row(n).map { field in
        guard Int(field) == nil, let number = Double(field) else { return field }
        return number.significant(digits)
      }
    }
  }
}
