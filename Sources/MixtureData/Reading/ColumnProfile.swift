/// What a column holds, as far as a sample of its rows tells.
struct ColumnProfile {
  let position: Int
  let name: String
  /// How its numbers are written.
  let format: NumberFormat
  /// How many cells are numbers, gaps, and neither.
  private(set) var numbers = 0
  private(set) var gaps = 0
  private(set) var odd = 0
  /// The first cell that is neither a number nor a gap.
  private(set) var firstOdd: CellPlace?

  init(
    _ position: Int, name: String, of rows: [Record], _ cells: CellReader, _ format: NumberFormat
  ) {
    self.position = position
    self.name = name
    self.format = format
    for row in rows {
      let field = position < row.fields.count ? row.fields[position] : .none
      switch cells.cell(field, format) {
      case .number, .notFinite: numbers += 1
      case .missing: gaps += 1
      case .word:
        odd += 1
        if firstOdd == nil {
          firstOdd = CellPlace(line: row.line, column: name, text: field.name(in: cells.bytes))
        }
      }
    }
  }

  /// Whether it is a column of numbers: at most one cell in ten, or just one, is odd.
  var isNumeric: Bool { numbers > odd && (odd <= 1 || odd * 10 <= numbers + odd) }

  /// Whether no cell is odd, and some are numbers.
  var isWholly: Bool { numbers > 0 && odd == 0 }
}

extension ColumnProfile {
  /// The profile under the way of writing numbers that fits the column best.
  ///
  /// Other ways than the usual one need every cell of the column.
  ///
  /// - Parameter marksGroup: Whether the other decimal mark can only group digits, because the user
  ///   has named the decimal mark.
  static func best(
    _ position: Int, name: String, of rows: [Record], _ cells: CellReader, separator: Separator,
    decimalComma: Bool, marksGroup: Bool
  ) -> ColumnProfile {
    let usual = NumberFormat(
      decimalComma: decimalComma, grouping: marksGroup ? .marks : .certain)
    let profile = ColumnProfile(position, name: name, of: rows, cells, usual)
    guard profile.odd > 0 else { return profile }
    var others = [usual]
    others[0].isPercent = true
    if separator != .blanks {
      others.append(usual)
      others[1].grouping = .spaces
    }
    if separator == .comma, !decimalComma {
      others.append(usual)
      others[others.count - 1].grouping = .marks
    }
    return others.lazy.map { ColumnProfile(position, name: name, of: rows, cells, $0) }
      .first(where: \.isWholly) ?? profile
  }
}

extension ColumnProfile {
  /// Whether some of its numbers are grouped by the other decimal mark.
  func groups(_ rows: [Record], _ cells: CellReader) -> Bool {
    let other = UInt8(ascii: format.decimalComma ? "." : ",")
    return rows.contains { row in
      guard position < row.fields.count else { return false }
      let field = row.fields[position]
      return cells.bytes[field.start..<field.end].contains(other)
    }
  }
}

// MARK: - Counters

extension ColumnProfile {
  /// The whole numbers of the column, `nil` if some cell isn't one.
  private func wholeNumbers(_ rows: [Record], _ cells: CellReader) -> [Int]? {
    var numbers: [Int] = []
    for row in rows {
      guard position < row.fields.count,
        case .number(let value) = cells.cell(row.fields[position], format),
        let number = Int(exactly: value)
      else { return nil }
      numbers.append(number)
    }
    return numbers
  }

  /// Whether the cells count the rows: 0, 1, 2 … or 1, 2, 3 … in three rows or more.
  func counts(_ rows: [Record], _ cells: CellReader) -> Bool {
    guard odd == 0, numbers >= 3 else { return false }
    // Lines of separators alone, as spreadsheets leave them, are not counted by anybody.
    let filled = gaps == 0 ? rows : rows.filter { $0.filledCount(in: cells.bytes) > 0 }
    guard let numbers = wholeNumbers(filled, cells), let start = numbers.first,
      start == 0 || start == 1
    else { return false }
    return numbers.indices.allSatisfy { numbers[$0] == start + $0 }
  }

  /// Whether the cells are whole numbers, all different, as names of rows are.
  func numbersRows(_ rows: [Record], _ cells: CellReader) -> Bool {
    guard odd == 0, gaps == 0, let numbers = wholeNumbers(rows, cells) else { return false }
    return Set(numbers).count == numbers.count
  }

  /// What a column of row numbers is called, in small letters.
  static let indexNames: Set<String> = [
    "id", "index", "rownames", "row names", "row.names", "unnamed: 0", "#",
  ]
}
