import MixtureEngine

/// Gathers the points of a table row by row, and counts the rows without one.
struct RowCollector {
  typealias Column = (position: Int, name: String)

  let file: String
  let decimalComma: Bool
  let x: Column
  let y: Column
  let label: Column?
  let weight: Column?

  private var xs: [Double] = []
  private var ys: [Double] = []
  private var weights: [Double] = []
  private var labels: [Int?] = []
  private var labelNames: [String] = []
  private var labelNumbers: [String: Int] = [:]
  private var skippedRows = 0

  init(
    file: String, decimalComma: Bool, x: Column, y: Column, label: Column?, weight: Column? = nil
  ) {
    self.file = file
    self.decimalComma = decimalComma
    self.x = x
    self.y = y
    self.label = label
    self.weight = weight
  }

  /// Keeps the record's point, or counts it among the skipped if a coordinate or the weight is
  /// missing.
  mutating func add(_ record: Record) throws {
    // All are looked at before one is found missing, so that a word never hides behind a gap.
    let first = try number(record, x)
    let second = try number(record, y)
    let third = try weight.map { try number(ofWeight: $0, record) } ?? 1
    guard let first, let second, let third else {
      skippedRows += 1
      return
    }
    xs.append(first)
    ys.append(second)
    if weight != nil { weights.append(third) }
    if let label { labels.append(number(ofLabel: label.position, record)) }
  }

  /// All that was gathered.
  func dataSet(named name: String, source: String) throws -> DataSet {
    guard !xs.isEmpty else {
      throw DataError.noRows(file: file, columns: [x.name, y.name], weight: weight?.name)
    }
    return DataSet(
      name: name, source: source, points: try points, xName: x.name,
      yName: y.name,
      labels: label.map { KnownLabels(ofPoints: labels, names: labelNames, column: $0.name) },
      weightColumn: weight?.name, skippedRows: skippedRows)
  }

  private var points: PointSet {
    get throws(DataError) {
      guard let weight else { return PointSet(xs: xs, ys: ys) }
      do {
        return try PointSet(validating: xs, ys, weights: weights)
      } catch {
        throw DataError.tooHeavy(file: file, column: weight.name)
      }
    }
  }

  /// The record's weight; `nil` where it is missing or zero, so that the row does not count.
  private func number(ofWeight column: Column, _ record: Record) throws -> Double? {
    guard column.position < record.fields.count else { return nil }
    let field = record.fields[column.position]
    switch Cell(field, decimalComma: decimalComma) {
    case .missing, .number(0): return nil
    case .number(let value) where PointSet.weightLimits.contains(value): return value
    case .number, .notFinite, .word:
      throw DataError.notAWeight(
        file: file, line: record.line, column: column.name, text: Text.string(field).harmless)
    }
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
