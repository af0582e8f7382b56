import MixtureEngine

/// Gathers the points of a table row by row, and counts the rows without one.
struct RowCollector {
  private let table: Table
  private let coordinates: Coordinates
  private let cells: CellReader

  private var xs: [Double] = []
  private var ys: [Double] = []
  private var weights: [Double] = []
  private var labels: [Int?] = []
  private var labelNames: [String] = []
  private var labelNumbers: [String: Int] = [:]
  private var skippedRows = 0
  /// How many rows the counters have counted.
  private var rowCount = 0

  /// A collector for about `count` rows.
  init(_ table: Table, _ coordinates: Coordinates, count: Int) {
    self.table = table
    self.coordinates = coordinates
    cells = table.cells
    xs.reserveCapacity(count)
    ys.reserveCapacity(count)
  }

  /// Keeps the record's point, or counts it among the skipped if a coordinate or the weight is
  /// missing.
  ///
  /// - Returns: A column that was taken for a counter and doesn't go on counting.
  mutating func add(_ record: Record) throws(DataError) -> ColumnProfile? {
    if !coordinates.counters.isEmpty, record.filledCount(in: cells.bytes) > 0 {
      for counter in coordinates.counters where !goesOn(counter, record) { return counter }
      rowCount += 1
    }
    // All are looked at before one is found missing, so that a word never hides behind a gap.
    let first = try number(record, coordinates.x)
    let second =
      try coordinates.y.map { column throws(DataError) in try number(record, column) } ?? 0
    let third =
      try coordinates.weight.map { column throws(DataError) in
        try number(ofWeight: column, record)
      } ?? 1
    guard let first, let second, let third else {
      skippedRows += 1
      return nil
    }
    if coordinates.weight != nil { weights.append(third) }
    xs.append(first)
    ys.append(second)
    if let label = coordinates.label { labels.append(number(ofLabel: label, record)) }
    return nil
  }

  /// All that was gathered.
  func dataSet(named name: String, source: String, notes: [String]) throws(DataError) -> DataSet {
    let (x, y) = (coordinates.x, coordinates.y)
    guard !xs.isEmpty else {
      throw DataError.noRows(
        file: table.source.file, columns: [x.name] + (y.map { [$0.name] } ?? []),
        weight: coordinates.weight?.name)
    }
    return DataSet(
      name: name, source: source, points: try points(), xName: x.name,
      yName: y?.name ?? "",
      labels: coordinates.label.map {
        KnownLabels(ofPoints: labels, names: labelNames, column: $0.name)
      },
      weightColumn: coordinates.weight?.name, skippedRows: skippedRows, notes: notes)
  }

  private func points() throws(DataError) -> PointSet {
    let dimension = coordinates.y == nil ? 1 : 2
    let points = PointSet(xs: xs, ys: ys, dimension: dimension)
    if let narrow = points.tooNarrowCoordinate {
      throw DataError.tooNarrow(
        file: table.source.file,
        column: (narrow == 0 ? coordinates.x : coordinates.y ?? coordinates.x).name)
    }
    guard let weight = coordinates.weight else { return points }
    do {
      return dimension == 1
        ? try PointSet(validating: xs, weights: weights)
        : try PointSet(validating: xs, ys, weights: weights)
    } catch {
      throw DataError.tooHeavy(file: table.source.file, column: weight.name)
    }
  }

  /// The record's weight; `nil` where it is missing or zero, so that the row does not count.
  private func number(
    ofWeight column: ColumnProfile, _ record: Record
  ) throws(DataError) -> Double? {
    guard column.position < record.fields.count else { return nil }
    let field = record.fields[column.position]
    switch cells.cell(field, column.format) {
    case .missing, .number(0): return nil
    case .number(let value) where PointSet.weightLimits.contains(value): return value
    case .number, .notFinite, .word:
      throw DataError.notAWeight(file: table.source.file, place: place(column, field, record))
    }
  }

  private func place(_ column: ColumnProfile, _ field: Field, _ record: Record) -> CellPlace {
    CellPlace(line: record.line, column: column.name, text: field.name(in: cells.bytes))
  }

  private func goesOn(_ counter: ColumnProfile, _ record: Record) -> Bool {
    guard let first = table.body.first(where: { $0.filledCount(in: cells.bytes) > 0 }),
      counter.position < record.fields.count,
      case .number(let start) = cells.cell(first.fields[counter.position], counter.format),
      case .number(let value) = cells.cell(record.fields[counter.position], counter.format)
    else { return false }
    return value == start + Double(rowCount)
  }

  private func number(_ record: Record, _ column: ColumnProfile) throws(DataError) -> Double? {
    guard column.position < record.fields.count else { return nil }
    let field = record.fields[column.position]
    switch cells.cell(field, column.format) {
    case .number(let value):
      guard abs(value) <= PointSet.coordinateLimit else {
        throw DataError.tooLarge(file: table.source.file, line: record.line, column: column.name)
      }
      return value
    case .missing: return nil
    case .notFinite:
      throw DataError.notFinite(file: table.source.file, place: place(column, field, record))
    case .word:
      throw DataError.notANumber(
        file: table.source.file, place: place(column, field, record),
        isChosen: coordinates.areChosen)
    }
  }

  private mutating func number(ofLabel column: ColumnProfile, _ record: Record) -> Int? {
    guard column.position < record.fields.count else { return nil }
    let field = record.fields[column.position]
    guard cells.cell(field, column.format) != .missing else { return nil }
    let name = field.name(in: cells.bytes)
    if let number = labelNumbers[name] { return number }
    labelNumbers[name] = labelNames.count
    labelNames.append(name)
    return labelNames.count - 1
  }
}
