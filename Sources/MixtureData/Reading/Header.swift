/// The columns of a table: their names, and which of them hold numbers.
struct Header {
  /// One printable name a column; without a header they are `column 1`, `column 2` and so on.
  var names: [String]
  /// Whether a column holds numbers, as far as the first records tell.
  var isNumeric: [Bool]
  /// Whether the first record is made of names.
  var isPresent: Bool

  /// Looks at the first records.
  ///
  /// The first record is a header if it has a word where the records below have numbers, or if it
  /// is all there is and has no number. A column is numeric if below the header it has a number and
  /// no word.
  init(sample: [Record], decimalComma: Bool) {
    let cells = sample.map { $0.fields.map { Cell($0, decimalComma: decimalComma) } }
    let body = cells.dropFirst()
    let width = cells.map(\.count).max() ?? 0
    let first = cells.first ?? []
    // R writes row names without a name of their own: its header is one field short.
    let shift = !body.isEmpty && body.allSatisfy { $0.count == first.count + 1 } ? 1 : 0

    func holdsNumbers(_ rows: some Sequence<[Cell]>, _ column: Int) -> Bool {
      var hasNumber = false
      for row in rows where column < row.count {
        switch row[column] {
        case .word: return false
        case .number, .notFinite: hasNumber = true
        case .missing: continue
        }
      }
      return hasNumber
    }
    let numericBelow = (0..<width).map { holdsNumbers(body, $0) }
    isPresent =
      body.isEmpty
      ? !first.contains { if case .number = $0 { true } else { false } }
      : first.indices.contains { first[$0] == .word && numericBelow[$0 + shift] }
    isNumeric = isPresent ? numericBelow : (0..<width).map { holdsNumbers(cells, $0) }
    names = (1...max(width, 1)).prefix(width).map { "column \($0)" }
    guard isPresent, let fields = sample.first?.fields else { return }
    for (column, field) in fields.enumerated() {
      let name = Text.string(Cell.trimmed(field)).harmless
      if !name.isEmpty { names[column + shift] = name }
    }
  }

  /// The position of the column with this name or, if none has it, with this number from 1.
  func position(of name: String, file: String) throws -> Int {
    let name = name.harmless
    let matches = names.indices.filter { names[$0] == name }
    guard matches.count <= 1 else { throw DataError.ambiguousColumn(name: name, file: file) }
    if let match = matches.first { return match }
    if let number = Int(name), names.indices.contains(number - 1) { return number - 1 }
    throw DataError.noColumn(name: name, file: file, columns: names)
  }

  /// The positions of the chosen columns, or of the first two numeric ones.
  ///
  /// - Parameter weight: The column of weights, which is no coordinate unless it is chosen or there
  ///   are no other two.
  func coordinates(
    _ choice: ColumnChoice?, besides weight: Int? = nil, file: String
  ) throws -> (x: Int, y: Int) {
    if let choice {
      let x = try position(of: choice.x, file: file)
      let y = try position(of: choice.y, file: file)
      guard x != y else { throw DataError.sameColumn(name: names[x]) }
      return (x, y)
    }
    var numeric = isNumeric.indices.filter { isNumeric[$0] }
    if numeric.count > 2 { numeric.removeAll { $0 == weight } }
    guard let x = numeric.first else { throw DataError.words(file: file) }
    guard numeric.count >= 2 else { throw DataError.oneColumn(file: file, column: names[x]) }
    return (x, numeric[1])
  }
}
