/// Cuts a text into records, one after the other.
///
/// A quotation mark opens a quoted field only at the field's beginning; elsewhere it is a character.
/// A field whose marks close before it ends is taken as it stands. Blank lines are passed over.
struct RecordReader {
  private let bytes: [UInt8]
  private let separator: Separator
  /// Where the columns of ``Separator/fixed`` are, in characters.
  private let columns: [Range<Int>]
  private let quotes: [UInt8]
  private let hasComments: Bool
  private let hasHashes: Bool
  private let dropsOuterBars: Bool
  private let file: String
  private var position: Int
  private var line: Int

  /// A reader at the beginning of a table's text, or at the beginning of one of its records.
  init(
    _ source: TableText, separator: Separator, columns: [Range<Int>] = [],
    dropsOuterBars: Bool = false, from first: Record? = nil
  ) {
    bytes = source.text.bytes
    quotes = source.quotes
    hasComments = source.hasComments
    hasHashes = source.hasComments && source.text.hasHashes
    file = source.file
    self.separator = separator
    self.dropsOuterBars = dropsOuterBars
    self.columns = columns
    position = first?.start ?? source.start
    line = (first?.line ?? source.firstLine) - 1
  }

  /// How much of the text has been read, from 0 to 1.
  var fractionRead: Double { Double(position) / Double(max(bytes.count, 1)) }

  /// Reads the next record into `record`; answers false at the end.
  ///
  /// - Throws: ``DataError`` for a quotation mark that is never closed.
  mutating func next(_ record: inout Record) throws(DataError) -> Bool {
    record.followsBlank = false
    while position < bytes.count {
      line += 1
      let first = skipBlanks(position, tabs: separator != .tab)
      if first == bytes.count || isLineEnd(first) {
        position = afterLineEnd(first)
        record.followsBlank = true
        continue
      }
      record.line = line
      record.start = position
      record.kind = kind(at: first)
      record.hasComment = false
      record.fields.removeAll(keepingCapacity: true)
      switch separator {
      case .character(let byte): try cut(&record, at: byte)
      case .tabs, .blanks: try cutAtRuns(&record, from: first)
      case .fixed: try cutAtColumns(&record)
      }
      if hasHashes { dropComment(&record) }
      return true
    }
    return false
  }

  // MARK: - Lines

  private func isLineEnd(_ i: Int) -> Bool { bytes[i] == 0x0A || bytes[i] == 0x0D }

  private func isBlank(_ i: Int, tabs: Bool) -> Bool {
    bytes[i] == 0x20 || tabs && bytes[i] == 0x09
  }

  private func skipBlanks(_ start: Int, tabs: Bool) -> Int {
    var i = start
    while i < bytes.count, isBlank(i, tabs: tabs) { i += 1 }
    return i
  }

  /// The position behind a line's end (LF, CR LF or CR) or of the end itself.
  private func afterLineEnd(_ i: Int) -> Int {
    guard i < bytes.count else { return i }
    return bytes[i] == 0x0D && i + 1 < bytes.count && bytes[i + 1] == 0x0A ? i + 2 : i + 1
  }

  private func endOfLine(_ start: Int) -> Int {
    var i = start
    while i < bytes.count, !isLineEnd(i) { i += 1 }
    return i
  }

  private func kind(at first: Int) -> Record.Kind {
    guard hasComments else { return .row }
    switch bytes[first] {
    case UInt8(ascii: "%"): return .percent
    case UInt8(ascii: "#"):
      let word = bytes[first...].prefix { !"\t ,;|\"\n\r".utf8.contains($0) }
      return word.count < 12 && Cell.hashMarks.contains(Text.string(word).lowercased())
        ? .row : .hash
    case UInt8(ascii: "-"), UInt8(ascii: "|"), UInt8(ascii: "+"), UInt8(ascii: "="):
      var longest = 0
      var run = 0
      var i = first
      while i < bytes.count, !isLineEnd(i) {
        switch bytes[i] {
        case UInt8(ascii: "-"), UInt8(ascii: "="):
          run += 1
          longest = max(longest, run)
        case UInt8(ascii: "|"), UInt8(ascii: "+"), UInt8(ascii: ":"), 0x20: run = 0
        default: return .row
        }
        i += 1
      }
      return longest >= 3 ? .rule : .row
    default: return .row
    }
  }

  // MARK: - Fields

  private mutating func cut(_ record: inout Record, at byte: UInt8) throws(DataError) {
    let tabs = byte != 0x09
    var i = position
    while true {
      let begin = i
      let quote = skipBlanks(begin, tabs: tabs)
      if quote < bytes.count, quotes.contains(bytes[quote]),
        let quoted = try quotedField(at: quote, record, ends: { $0 == byte }, tabs: tabs)
      {
        record.fields.append(quoted.field)
        line += quoted.breaks
        i = quoted.end
      } else {
        i = begin
        while i < bytes.count, bytes[i] != byte, !isLineEnd(i) { i += 1 }
        record.fields.append(Field(start: begin, end: i))
      }
      guard i < bytes.count, bytes[i] == byte else { break }
      i += 1
    }
    position = afterLineEnd(i)
    if dropsOuterBars, record.hasOuterBars(in: bytes) {
      record.fields.removeLast()
      record.fields.removeFirst()
    }
  }

  private mutating func cutAtRuns(_ record: inout Record, from first: Int) throws(DataError) {
    let isSeparator: (UInt8) -> Bool =
      separator == .tabs ? { $0 == 0x09 } : { $0 == 0x09 || $0 == 0x20 }
    var i = first
    while i < bytes.count, !isLineEnd(i) {
      if isSeparator(bytes[i]) {
        i += 1
        continue
      }
      if quotes.contains(bytes[i]),
        let quoted = try quotedField(at: i, record, ends: isSeparator, tabs: false)
      {
        record.fields.append(quoted.field)
        line += quoted.breaks
        i = quoted.end
        continue
      }
      let begin = i
      while i < bytes.count, !isSeparator(bytes[i]), !isLineEnd(i) { i += 1 }
      record.fields.append(Field(start: begin, end: i))
    }
    position = afterLineEnd(i)
  }

  private mutating func cutAtColumns(_ record: inout Record) throws(DataError) {
    let end = endOfLine(position)
    // Columns are counted in characters, of which a byte 10xxxxxx is only a part.
    var starts: [Int] = []
    for i in position..<end where bytes[i] & 0xC0 != 0x80 { starts.append(i) }
    starts.append(end)
    var last = position
    for column in columns where column.lowerBound < starts.count - 1 {
      let from = starts[min(column.lowerBound, starts.count - 1)]
      let to = starts[min(column.upperBound, starts.count - 1)]
      // What stands between the columns would be lost.
      guard record.kind != .row || Field(start: last, end: from).isBlank(in: bytes) else {
        throw DataError.betweenColumns(file: file, line: line)
      }
      record.fields.append(Field(start: from, end: to))
      last = to
    }
    position = afterLineEnd(end)
  }

  /// The quoted field whose mark is at `quote`, or `nil` if the mark is a character like others.
  private func quotedField(
    at quote: Int, _ record: Record, ends: (UInt8) -> Bool, tabs: Bool
  ) throws(DataError) -> (field: Field, end: Int, breaks: Int)? {
    var field = Field(start: quote + 1, end: quote + 1, form: .quoted)
    var breaks = 0
    var i = quote + 1
    // No real value is that long: a stray mark would otherwise swallow the rest of the file.
    while i < min(bytes.count, quote + 1_000_000) {
      if bytes[i] == bytes[quote] {
        if i + 1 < bytes.count, bytes[i + 1] == bytes[quote] {
          field.form = .doubled
          i += 2
          continue
        }
        field.end = i
        let end = separator == .blanks ? i + 1 : skipBlanks(i + 1, tabs: tabs)
        if end == bytes.count || isLineEnd(end) || ends(bytes[end]) { return (field, end, breaks) }
        if breaks == 0 { return nil }
        throw DataError.quotation(file: file, line: record.line)
      }
      if isLineEnd(i) {
        if record.kind != .row { return nil }
        breaks += 1
        i = afterLineEnd(i)
      } else {
        i += 1
      }
    }
    if record.kind != .row { return nil }
    throw DataError.quotation(file: file, line: record.line)
  }
  /// Shortens a number in the last field that a comment follows, as in `2.5  # by hand`.
  private func dropComment(_ record: inout Record) {
    guard record.kind == .row, let last = record.fields.last, last.form == .plain else { return }
    for i in last.start..<last.end where bytes[i] == UInt8(ascii: "#") {
      let number = Field(start: last.start, end: i)
      guard i > last.start, bytes[i - 1] == 0x20 || bytes[i - 1] == 0x09,
        [false, true].contains(where: {
          NumberFormat(decimalComma: $0).number(number, in: bytes) != nil
        })
      else { return }
      record.fields[record.fields.count - 1].end = i
      record.hasComment = true
      return
    }
  }
}
