import MixtureEngine

/// Gathers the points of a table row by row, and counts the rows without one.
struct RowCollector {
  typealias Column = (position: Int, name: String)

  let file: String
  let decimalComma: Bool
  let x: Column
  let y: Column
  let label: Column?

  private var xs: [Double] = []
  private var ys: [Double] = []
  private var labels: [Int?] = []
  private var labelNames: [String] = []
  private var labelNumbers: [String: Int] = [:]
  private var skippedRows = 0

  init(file: String, decimalComma: Bool, x: Column, y: Column, label: Column?) {
    self.file = file
    self.decimalComma = decimalComma
    self.x = x
    self.y = y
    self.label = label
  }

  /// Keeps the record's point, or counts it among the skipped if a coordinate is missing.
  mutating func add(_ record: Record) throws {
    // Both are looked at before one is found missing, so that a word never hides behind a gap.
    let first = try number(record, x)
    let second = try number(record, y)
    guard let first, let second else {
      skippedRows += 1
      return
    }
    xs.append(first)
    ys.append(second)
    if let label { labels.append(number(ofLabel: label.position, record)) }
  }

  /// All that was gathered.
  func dataSet(named name: String, source: String) throws -> DataSet {
    guard !xs.isEmpty else { throw DataError.noRows(file: file, columns: [x.name, y.name]) }
    return DataSet(
      name: name, source: source, points: PointSet(xs: xs, ys: ys), xName: x.name,
      yName: y.name,
      labels: label.map { KnownLabels(ofPoints: labels, names: labelNames, column: $0.name) },
      skippedRows: skippedRows)
  }

  private func number(_ record: Record, _ column: Column) throws -> Double? {
    guard column.position < record.fields.count else { return nil }
    let field = record.fields[column.position]
    switch Cell(field, decimalComma: decimalComma) {
    case .number(let value) where abs(value) <= PointSet.coordinateLimit: return value
    case .number:
      throw DataError.tooLarge(file: file, line: record.line, column: column.name)
    case .missing: return nil
    case .notFinite:
      throw DataError.notFinite(
        file: file, line: record.line, column: column.name, text: Text.string(field).harmless)
    case .word:
      throw DataError.notANumber(
        file: file, line: record.line, column: column.name, text: Text.string(field).harmless)
    }
  }

  private mutating func number(ofLabel position: Int, _ record: Record) -> Int? {
    guard position < record.fields.count else { return nil }
    let field = Cell.trimmed(record.fields[position])
    guard Cell(field, decimalComma: decimalComma) != .missing else { return nil }
    let name = Text.string(field).harmless
    if let number = labelNumbers[name] { return number }
    labelNumbers[name] = labelNames.count
    labelNames.append(name)
    return labelNames.count - 1
  }
}
