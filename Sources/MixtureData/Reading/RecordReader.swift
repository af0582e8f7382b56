import SwiftCSV

/// One row of a table: its fields as bytes, and the line of the file it begins on.
struct Record {
  var line: Int
  var fields: [ArraySlice<UInt8>]
}

/// Cuts a text into records, one after the other.
///
/// A line without a quotation mark is cut at its separators, which needs no parser and keeps pace
/// with millions of rows. A record with one goes to SwiftCSV, together with the lines that its
/// quoted values span. Blank lines and lines that begin with `#` are passed over.
struct RecordReader {
  private let bytes: [UInt8]
  private let dialect: Dialect
  private let file: String
  private var position = 0
  private var line = 0

  /// A reader at the beginning of `text`.
  init(text: Text, dialect: Dialect, file: String) {
    self.bytes = text.bytes
    self.dialect = dialect
    self.file = file
  }

  /// How much of the text has been read, from 0 to 1.
  var fractionRead: Double { Double(position) / Double(max(bytes.count, 1)) }

  /// The next record, `nil` at the end.
  mutating func next() throws -> Record? {
    while position < bytes.count {
      let first = nextLine()
      if RecordReader.isBlankOrComment(first) { continue }
      if !first.contains(RecordReader.quote) { return Record(line: line, fields: split(first)) }
      return try quotedRecord(startingWith: first)
    }
    return nil
  }

  /// The first hundred records, or those before one whose quotation marks are out of place.
  mutating func sample() -> (records: [Record], failure: (any Error)?) {
    var records: [Record] = []
    do {
      while records.count < 100, let record = try next() { records.append(record) }
      return (records, nil)
    } catch {
      return (records, error)
    }
  }

  /// Answers the next line without its end (LF, CR LF or CR) and moves behind it.
  private mutating func nextLine() -> ArraySlice<UInt8> {
    let start = position
    var end = start
    while end < bytes.count && bytes[end] != 0x0A && bytes[end] != 0x0D { end += 1 }
    position = end + 1
    if end + 1 < bytes.count && bytes[end] == 0x0D && bytes[end + 1] == 0x0A { position += 1 }
    line += 1
    return bytes[start..<end]
  }

  private func split(_ line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    guard dialect.separator == .blanks else {
      return line.split(separator: dialect.separator.byte, omittingEmptySubsequences: false)
    }
    return line.split { $0 == 0x20 || $0 == 0x09 }
  }

  private mutating func quotedRecord(startingWith first: ArraySlice<UInt8>) throws -> Record {
    let start = line
    var record = first
    var isOpen = RecordReader.leavesQuoteOpen(first)
    while isOpen {
      // No real value is that long: a stray mark would otherwise swallow the rest of the file.
      guard position < bytes.count && record.count < 1_000_000 else {
        throw DataError.quotation(file: file, line: start)
      }
      let next = nextLine()
      if RecordReader.leavesQuoteOpen(next) { isOpen = false }
      record = bytes[first.startIndex..<next.endIndex]
    }
    return Record(line: start, fields: try unquoted(record, line: start))
  }

  private func unquoted(_ record: ArraySlice<UInt8>, line: Int) throws -> [ArraySlice<UInt8>] {
    var string = Text.string(record)
    if dialect.separator == .blanks { string = string.replacing("\t", with: " ") }
    // The line end makes SwiftCSV keep an empty last field.
    string += "\n"
    let separator = Character(Unicode.Scalar(dialect.separator.byte))
    guard
      let table = try? EnumeratedCSV(
        string: string, delimiter: CSVDelimiter(unicodeScalarLiteral: separator),
        loadColumns: false)
    else { throw DataError.quotation(file: file, line: line) }
    let fields = table.header.map { ArraySlice($0.utf8) }
    return dialect.separator == .blanks ? fields.filter { !$0.isEmpty } : fields
  }

  /// `#N/A` is how spreadsheets write a missing value, not a comment.
  private static func isBlankOrComment(_ line: ArraySlice<UInt8>) -> Bool {
    let content = Cell.trimmed(line)
    return content.isEmpty
      || content.first == UInt8(ascii: "#") && !content.starts(with: "#N/A".utf8)
  }

  private static let quote = UInt8(ascii: "\"")

  private static func leavesQuoteOpen(_ line: ArraySlice<UInt8>) -> Bool {
    !line.count { $0 == quote }.isMultiple(of: 2)
  }
}
