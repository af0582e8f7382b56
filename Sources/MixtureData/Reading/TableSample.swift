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
  /// Whether the bars around every line are no separators.
  let dropsOuterBars: Bool
  /// Whether rows with two numbers, or with one below a line as wide as they are, give the width.
  let isGrounded: Bool
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
    if failure != nil {
      // Without quotation marks the separator can still be judged.
      var plain = source
      plain.quotes = []
      records = []
      reader = RecordReader(plain, separator: separator, columns: fixedColumns)
      while records.count < count, (try? reader.next(&record)) == true { records.append(record) }
    }
    let bytes = source.text.bytes
    let barred = records.filter { $0.isRow(takingHashes: takesHashes) && $0.fields.count > 1 }
    dropsOuterBars =
      separator == .pipe && !barred.isEmpty && barred.allSatisfy { $0.hasOuterBars(in: bytes) }
    if dropsOuterBars {
      for index in records.indices where records[index].hasOuterBars(in: bytes) {
        records[index].fields.removeLast()
        records[index].fields.removeFirst()
      }
    }
    self.records = records
    let taken = records.filter { $0.isRow(takingHashes: takesHashes) }
    let marks = Self.marks(separator, decimalComma)
    let takenCounts = taken.map { row in row.fields.count { Self.isNumber($0, cells, marks) } }
    let width = Self.width(of: taken, takenCounts)
    let kept = zip(taken, takenCounts).filter { row, _ in
      row.kind == .row || row.isHashedRow(width: width, cells)
    }
    let rows = kept.map(\.0)
    let numberCounts = kept.map(\.1)
    self.rows = rows
    self.width = width
    isGrounded =
      numberCounts.contains { $0 > 1 }
      || zip(rows.indices, numberCounts).contains { index, count in
        count > 0 && rows[index].fields.count == width && index > 0
          && rows[..<index].contains { $0.fields.count == width }
      }
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
  func isRow(_ record: Record) -> Bool { record.isRow(takingHashes: takesHashes) }

  /// Whether a field is a number with one decimal mark or the other.
  func isNumber(_ field: Field) -> Bool { Self.isNumber(field, cells, marks) }

  private static func width(of rows: [Record], _ numberCounts: [Int]) -> Int {
    for least in [2, 1, 0] {
      let numeric = rows.indices.filter { numberCounts[$0] >= least }
      guard let first = numeric.first else { continue }
      let counts = numeric.map { rows[$0].fields.count }
      if least > 0, first > 0, numberCounts[first - 1] == 0,
        counts.contains(rows[first - 1].fields.count), rows[first - 1].fields.count > 1
      {
        return rows[first - 1].fields.count
      }
      return counts.mostFrequent ?? 0
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
  /// How many rows have the width.
  ///
  /// Titles have no separators; where these can't be parts of numbers, titles don't count against
  /// them.
  private var share: Double {
    let isUnmistakable = separator.isCertain && separator != .comma
    let judged = isUnmistakable ? rows.drop { $0.fields.count == 1 } : rows[...]
    return Double(judged.count { $0.fields.count == width }) / Double(max(judged.count, 1))
  }

  /// How many fields the first row has, if none is a number.
  private var namesCount: Int? {
    rows.first.flatMap { $0.fields.contains(where: isNumber) ? nil : $0.fields.count }
  }

  /// Whether the first row has no number and one field fewer than others, as in R's tables.
  private var hasShortNames: Bool { width > 2 && namesCount == width - 1 }

  /// Whether the first row has short names, and all others fit.
  private var hasNamesOfR: Bool {
    hasShortNames && rows.count > 1 && rows.dropFirst().allSatisfy { $0.fields.count == width }
  }

  private var firstFits: Bool { rows.first?.fields.count == width }

  private var fitsEverywhere: Bool { rows.allSatisfy { $0.fields.count == width } }

  /// Whether fields are counted for certain, all rows fit, and one column holds numbers.
  private var isClear: Bool {
    separator.isCertain && fitsEverywhere && !numericColumns.isEmpty
  }

  /// The sample under the separator that fits best, `nil` if none makes two columns.
  ///
  /// The largest share of rows of one width wins. Blanks and places are tried only if nothing else
  /// fits every row, and what gives no column of numbers yields to what gives two and fits the
  /// first row as well. Of equals that one wins which the file's name speaks for, then one with two
  /// columns of numbers, then the likelier one.
  static func best(of samples: [TableSample], file: String) -> TableSample? {
    var candidates = samples.filter { $0.width > 1 }
    if candidates.contains(where: \.isClear) { candidates.removeAll { !$0.separator.isCertain } }
    if candidates.contains(where: \.isGrounded) {
      candidates.removeAll { !$0.isGrounded && !($0.separator.isCertain && $0.fitsEverywhere) }
    }
    func merit(_ sample: TableSample) -> (Double, Int, Int) {
      (sample.share, sample.favour(of: file.lowercased()), min(sample.numericColumns.count, 2))
    }
    guard var best = candidates.first else { return nil }
    for sample in candidates.dropFirst() where merit(sample) > merit(best) { best = sample }
    if best.separator == .fixed, let other = candidates.first(where: \.hasNamesOfR) { best = other }
    if best.numericColumns.isEmpty,
      let other = candidates.first(where: { $0.numericColumns.count >= 2 && $0.firstFits })
    {
      return other
    }
    return best
  }

  /// Whether another separator between numbers with decimal commas is as likely as the commas: it
  /// fits every row with numbers, in which no comma is but in such a number.
  func isAsLikely(as other: TableSample) -> Bool {
    let decimal = NumberFormat(decimalComma: true)
    guard separator == .comma, other.numericColumns.count > 1, numericColumns.count < width else {
      return false
    }
    var hasNumbers = false
    for row in other.rows where row.fields.contains(where: other.isNumber) {
      guard row.fields.count == other.width else { return false }
      hasNumbers = true
      for field in row.fields {
        let bytes = cells.bytes[field.start..<field.end]
        guard !bytes.contains(UInt8(ascii: ",")) || decimal.number(field, in: cells.bytes) != nil
        else { return false }
      }
    }
    return hasNumbers
  }

  /// Whether the first row has names for this sample's columns, in R's manner too.
  var isNamedByWords: Bool { namesCount == width || hasShortNames }

  /// What a file's name says of the separator: .tsv speaks for tabs, .csv against blanks.
  private func favour(of file: String) -> Int {
    if file.hasSuffix(".tsv"), separator == .tab { return 1 }
    return file.hasSuffix(".csv") && !separator.isCertain ? -1 : 0
  }
}

extension Sequence<Int> {
  /// The number that comes most often, the largest of equals; `nil` where there is none.
  var mostFrequent: Int? {
    var counts: [Int: Int] = [:]
    for number in self { counts[number, default: 0] += 1 }
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }
}
