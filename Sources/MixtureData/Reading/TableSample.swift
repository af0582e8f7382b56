/// The first records of a text under one separator, and how well the separator fits them.
struct TableSample {
  let separator: Separator
  /// Where the columns of ``Separator/fixed`` are.
  let fixedColumns: [Range<Int>]
  /// The records, with comments and rules.
  let records: [Record]
  /// The records that a table is made of: without comments and rules.
  let rows: [Record]
  /// How many fields most rows with numbers have, or the names if rows share that.
  let width: Int
  /// The error that ended the sample early, if one did.
  let failure: DataError?
  /// The columns in which more of the rows have a number than a word.
  let numericColumns: [Int]
  /// Whether lines that begin with `#` are rows.
  let takesHashes: Bool
  private let cells: CellReader

  /// The sample of the first `count` records.
  ///
  /// - Parameter takesHashes: Whether lines that begin with `#` are rows.
  init(
    of source: TableText, separator: Separator, count: Int, cells: CellReader,
    takesHashes: Bool, decimalComma: Bool?
  ) {
    self.separator = separator
    self.takesHashes = takesHashes
    self.cells = cells
    fixedColumns = separator == .fixed ? FixedColumns.found(in: source, lines: count) : []
    var reader = RecordReader(source, separator: separator, columns: fixedColumns)
    var records: [Record] = []
    var record = Record()
    var failure: DataError?
    do throws(DataError) {
      while records.count < count, try reader.next(&record) { records.append(record) }
    } catch {
      failure = error
    }
    self.failure = failure
    self.records = records
    rows = records.filter { $0.kind == .row || takesHashes && $0.kind == .hash }
    let marks = Self.marks(separator, decimalComma)
    let numberCounts = rows.map { row in
      row.fields.count { Self.isNumber($0, cells, marks) }
    }
    width = Self.width(of: rows, numberCounts)
    numericColumns = Self.numericColumns(
      of: zip(rows, numberCounts).filter { [width] in $0.fields.count == width && $1 > 0 }.map(\.0),
      width: width, cells, marks)
    self.marks = marks
  }

  private let marks: [NumberFormat]

  /// The decimal marks that are possible: a comma can't be one where it separates.
  private static func marks(_ separator: Separator, _ decimalComma: Bool?) -> [NumberFormat] {
    if let decimalComma { return [NumberFormat(decimalComma: decimalComma)] }
    return separator == .comma
      ? [NumberFormat()] : [NumberFormat(), NumberFormat(decimalComma: true)]
  }

  private static func isNumber(
    _ field: Field, _ cells: CellReader, _ marks: [NumberFormat]
  ) -> Bool {
    marks.contains { cells.cell(field, $0).isNumber }
  }

  /// Whether a record belongs to the table, its names or its preamble.
  func isRow(_ record: Record) -> Bool {
    record.kind == .row || takesHashes && record.kind == .hash
  }

  /// Whether a field is a number with one decimal mark or the other.
  func isNumber(_ field: Field) -> Bool { Self.isNumber(field, cells, marks) }

  /// Whether nothing was measured.
  func isGap(_ field: Field) -> Bool { !isNumber(field) && cells.cell(field, marks[0]) == .missing }

  private static func width(of rows: [Record], _ numberCounts: [Int]) -> Int {
    for least in [2, 1, 0] {
      let numeric = rows.indices.filter { numberCounts[$0] >= least }
      guard let first = numeric.first else { continue }
      var counts: [Int: Int] = [:]
      for row in numeric { counts[rows[row].fields.count, default: 0] += 1 }
      if least > 0, first > 0, numberCounts[first - 1] == 0,
        counts[rows[first - 1].fields.count] != nil, rows[first - 1].fields.count > 1
      {
        return rows[first - 1].fields.count
      }
      return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
    }
    return 0
  }

  private static func numericColumns(
    of rows: [Record], width: Int, _ cells: CellReader, _ marks: [NumberFormat]
  ) -> [Int] {
    (0..<width).filter { column in
      var balance = 0
      for row in rows {
        if isNumber(row.fields[column], cells, marks) {
          balance += 1
        } else if cells.cell(row.fields[column], marks[0]) != .missing {
          balance -= 1
        }
      }
      return balance > 0
    }
  }
}

// MARK: - The separator that fits

extension TableSample {
  /// How many rows have the width; R's names are one short, as the names of rows have none.
  private var share: Double {
    var fitting = rows.count { $0.fields.count == width }
    if rows.count > 1, rows[0].fields.count == width - 1, width > 2, rows[1].fields.count == width,
      separator != .fixed, !rows[0].fields.contains(where: isNumber)
    {
      fitting += 1
    }
    return Double(fitting) / Double(max(rows.count, 1))
  }

  private var firstFits: Bool { rows.first?.fields.count == width }

  /// Whether fields are counted for certain, all rows fit, and one column holds numbers.
  private var isClear: Bool {
    separator.isCertain && share == 1 && !numericColumns.isEmpty
  }

  /// The sample under the separator that fits best, `nil` if none makes two columns.
  ///
  /// The largest share of rows of one width wins. Blanks and places are tried only if nothing else
  /// fits every row, and what gives no column of numbers yields to what gives two and fits the
  /// first row as well. Of equals, that with two columns of numbers wins, then the likelier one.
  static func best(of samples: [TableSample], isCommaFile: Bool) -> TableSample? {
    var candidates = samples.filter { $0.width > 1 && $0.failure == nil }
    if candidates.contains(where: \.isClear) { candidates.removeAll { !$0.separator.isCertain } }
    if isCommaFile {
      let tied = candidates.contains { $0.separator.isCertain && $0.share == 1 }
      if tied { candidates.removeAll { !$0.separator.isCertain } }
    }
    guard var best = candidates.first else { return nil }
    for sample in candidates.dropFirst() where sample.isBetter(than: best) { best = sample }
    if best.numericColumns.isEmpty,
      let other = candidates.first(where: { $0.numericColumns.count >= 2 && $0.firstFits })
    {
      return other
    }
    return best
  }

  private func isBetter(than other: TableSample) -> Bool {
    (share, min(numericColumns.count, 2)) > (other.share, min(other.numericColumns.count, 2))
  }
}
