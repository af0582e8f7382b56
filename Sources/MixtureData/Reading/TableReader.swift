import MixtureEngine

/// Reads a table of text into points of the plane.
///
/// The table is found by its structure: the separator is the one under which its lines agree, names
/// are the words above the numbers, and columns that only count the rows are passed over. What was
/// passed over or left out is counted, and said in the data set's notes.
public struct TableReader: Sendable {
  /// What the user says of the table.
  public var options: ReadingOptions

  /// A reader with these options.
  public init(_ options: ReadingOptions = ReadingOptions()) {
    self.options = options
  }

  /// The separator where the user names none and it is known.
  var usualSeparator: Separator?

  /// The points in the bytes of a file.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - name: The name of the data set and, in messages, of the file.
  ///   - progress: Told now and then which fraction has been read, from 0 to 1; what it throws ends
  ///     the reading.
  /// - Throws: ``DataError`` with the sentence for the user.
  /// - Complexity: O(*n*) in the number of bytes.
  public func read(
    _ bytes: [UInt8], named name: String, progress: (Double) throws -> Void = { _ in }
  ) throws -> DataSet {
    let file = name.harmless
    var options = options
    options.separator = options.separator ?? usualSeparator
    let table = try Table(Text(bytes, file: file), file: file, options: options)
    var uncounted: Set<Int> = []
    var stops: [String] = []
    while true {
      let coordinates = try table.coordinates(options, uncounted: uncounted)
      switch try collect(table, coordinates, progress) {
      case .notCounting(let column, let line):
        uncounted.insert(column.position)
        stops.append(
          "\(column.name.asColumn.capitalisedFirst) counts the rows up to line \(line) only.")
      case .rows(let rows, let notes):
        var data = try rows.dataSet(
          named: file, source: name, notes: table.notes + stops + coordinates.notes + notes)
        data.table = table.source(coordinates, self.options)
        if let tosses = self.options.tosses {
          do throws(InvalidInput) {
            data.points = try data.points.heads(outOf: tosses)
          } catch {
            throw DataError.tosses(file: table.source.file, reason: "\(error)")
          }
        }
        return data
      }
    }
  }

  private enum Collected {
    case rows(RowCollector, notes: [String])
    /// A column that was taken for a counter stops counting.
    case notCounting(ColumnProfile, line: Int)
  }

  private func collect(
    _ table: Table, _ coordinates: Coordinates, _ progress: (Double) throws -> Void
  ) throws -> Collected {
    let width = table.columns.count
    var reader = table.rows()
    var rows = RowCollector(table, coordinates, count: table.estimatedRowCount)
    var asides = Asides(table.asides)
    var record = Record()
    var single: Record?
    var untilReport = Self.reportInterval
    while try reader.next(&record) {
      guard table.isRow(record) else {
        asides.add(record)
        continue
      }
      if let row = single {
        if let column = try rows.add(row) { return .notCounting(column, line: row.line) }
        single = nil
      }
      try table.fit(&record, width: width)
      if record.hasComment { asides.add(record) }
      if record.fields.count == 1, width > 1, table.source.format != .json {
        single = record
      } else if let column = try rows.add(record) {
        return .notCounting(column, line: record.line)
      }
      untilReport -= 1
      if untilReport == 0 {
        try progress(reader.fractionRead)
        untilReport = Self.reportInterval
      }
    }
    if let single {
      throw DataError.lastLine(file: table.source.file, line: single.line, columns: width)
    }
    try progress(1)
    return .rows(rows, notes: asides.notes)
  }

  private static let reportInterval = 20_000
}

extension Table {
  /// About how many rows there are, by the length of the first ones.
  fileprivate var estimatedRowCount: Int {
    guard let first = body.first, let last = body.last, last.start > first.start else {
      return body.count
    }
    let length = Double(last.start - first.start) / Double(body.count - 1)
    return Int(Double(source.text.bytes.count - first.start) / length * 1.01) + 1
  }
}
