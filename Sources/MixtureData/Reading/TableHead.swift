/// Where a table begins and what its columns are called.
///
/// Above the rows may stand a preamble of any length, the names, and lines of units or types.
struct TableHead {
  /// One printable name a column; without a line of names they are `column 1`, `column 2` and so
  /// on.
  var names: [String]
  /// The first row; `nil` if there are only names.
  var firstRow: Record?
  /// What was passed over above the rows, and where the names were found if not in words.
  var notes: [String] = []
  /// Whether the names stand in a line of the file.
  var isNamed = false
  /// Comments and rules above the rows.
  var asides: [Record] = []
}

extension TableHead {
  /// The names of `width` columns that have none.
  static func numbered(_ width: Int) -> [String] { (0..<width).map { "column \($0 + 1)" } }

  /// Gives the columns the names in a line's fields, from column `shift` on.
  ///
  /// Names that are longer than the rows are columns with gaps, unless they are blank.
  mutating func name(after record: Record, in bytes: [UInt8], shift: Int = 0) {
    isNamed = true
    let last = record.filledCount(in: bytes) + shift
    if last > names.count {
      names += Self.numbered(last)[names.count...]
    }
    for (column, field) in record.fields.enumerated() where column + shift < names.count {
      let name = field.name(in: bytes)
      if !name.isEmpty { names[column + shift] = name }
    }
  }
}
