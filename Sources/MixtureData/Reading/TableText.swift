/// A text with what is known of its table before its lines are looked at.
struct TableText {
  var text: Text
  /// How messages call the file.
  let file: String
  /// What the text says of itself.
  var format = Format.plain

  /// A format with a name.
  enum Format {
    /// Nothing but lines.
    case plain
    case arff, json, toa5
  }

  /// The separator, where the text names it.
  var separator: Separator?
  /// The names of the columns, where the format has a place for them.
  var names: [String]?
  /// The marks that may stand around a field.
  var quotes = [UInt8(ascii: "\"")]
  /// Whether lines that begin with `#` or `%` can be comments.
  var hasComments = true
  /// The position of the table's first byte, and its line.
  var start = 0
  var firstLine = 1
  /// What was passed over already.
  var notes: [String] = []

  /// The lines from a position on, each with its own.
  func lines(from position: Int) -> some Sequence<(start: Int, content: ArraySlice<UInt8>)> {
    sequence(state: position) { [bytes = text.bytes] position in
      guard position < bytes.count else { return nil }
      let start = position
      var end = start
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      position =
        end + 1 < bytes.count && bytes[end] == 0x0D && bytes[end + 1] == 0x0A ? end + 2 : end + 1
      return (start, bytes[start..<end])
    }
  }
}

// MARK: - Formats with a name

extension TableText {
  /// Reads what formats say of themselves in their first lines; refuses those that are no tables.
  mutating func recogniseFormat() throws(DataError) {
    let head = Text.string(text.bytes.prefix(2000))
    let start = head.drop { $0.isWhitespace }.lowercased()
    unwrapLines()
    if try readSeparatorLine() { return }
    // A gap such as <NA> and a measurement such as <0.1 are no tags.
    if start.hasPrefix("<?xml") || start.hasPrefix("<!")
      || start.hasPrefix("<") && (head.contains("</") || head.contains("/>"))
    {
      let isHTML = ["<!doctype html", "<html", "<table", "<body", "<div"].contains {
        start.hasPrefix($0)
      }
      throw DataError.format(file: file, format: isHTML ? "HTML" : "XML")
    }
    if start.hasPrefix("{") || start.hasPrefix("[") { return try readJSON() }
    if start.hasPrefix("\"toa5\"") || start.hasPrefix("toa5,") { return readTOA5() }
    if start.hasPrefix("@relation") || start.hasPrefix("%") || start.hasPrefix("@attribute") {
      try readARFF()
    }
  }

  /// Drops the quotation marks around whole lines, which some programs put there: `"x;y"`.
  ///
  /// One comma isn't enough to tell such a line from a number with a decimal comma.
  private mutating func unwrapLines() {
    guard text.bytes.first == UInt8(ascii: "\"") else { return }
    var bytes: [UInt8] = []
    for (_, content) in lines(from: 0) {
      guard content.isEmpty || Self.isWrapped(content) else { return }
      var isHalf = false
      for byte in content.dropFirst().dropLast() {
        isHalf = byte == UInt8(ascii: "\"") && !isHalf
        if !isHalf { bytes.append(byte) }
      }
      bytes.append(0x0A)
    }
    text = Text(utf8: bytes)
    notes.append("The quotation marks around whole lines were dropped.")
  }

  /// Whether a line is one quoted field in which others are separated.
  private static func isWrapped(_ line: ArraySlice<UInt8>) -> Bool {
    let mark = UInt8(ascii: "\"")
    guard line.count > 2, line.first == mark, line.last == mark else { return false }
    let inside = line.dropFirst().dropLast()
    var isHalf = false
    for byte in inside {
      if isHalf && byte != mark { return false }
      isHalf = byte == mark && !isHalf
    }
    return !isHalf
      && (inside.contains { ";\t|".utf8.contains($0) }
        || inside.count { $0 == UInt8(ascii: ",") } > 1)
  }

  /// `sep=;` in the first line, as spreadsheets write it.
  private mutating func readSeparatorLine() throws(DataError) -> Bool {
    var rest = lines(from: 0).makeIterator()
    guard let first = rest.next(), let second = rest.next() else { return false }
    let line = Text.string(first.content)
    guard line.lowercased().hasPrefix("sep="), line.count == 5, let last = line.last,
      let named = Separator(String(last))
    else { return false }
    separator = named
    start = second.start
    firstLine = 2
    notes.append("Line 1 names the separator, '\(last)'.")
    return true
  }

  /// The files of Campbell's loggers: names in line 2, units and kinds in lines 3 and 4.
  private mutating func readTOA5() {
    var reader = RecordReader(self, separator: .comma)
    var record = Record()
    for _ in 0..<2 { guard (try? reader.next(&record)) == true else { return } }
    format = .toa5
    separator = .comma
    names = record.fields.map { $0.name(in: text.bytes) }
    var words: [String] = []
    // A line with numbers is a row already.
    while words.count < 3, (try? reader.next(&record)) == true {
      start = record.start
      firstLine = record.line
      if words.count == 2 || record.fields.contains(where: isNumber) { break }
      words.append("line \(record.line)")
    }
    let passed = words.isEmpty ? "" : "; \(words.joined(separator: " and ")) (units, kinds)"
    notes.append(
      "Line 1 is TOA5's, line 2 has the names\(passed)\(words.isEmpty ? "" : " passed over").")
  }

  private func isNumber(_ field: Field) -> Bool {
    NumberFormat().number(field, in: text.bytes) != nil
  }
}
