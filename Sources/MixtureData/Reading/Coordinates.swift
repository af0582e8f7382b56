/// The columns that points are taken from.
struct Coordinates {
  let x: ColumnProfile
  /// `nil` for points on a line.
  let y: ColumnProfile?
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
  /// The columns that the options name, or the first two columns of numbers but for counters, or the
  /// only one where no other holds any number.
  ///
  /// - Parameter uncounted: Columns that were taken for counters and stop counting.
  func coordinates(_ options: ReadingOptions, uncounted: Set<Int> = []) throws(DataError)
    -> Coordinates
  {
    var label: ColumnProfile?
    if let name = options.labelColumn { label = columns[try position(of: name)] }
    var weight: ColumnProfile?
    if let name = options.weightColumn { weight = columns[try position(of: name)] }
    if let choice = options.columns {
      let x = try position(of: choice.x)
      var y: Int?
      if let name = choice.y { y = try position(of: name) }
      guard x != y else { throw DataError.sameColumn(name: columns[x].name) }
      return Coordinates(
        x: columns[x], y: y.map { columns[$0] }, label: label, weight: weight, areChosen: true,
        notes: spellings([columns[x]] + (y.map { [columns[$0]] } ?? [])))
    }
    var numeric = columns.filter(\.isNumeric)
    for role in [weight, label] where numeric.count > 2 {
      numeric.removeAll { $0.position == role?.position }
    }
    guard let only = numeric.first else {
      throw DataError.words(file: source.file, place: cellInTheWay(mayBeAnyWord: false))
    }
    guard numeric.count >= 2 else {
      // A column whose cells have digits may well have been meant for the other coordinate.
      if let place = cellInTheWay(besides: only.position, mayBeAnyWord: false) {
        throw DataError.oneColumn(file: source.file, column: only.name, place: place)
      }
      return Coordinates(
        x: only, y: nil, label: label, weight: weight, areChosen: false, notes: spellings([only]))
    }
    var notes: [String] = []
    var counters: [ColumnProfile] = []
    func say(_ column: ColumnProfile, _ what: String) {
      let place = isWhollySampled ? "" : ", as the first \(body.count) rows show"
      notes.append("\(column.name.asColumn.capitalisedFirst) \(what)\(place).")
    }
    while numeric.count > 2 {
      if !uncounted.contains(numeric[0].position), numeric[0].counts(body, cells) {
        counters.append(numeric[0])
        notes.append(
          "\(numeric[0].name.asColumn.capitalisedFirst) counts the rows and was passed over.")
      } else if isIndex(numeric[0]) {
        say(numeric[0], "is an index of the rows and was passed over")
      } else if isMostlyEmpty(numeric[0], beside: numeric[1], numeric[2]) {
        say(numeric[0], "is mostly empty and was passed over")
      } else {
        break
      }
      numeric.removeFirst()
    }
    if numeric.count == 2, !uncounted.contains(numeric[0].position) {
      let counts = numeric[0].counts(body, cells)
      if counts || isIndex(numeric[0]) {
        say(
          numeric[0],
          (counts ? "counts the rows" : "is an index of the rows") + "; it is taken because "
            + "\(numeric[1].name.asColumn) is the only other column of numbers")
      }
    }
    for (role, what) in [(weight, "weights"), (label, "labels")] {
      if let role, numeric.prefix(2).contains(where: { $0.position == role.position }) {
        notes.append(
          "\(role.name.asColumn.capitalisedFirst) has the \(what) and is a coordinate too, because "
            + "there are only two columns of numbers.")
      }
    }
    for column in columns[..<numeric[1].position] where !column.isNumeric && column.numbers > 0 {
      if let odd = column.firstOdd {
        notes.append(
          "\(column.name.asColumn.capitalisedFirst) was passed over, though it holds numbers: "
            + "'\(odd.text)' in line \(odd.line) is not one.")
      }
    }
    return Coordinates(
      x: numeric[0], y: numeric[1], label: label, weight: weight, areChosen: false,
      counters: counters,
      notes: notes + spellings([numeric[0], numeric[1]]))
  }

  /// In fewer rows than these a few gaps are no sign of an empty column.
  private static let fewestForEmptiness = 20

  /// Whether a column has gaps in more than half of the rows in which two others have numbers.
  private func isMostlyEmpty(
    _ column: ColumnProfile, beside x: ColumnProfile, _ y: ColumnProfile
  ) -> Bool {
    guard column.gaps > 0 else { return false }
    func isGap(_ row: Record, _ column: ColumnProfile) -> Bool {
      column.position >= row.fields.count
        || cells.cell(row.fields[column.position], column.format) == .missing
    }
    let full = body.filter { !isGap($0, x) && !isGap($0, y) }
    return full.count >= Self.fewestForEmptiness
      && full.count { isGap($0, column) } * 2 > full.count
  }

  /// How unusual numbers of the chosen columns were read.
  private func spellings(_ chosen: [ColumnProfile]) -> [String] {
    chosen.compactMap { column in
      if column.format.isPercent {
        return "The cells of \(column.name.asColumn) are percentages; 45 stands for 45%."
      }
      switch column.format.grouping {
      case .certain: return nil
      case .marks:
        let mark = column.format.decimalComma ? "points" : "commas"
        return column.groups(body, cells)
          ? "The \(mark) in \(column.name.asColumn) group three digits." : nil
      case .spaces: return "The blanks in \(column.name.asColumn) group three digits."
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
    // A number may also stand behind #, where a column has the number for a name.
    let digits = name.first == "#" ? String(name.dropFirst()) : name
    if let number = Int(digits), number > 0, number <= columns.count { return number - 1 }
    throw DataError.noColumn(name: name, file: source.file, columns: columns.map(\.name))
  }

  /// The first cell that is no number in a column that holds numbers too, or else the first with a
  /// digit, or else, if that helps, the first of all.
  private func cellInTheWay(besides taken: Int? = nil, mayBeAnyWord: Bool) -> CellPlace? {
    if let odd = columns.first(where: { $0.position != taken && $0.numbers > 0 })?.firstOdd {
      return odd
    }
    var first: CellPlace?
    for row in body {
      for column in columns where column.position != taken && column.position < row.fields.count {
        let field = row.fields[column.position]
        guard cells.cell(field, column.format) == .word else { continue }
        let hasDigit = cells.bytes[field.start..<field.end].contains { (0x30...0x39).contains($0) }
        guard hasDigit || mayBeAnyWord && first == nil else { continue }
        let place = CellPlace(
          line: row.line, column: column.name, text: field.name(in: cells.bytes))
        if hasDigit { return place }
        first = place
      }
    }
    return first
  }
}

extension String {
  /// The sentence that begins with these words.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
