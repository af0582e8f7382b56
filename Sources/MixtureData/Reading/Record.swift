/// One line of a table, cut into fields; more than one line where a quoted field has line breaks.
struct Record {
  /// The line of the file that it begins on, counted from 1.
  var line = 0
  /// The position of its first byte.
  var start = 0
  /// Whether a blank line stands above it.
  var followsBlank = false
  /// What it is beside a row, as far as its first characters tell.
  var kind = Kind.row
  var fields: [Field] = []
  /// Whether a comment behind its last field was cut off.
  var hasComment = false

  /// Whether it belongs to a table, its names or its preamble.
  func isRow(takingHashes: Bool) -> Bool { kind == .row || takingHashes && kind == .hash }

  /// Whether it begins with `#` and is a row all the same.
  func isHashedRow(width: Int, _ cells: CellReader) -> Bool {
    kind == .hash && fields.count == width
      && fields.dropFirst().contains { cells.cell($0, NumberFormat()) != .word }
  }

  enum Kind {
    case row
    /// It begins with `#`, and not with a mark such as `#N/A`.
    case hash
    /// It begins with `%`.
    case percent
    /// Nothing but dashes and what crosses them, as under the names in Markdown.
    case rule
  }

  /// Whether it begins and ends with a separator, as `| a | b |`.
  func hasOuterBars(in bytes: [UInt8]) -> Bool {
    guard fields.count > 2, let first = fields.first, let last = fields.last else { return false }
    return first.isBlank(in: bytes) && last.isBlank(in: bytes)
  }

  /// How many fields there are without the blank ones at the end.
  func filledCount(in bytes: [UInt8]) -> Int {
    (fields.lastIndex { !$0.isBlank(in: bytes) } ?? -1) + 1
  }
}

/// The place of one field in the bytes of a text.
struct Field {
  var start: Int
  var end: Int
  var form = Form.plain

  enum Form {
    case plain
    /// Between quotation marks, which don't belong to the range.
    case quoted
    /// Quoted, with doubled marks inside.
    case doubled
  }

  /// A field that isn't there.
  static let none = Field(start: 0, end: 0)

  /// Whether nothing but spaces and tabs is in it.
  func isBlank(in bytes: [UInt8]) -> Bool {
    bytes[start..<end].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  /// Its bytes without the spaces and tabs around them.
  func trimmed(in bytes: [UInt8]) -> ArraySlice<UInt8> {
    var (start, end) = (start, end)
    while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    while start < end, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    return bytes[start..<end]
  }

  /// The characters, without the blanks around them and without control characters.
  func name(in bytes: [UInt8]) -> String {
    var text = text(in: bytes)[...]
    while let first = text.first, first.isSpacing { text.removeFirst() }
    while let last = text.last, last.isSpacing { text.removeLast() }
    return String(text).harmless
  }

  /// The characters as the table means them.
  func text(in bytes: [UInt8]) -> String {
    let text = Text.string(bytes[start..<end])
    switch form {
    case .plain, .quoted: return text
    case .doubled: return text.replacing("\"\"", with: "\"")
    }
  }
}

extension Character {
  /// Blanks of any width, those that don't break lines too.
  var isSpacing: Bool { unicodeScalars.allSatisfy(\.isSpacing) }
}

extension Unicode.Scalar {
  var isSpacing: Bool {
    switch value {
    case 0x20, 0x09, 0xA0, 0x2000...0x200B, 0x202F, 0x205F, 0x3000, 0xFEFF: true
    default: false
    }
  }
}
