/// Columns that are told apart by their place alone.
enum FixedColumns {
  /// The places of the columns, in characters: what lies between places that are always blank.
  ///
  /// The last column has no end.
  ///
  /// - Parameter lines: How many lines are looked at; blank ones and comments don't count.
  static func found(in source: TableText, lines: Int) -> [Range<Int>] {
    var isUsed: [Bool] = []
    var seen = 0
    let bytes = source.text.bytes[source.start...]
    for line in bytes.lazy.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      guard seen < lines else { break }
      if line.contains(0x09) || line.count > 10_000 { return [] }
      guard let first = line.first(where: { $0 != 0x20 }), !"#%".utf8.contains(first) else {
        continue
      }
      seen += 1
      var column = 0
      for byte in line where byte & 0xC0 != 0x80 {
        if column == isUsed.count { isUsed.append(false) }
        if byte != 0x20 { isUsed[column] = true }
        column += 1
      }
    }
    var columns: [Range<Int>] = []
    for column in isUsed.indices where isUsed[column] {
      if let last = columns.last, last.upperBound == column {
        columns[columns.count - 1] = last.lowerBound..<column + 1
      } else {
        columns.append(column..<column + 1)
      }
    }
    if let last = columns.popLast() { columns.append(last.lowerBound..<Int.max) }
    return columns
  }
}
