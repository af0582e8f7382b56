/// A text understood as a table: where its rows begin, how lines are cut, and what columns hold.
struct Table {
  let source: TableText
  let cells: CellReader
  let separator: Separator
  let fixedColumns: [Range<Int>]
  let dropsOuterBars: Bool
  /// Whether lines that begin with `#` are rows, as their first column holds such words.
  let takesHashes: Bool
  let firstRow: Record?
  let isNamed: Bool
  /// How many columns there are.
  let width: Int
  /// Comments and rules above the rows.
  let asides: [Record]
  /// The columns, as far as the first rows tell.
  private(set) var columns: [ColumnProfile] = []
  /// The rows that the columns were judged by.
  private(set) var body: [Record] = []
  /// Whether the columns were judged by all rows.
  private(set) var isWhollySampled = true
  /// What was passed over above the rows, and how the text was understood.
  private(set) var notes: [String]

  /// How much of a text its columns are judged by: the whole of most files.
  private static let sampleSize = 1 << 20

  /// Understands a text.
  ///
  /// - Throws: ``DataError`` with the line at fault.
  init(_ text: Text, file: String, options: ReadingOptions) throws(DataError) {
    var source = TableText(text: text, file: file)
    try source.recogniseFormat()
    if let separator = options.separator, source.format != .json { source.separator = separator }
    if options.header != nil { source.names = nil }
    cells = CellReader(source.text, gaps: options.gaps)
    self.source = source
    notes = source.notes
    var layout: TableLayout
    if let names = source.names {
      layout = TableLayout(names: names, of: source)
    } else {
      layout = try TableLayout.found(in: source, cells, options)
    }
    separator = layout.separator
    fixedColumns = layout.fixedColumns
    dropsOuterBars = layout.dropsOuterBars
    takesHashes = layout.takesHashes
    firstRow = layout.head.firstRow
    isNamed = layout.head.isNamed
    width = layout.head.names.count
    asides = layout.head.asides
    notes += layout.head.notes
    body = try sampleBody(width: layout.head.names.count)
    let names = layout.head.names
    // Columns that no row reaches have nothing to be judged by.
    let widest = body.lazy.map(\.fields.count).max() ?? 0
    let isDecimalComma = try decimalComma(Array(names.prefix(widest)), options)
    columns = names.indices.map { position in
      ColumnProfile.best(
        position, name: names[position], of: position < widest ? body : [], cells,
        separator: separator, decimalComma: isDecimalComma, marksGroup: options.decimal != nil)
    }
  }

  /// A reader at the first row.
  func rows() -> RecordReader {
    RecordReader(
      source, separator: separator, columns: fixedColumns, dropsOuterBars: dropsOuterBars,
      from: firstRow)
  }

  /// Whether a record is a row of the table.
  ///
  /// One that begins with `#` has a field for each column, and a number or a gap behind the first.
  func isRow(_ record: Record) -> Bool {
    record.kind == .row || takesHashes && record.isHashedRow(width: width, cells)
  }

  private mutating func sampleBody(width: Int) throws(DataError) -> [Record] {
    guard let firstRow else { return [] }
    var reader = rows()
    var record = Record()
    var body: [Record] = []
    while try reader.next(&record) {
      guard record.start < firstRow.start + Self.sampleSize else {
        isWhollySampled = false
        break
      }
      guard isRow(record) else { continue }
      try fit(&record, width: width)
      body.append(record)
    }
    return body
  }

  /// Refuses a row with more fields than the table has columns, but for blank ones and a comment.
  func fit(_ record: inout Record, width: Int) throws(DataError) {
    guard record.fields.count > width else { return }
    let next = cells.bytes[record.fields[width].start...].first
    if source.hasComments, next == UInt8(ascii: "#") {
      record.fields.removeSubrange(width...)
      record.hasComment = true
      return
    }
    let filled = record.filledCount(in: cells.bytes)
    guard filled > width else { return }
    throw DataError.width(file: source.file, line: record.line, fields: filled, columns: width)
  }
}

// MARK: - The decimal mark

extension Table {
  /// Whether numbers have a decimal comma: some cell needs it, and none needs a point.
  private mutating func decimalComma(
    _ names: [String], _ options: ReadingOptions
  ) throws(DataError) -> Bool {
    if let mark = options.decimal { return mark == .comma }
    if separator == .comma || source.format != .plain { return false }
    let chosen = [
      options.columns?.x, options.columns?.y, options.columns == nil ? nil : options.weightColumn,
    ].compactMap(\.self)
    let candidates = names.indices.filter { position in
      chosen.isEmpty || chosen.contains { $0 == names[position] || $0 == "\(position + 1)" }
    }.map { MarkCandidate($0, name: names[$0], of: body, cells) }.filter(\.isNumeric)
    guard let comma = candidates.lazy.compactMap(\.needsComma).first else { return false }
    if let point = candidates.lazy.compactMap(\.needsPoint).first {
      let (first, second) = point.line <= comma.line ? (point, comma) : (comma, point)
      throw DataError.decimalMarks(file: source.file, place: first, other: second)
    }
    notes.append("The comma is the decimal mark, as \(comma) shows.")
    return true
  }
}

/// A column under both decimal marks.
private struct MarkCandidate {
  let position: Int
  let name: String
  let isNumeric: Bool
  /// The first cell that is a number with a decimal comma only.
  private(set) var needsComma: CellPlace?
  /// The first cell that is a number with a decimal point only.
  private(set) var needsPoint: CellPlace?

  init(_ position: Int, name: String, of rows: [Record], _ cells: CellReader) {
    let point = NumberFormat()
    let comma = NumberFormat(decimalComma: true)
    self.position = position
    self.name = name
    isNumeric = [point, comma].contains {
      ColumnProfile(position, name: name, of: rows, cells, $0).isNumeric
    }
    for row in rows where position < row.fields.count {
      let field = row.fields[position]
      let isPoint = point.number(field, in: cells.bytes) != nil
      guard isPoint != (comma.number(field, in: cells.bytes) != nil) else { continue }
      let place = CellPlace(line: row.line, column: name, text: field.name(in: cells.bytes))
      if isPoint {
        needsPoint = needsPoint ?? place
      } else {
        needsComma = needsComma ?? place
      }
      if needsPoint != nil && needsComma != nil { break }
    }
  }
}
