/// Columns of words and numbers, set flush for reading.
struct TextTable {
  var header: [String]
  var rows: [[String]] = []

  /// The table: numbers are flush right under their heads, two blanks between columns.
  var text: String {
    let all = [header] + rows
    let widths = header.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
    return all.map { row in
      zip(row, widths)
        .map { String(repeating: " ", count: $1 - $0.count) + $0 }
        .joined(separator: "  ") + "\n"
    }.joined()
  }
}
