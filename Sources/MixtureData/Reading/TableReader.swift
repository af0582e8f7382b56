import MixtureEngine

/// Reads a table of text into points of the plane.
///
/// Columns are separated by tabs, semicolons, commas or blanks, numbers have a decimal point or a
/// decimal comma, and a header is there or not: the first hundred records decide. Rows in which a
/// coordinate or the weight is missing, or the weight zero, are left out and counted.
public struct TableReader: Sendable {
  /// The coordinates' columns; `nil` takes the first two columns of numbers.
  public var columns: ColumnChoice?
  /// The name or number of the column with each point's known label, if there is one.
  public var labelColumn: String?
  /// The name or number of the column with each point's weight; `nil` lets every point count once.
  public var weightColumn: String?

  /// A reader for these columns.
  public init(
    columns: ColumnChoice? = nil, labelColumn: String? = nil, weightColumn: String? = nil
  ) {
    self.columns = columns
    self.labelColumn = labelColumn
    self.weightColumn = weightColumn
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
    let text = try Text(bytes, file: file)
    guard let dialect = Dialect.detected(in: text, file: file) else {
      throw narrowTable(text, file: file)
    }
    var records = RecordReader(text: text, dialect: dialect, file: file)
    let header = Header(sample: records.sample().records, decimalComma: dialect.decimalComma)
    let weight = try weightColumn.map { try header.position(of: $0, file: file) }
    let (x, y) = try header.coordinates(columns, besides: weight, file: file)
    let label = try labelColumn.map { try header.position(of: $0, file: file) }
    var rows = RowCollector(
      file: file, decimalComma: dialect.decimalComma, x: (x, header.names[x]),
      y: (y, header.names[y]), label: label.map { ($0, header.names[$0]) },
      weight: weight.map { ($0, header.names[$0]) })
    records = RecordReader(text: text, dialect: dialect, file: file)
    if header.isPresent { _ = try records.next() }
    var untilReport = TableReader.reportInterval
    while let record = try records.next() {
      try rows.add(record)
      untilReport -= 1
      if untilReport == 0 {
        try progress(records.fractionRead)
        untilReport = TableReader.reportInterval
      }
    }
    try progress(1)
    return try rows.dataSet(named: file, source: name)
  }

  /// Why a text in which no line has two columns is refused.
  private func narrowTable(_ text: Text, file: String) -> any Error {
    let dialect = Dialect(separator: .tab, decimalComma: false)
    var records = RecordReader(text: text, dialect: dialect, file: file)
    let (sample, failure) = records.sample()
    if let failure { return failure }
    guard !sample.isEmpty else { return DataError.empty(file: file) }
    let header = Header(sample: sample, decimalComma: false)
    return header.isNumeric.contains(true)
      ? DataError.oneColumn(file: file, column: header.names[0]) : DataError.words(file: file)
  }

  private static let reportInterval = 20_000
}

/// Which two columns of a table are the coordinates.
public struct ColumnChoice: Equatable, Sendable {
  /// The name, or the number counted from 1, of the first coordinate's column.
  public var x: String
  /// The name, or the number counted from 1, of the second coordinate's column.
  public var y: String

  /// The columns with these names or numbers.
  public init(x: String, y: String) {
    self.x = x
    self.y = y
  }

  /// Reads `x,y`.
  ///
  /// - Throws: ``DataError/columnCount(text:)`` unless there are two names with a comma between.
  public init(_ text: String) throws {
    let names = text.split(separator: ",", omittingEmptySubsequences: false).map {
      String($0.trimmingPrefix { $0 == " " })
    }
    guard names.count == 2, names.allSatisfy({ !$0.isEmpty }) else {
      throw DataError.columnCount(text: text.harmless)
    }
    self.init(x: names[0], y: names[1])
  }
}
