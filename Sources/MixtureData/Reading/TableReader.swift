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
    let table = try Table(Text(bytes, file: file), file: file, options: options)
    var countless: Set<Int> = []
    while true {
      let coordinates = try table.coordinates(options, countless: countless)
      switch try collect(table, coordinates, progress) {
      case .notCounting(let column): countless.insert(column.position)
      case .rows(let rows, let notes):
        var data = try rows.dataSet(
          named: file, source: name, notes: table.notes + coordinates.notes + notes)
        data.table = table.source(coordinates, options)
        return data
      }
    }
  }

  private enum Collected {
    case rows(RowCollector, notes: [String])
    /// A column that was taken for a counter stops counting.
    case notCounting(ColumnProfile)
  }

  private func collect(
    _ table: Table, _ coordinates: Coordinates, _ progress: (Double) throws -> Void
  ) throws -> Collected {
    let width = table.columns.count
    var reader = table.rows()
    var rows = RowCollector(table, coordinates, count: table.estimatedRowCount)
    var asides = Asides(table.asides)
    var record = Record()
    var lonely: Record?
    var untilReport = Self.reportInterval
    while try reader.next(&record) {
      guard table.isRow(record) else {
        asides.add(record)
        continue
      }
      if let row = lonely {
        if let column = try rows.add(row) { return .notCounting(column) }
        lonely = nil
      }
      try table.fit(&record, width: width)
      if record.fields.count == 1 && width > 1 {
        lonely = record
      } else if let column = try rows.add(record) {
        return .notCounting(column)
      }
      untilReport -= 1
      if untilReport == 0 {
        try progress(reader.fractionRead)
        untilReport = Self.reportInterval
      }
    }
    if let lonely {
      throw DataError.width(file: table.source.file, line: lonely.line, fields: 1, columns: width)
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

/// Lines among the rows that are none.
private struct Asides {
  private var comments: (count: Int, first: Int) = (0, 0)
  private var rules: (count: Int, first: Int) = (0, 0)

  init(_ records: [Record]) {
    for record in records { add(record) }
  }

  mutating func add(_ record: Record) {
    if record.kind == .rule {
      rules = (rules.count + 1, rules.count == 0 ? record.line : rules.first)
    } else {
      comments = (comments.count + 1, comments.count == 0 ? record.line : comments.first)
    }
  }

  var notes: [String] {
    [
      TableNotes.comments(count: comments.count, first: comments.first),
      TableNotes.rules(count: rules.count, first: rules.first),
    ].compactMap(\.self)
  }
}
