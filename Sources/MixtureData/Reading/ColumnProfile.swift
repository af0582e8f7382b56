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
  static func best(
    _ position: Int, name: String, of rows: [Record], _ cells: CellReader, separator: Separator,
    decimalComma: Bool
  ) -> ColumnProfile {
    let usual = NumberFormat(decimalComma: decimalComma)
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
    guard odd == 0, gaps == 0, rows.count >= 3, let first = rows.first,
      position < first.fields.count,
      case .number(let start) = cells.cell(first.fields[position], format),
      start == 0 || start == 1,
      let numbers = wholeNumbers(rows, cells)
    else { return false }
    return numbers.indices.allSatisfy { numbers[$0] == Int(start) + $0 }
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
