/// The columns that points are taken from.
struct Coordinates {
  let x: ColumnProfile
  let y: ColumnProfile
  let label: ColumnProfile?
  let weight: ColumnProfile?
  /// Whether the user named x and y.
  let areChosen: Bool
  /// The columns that were passed over because they count the rows; that they go on counting is
  /// checked when all rows are read.
  var counters: [ColumnProfile] = []
  /// What was passed over, and why.
  var notes: [String] = []
}

extension Table {
  /// The columns that the options name, or the first two columns of numbers but for counters.
  ///
  /// - Parameter countless: Columns that have been found to count nothing.
  func coordinates(_ options: ReadingOptions, countless: Set<Int> = []) throws(DataError)
    -> Coordinates
  {
    var label: ColumnProfile?
    if let name = options.labelColumn { label = columns[try position(of: name)] }
    var weight: ColumnProfile?
    if let name = options.weightColumn { weight = columns[try position(of: name)] }
    if let choice = options.columns {
      let x = try position(of: choice.x)
      let y = try position(of: choice.y)
      guard x != y else { throw DataError.sameColumn(name: columns[x].name) }
      return Coordinates(
        x: columns[x], y: columns[y], label: label, weight: weight, areChosen: true,
        notes: spellings(columns[x], columns[y]))
    }
    var numeric = columns.filter(\.isNumeric)
    if numeric.count > 2 { numeric.removeAll { $0.position == weight?.position } }
    guard let only = numeric.first else {
      throw DataError.words(file: source.file, place: cellInTheWay())
    }
    guard numeric.count >= 2 else {
      throw DataError.oneColumn(
        file: source.file, column: only.name, place: cellInTheWay(besides: only.position))
    }
    var notes: [String] = []
    var counters: [ColumnProfile] = []
    while numeric.count > 2 {
      if !countless.contains(numeric[0].position), numeric[0].counts(body, cells) {
        counters.append(numeric[0])
        notes.append("Column \(numeric[0].name) counts the rows and was passed over.")
      } else if isIndex(numeric[0]) {
        notes.append("Column \(numeric[0].name) is an index of the rows and was passed over.")
      } else if numeric[0].gaps * 2 > body.count {
        notes.append("Column \(numeric[0].name) is mostly empty and was passed over.")
      } else {
        break
      }
      numeric.removeFirst()
    }
    if numeric.count == 2, counters.isEmpty, !countless.contains(numeric[0].position),
      numeric[0].counts(body, cells) || isIndex(numeric[0])
    {
      notes.append(
        "Column \(numeric[0].name) counts the rows; it is taken because "
          + "\(numeric[1].name) is the only other column of numbers.")
    }
    for column in columns[..<numeric[1].position] where !column.isNumeric && column.numbers > 0 {
      if let odd = column.firstOdd {
        notes.append(
          "Column \(column.name) was passed over for its words, though it holds numbers: "
            + "line \(odd.line) has '\(odd.text)'.")
      }
    }
    return Coordinates(
      x: numeric[0], y: numeric[1], label: label, weight: weight, areChosen: false,
      counters: counters,
      notes: notes + spellings(numeric[0], numeric[1]))
  }

  /// How unusual numbers of the chosen columns were read.
  private func spellings(_ chosen: ColumnProfile...) -> [String] {
    chosen.compactMap { column in
      if column.format.isPercent {
        return "The cells of column \(column.name) are percentages; 45 stands for 45%."
      }
      switch column.format.grouping {
      case .certain: return nil
      case .marks: return "The commas in column \(column.name) group three digits."
      case .spaces: return "The blanks in column \(column.name) group three digits."
      }
    }
  }

  /// Whether a column is the first, called as an index or not at all in a table with names, and all
  /// its whole numbers are different.
  private func isIndex(_ column: ColumnProfile) -> Bool {
    guard column.position == 0, isNamed else { return false }
    let isUnnamed = column.name == TableHead.numbered(1)[0]
    return (isUnnamed || ColumnProfile.indexNames.contains(column.name.lowercased()))
      && column.numbersRows(body, cells)
  }

  /// The position of the column with this name or, if none has it, with this number from 1.
  private func position(of name: String) throws(DataError) -> Int {
    let name = name.harmless
    let matches = columns.indices.filter { columns[$0].name == name }
    guard matches.count <= 1 else {
      throw DataError.ambiguousColumn(name: name, file: source.file)
    }
    if let match = matches.first { return match }
    if let number = Int(name), columns.indices.contains(number - 1) { return number - 1 }
    throw DataError.noColumn(name: name, file: source.file, columns: columns.map(\.name))
  }

  /// The first cell with a digit that is no number, row by row.
  private func cellInTheWay(besides taken: Int? = nil) -> CellPlace? {
    for row in body {
      for column in columns where column.position != taken && column.position < row.fields.count {
        let field = row.fields[column.position]
        guard cells.bytes[field.start..<field.end].contains(where: { (0x30...0x39).contains($0) }),
          cells.cell(field, column.format) == .word
        else { continue }
        return CellPlace(line: row.line, column: column.name, text: field.name(in: cells.bytes))
      }
    }
    return nil
  }
}
