/// A text in the part of TOML that lessons and preferences are written in.
///
/// It has `# comments`, `key = value` with bare keys, and `[[tables]]` of such entries. A value is a
/// text in any of TOML's quotes, a number, true or false, or an array of values.
///
/// What is read means the same in TOML 1.0. The rest of TOML is refused: dates, infinities, NaN,
/// `[tables]`, inline tables, keys with dots or in quotes. Two things are read that TOML refuses,
/// because editors write them: a byte order mark, and CR alone as the end of a line.
struct PlainTOML {
  /// What stands above the first header.
  var top: Table
  /// The tables with a header, in order.
  var tables: [Table]

  /// Reads a text in UTF-8.
  ///
  /// - Throws: ``Problem``, for the first character that no text may have, or else for the first
  ///   thing that can't be read.
  /// - Complexity: O(*n*) for *n* bytes.
  init(_ bytes: [UInt8]) throws {
    var reader = try Reader(bytes)
    var tables = [Table()]
    while let next = reader.skipBlanks() {
      if next == "[" {
        let name = try reader.header()
        try reader.expectNew(name, in: tables[0])
        tables.append(Table(name: name))
      } else if next != "#", !next.endsLine {
        let entry = try reader.entry()
        try reader.expectNew(entry.key, in: tables[tables.count - 1])
        tables[tables.count - 1].append(entry)
      }
      try reader.endLine()
    }
    top = tables.removeFirst()
    self.tables = tables
  }

  /// A line and a column, both counted from 1; a column is a character, as readers see it.
  struct Place: Hashable {
    var line: Int
    var column: Int
  }

  /// A mistake and its place.
  struct Problem: Error, Hashable {
    var place: Place
    var sentence: String
  }

  /// A key, or the name of a table.
  struct Key: Hashable {
    var text: String
    var place: Place
  }

  /// A value and the place where it begins.
  struct Value: Hashable {
    enum Content: Hashable {
      case string(String)
      case integer(Int)
      case float(Double)
      case boolean(Bool)
      case array([Value])
    }

    var content: Content
    var place: Place

    // The optimiser of Swift 6.3.1 stops with an ownership error where these are inlined.
    @inline(never)
    var string: String? { if case .string(let string) = content { string } else { nil } }
    @inline(never)
    var integer: Int? { if case .integer(let integer) = content { integer } else { nil } }
    /// A number of either kind.
    @inline(never)
    var number: Double? {
      switch content {
      case .integer(let number): Double(number)
      case .float(let number): number
      case .string, .boolean, .array: nil
      }
    }
    /// A text, or a whole number as it is written.
    @inline(never)
    var word: String? {
      switch content {
      case .string(let text): text
      case .integer(let number): "\(number)"
      case .float, .boolean, .array: nil
      }
    }
    /// The values of an array; of anything else, itself.
    @inline(never)
    var elements: [Value] { if case .array(let values) = content { values } else { [self] } }
  }

  /// `key = value`.
  struct Entry: Hashable {
    var key: Key
    var value: Value
  }

  /// Entries in their order, each key once.
  struct Table: Hashable {
    /// The name in its header; `nil` for the entries above the first header.
    var name: Key?
    private(set) var entries: [Entry] = []
    private var indices: [String: Int] = [:]

    init(name: Key? = nil) { self.name = name }

    /// The entry of a key, if there is one.
    subscript(key: String) -> Entry? { indices[key].map { entries[$0] } }

    fileprivate mutating func append(_ entry: Entry) {
      indices[entry.key.text] = entries.count
      entries.append(entry)
    }
  }
}

extension PlainTOML {
  /// Goes through a text once.
  fileprivate struct Reader {
    private let text: [Unicode.Scalar]
    private var index = 0
    private var line = 1
    private var column = 1
    /// The columns of the line are counted up to here.
    private var counted = 0

    init(_ bytes: [UInt8]) throws {
      let string = String(decoding: bytes, as: UTF8.self)
      text = Array(string.unicodeScalars)
      if next == "\u{FEFF}" { (index, counted) = (1, 1) }
      if let stranger = stranger(bytes, string) {
        while index < stranger.index { if !takeLineEnd() { index += 1 } }
        throw problem(stranger.sentence)
      }
    }

    /// The first character that is not allowed anywhere: what is no UTF-8, or a control character.
    private func stranger(_ bytes: [UInt8], _ string: String) -> (index: Int, sentence: String)? {
      if !string.utf8.elementsEqual(bytes) {
        let valid = zip(string.utf8, bytes).prefix { $0 == $1 }.map(\.0)
        let index = String(decoding: valid, as: UTF8.self).unicodeScalars.count
        return (index, "this is not UTF-8: save the file as UTF-8.")
      }
      return text.firstIndex { ($0.value < 0x20 && $0 != "\t" && !$0.endsLine) || $0 == "\u{7F}" }
        .map { ($0, "a control character is here: remove it, or escape it, as in \"\\u001B\".") }
    }

    private var next: Unicode.Scalar? { index < text.count ? text[index] : nil }

    /// What is wrong where the reader stands, or at a place behind it.
    private func problem(_ sentence: String, at place: Place? = nil) -> Problem {
      var reader = self
      let place = place ?? reader.place()
      return Problem(place: place, sentence: "column \(place.column): \(sentence)")
    }

    func expectNew(_ key: Key, in table: Table) throws {
      guard let old = table[key.text]?.key.place else { return }
      throw problem(
        "\(key.text.harmless) is in line \(old.line) already: remove one.", at: key.place)
    }

    private mutating func place() -> Place {
      column += String(String.UnicodeScalarView(text[counted..<index])).count
      counted = index
      return Place(line: line, column: column)
    }

    private mutating func take(_ expected: String) -> Bool {
      guard text[index...].starts(with: expected.unicodeScalars) else { return false }
      index += expected.unicodeScalars.count
      return true
    }

    private mutating func take(while belongs: (Unicode.Scalar) -> Bool) -> String {
      let part = text[index...].prefix(while: belongs)
      index = part.endIndex
      return String(String.UnicodeScalarView(part))
    }

    private mutating func takeLineEnd() -> Bool {
      guard take("\r\n") || take("\n") || take("\r") else { return false }
      (line, column, counted) = (line + 1, 1, index)
      return true
    }

    /// Goes on over blanks; the scalar behind them.
    @discardableResult
    mutating func skipBlanks() -> Unicode.Scalar? {
      while next == " " || next == "\t" { index += 1 }
      return next
    }

    private mutating func skipComment() {
      guard next == "#" else { return }
      while let next, !next.endsLine { index += 1 }
    }

    /// Goes on to the next line, or to the end.
    mutating func endLine() throws {
      skipBlanks()
      skipComment()
      guard next == nil || takeLineEnd() else {
        throw problem("only a # comment can follow here: begin a new line.")
      }
    }

    /// The name in `[[name]]`.
    mutating func header() throws -> Key {
      guard take("[[") else {
        throw problem("a [table] in single brackets is not read here: write [[name]].")
      }
      skipBlanks()
      let name = try key()
      skipBlanks()
      guard take("]]") else { throw problem("here ]] has to close the header, as in [[name]].") }
      return name
    }

    mutating func entry() throws -> Entry {
      let key = try key()
      guard skipBlanks() == "=" else { throw problem("after a key come = and its value.") }
      index += 1
      skipBlanks()
      return Entry(key: key, value: try value(depth: 0))
    }

    private mutating func key() throws -> Key {
      let place = place()
      let key = take(while: \.isBare)
      if next == "\"" || next == "'" {
        throw problem("a key in quotes is not read here: write it without them.")
      }
      guard !key.isEmpty else {
        throw problem("this is neither key = value nor a [[table]] nor a # comment.")
      }
      guard skipBlanks() != "." else {
        throw problem("a key with dots is not read here: write one of letters, digits, _ and -.")
      }
      return Key(text: key, place: place)
    }

    private mutating func value(depth: Int) throws -> Value {
      let place = place()
      let content: Value.Content
      switch next {
      case "\"", "'": content = .string(try string(from: place))
      case "[": content = .array(try array(from: place, depth: depth))
      case "{": throw problem("an inline {table} is not read here: write [[name]] and lines below.")
      default: content = try plainValue(take(while: \.isInPlainValue), at: place)
      }
      return Value(content: content, place: place)
    }

    private mutating func array(from start: Place, depth: Int) throws -> [Value] {
      guard depth < 16 else { throw problem("arrays can be nested 16 deep, not deeper.") }
      index += 1
      var values: [Value] = []
      while true {
        try skipLines(inArrayFrom: start)
        if take("]") { return values }
        values.append(try value(depth: depth + 1))
        try skipLines(inArrayFrom: start)
        guard take(",") || next == "]" else {
          throw problem("in an array, here has to be a comma, or ] at its end.")
        }
      }
    }

    private mutating func skipLines(inArrayFrom start: Place) throws {
      repeat {
        skipBlanks()
        skipComment()
      } while takeLineEnd()
      if next == nil { throw problem("this array is not closed: write ] at its end.", at: start) }
    }

    private mutating func string(from start: Place) throws -> String {
      let quote = next == "'" ? "'" : "\""
      let marks = quote + quote + quote
      let isLong = take(marks)
      if isLong { _ = takeLineEnd() } else { index += 1 }
      var result = String.UnicodeScalarView()
      while let scalar = next {
        if take(isLong ? marks : quote) {
          // Up to two more quotes belong to the text, as the last three are the ones that close it.
          for _ in 0..<2 where isLong && take(quote) { result.append(scalar) }
          return String(result)
        } else if scalar == "\\", quote == "\"" {
          if let escaped = try escape(isLong: isLong) { result.append(escaped) }
        } else if !scalar.endsLine {
          result.append(scalar)
          index += 1
        } else if isLong, takeLineEnd() {
          result.append("\n")
        } else {
          break
        }
      }
      throw problem(
        "this text is not closed: write \(isLong ? marks : "\(quote) in the same line").", at: start
      )
    }

    private static let escapes: [Unicode.Scalar: Unicode.Scalar] = [
      "b": "\u{8}", "t": "\t", "n": "\n", "f": "\u{C}", "r": "\r", "\"": "\"", "\\": "\\",
    ]

    /// What an escape sequence stands for; `nil` for a line's end with the blanks around it.
    private mutating func escape(isLong: Bool) throws -> Unicode.Scalar? {
      let letter = text[index...].dropFirst().first
      if let scalar = letter.flatMap({ Self.escapes[$0] }) {
        index += 2
        return scalar
      }
      if letter == "u" || letter == "U" {
        let length = letter == "u" ? 4 : 8
        let digits = text[index...].dropFirst(2).prefix(length)
        guard digits.count == length, digits.allSatisfy(\.properties.isASCIIHexDigit),
          let code = UInt32(String(String.UnicodeScalarView(digits)), radix: 16),
          let scalar = Unicode.Scalar(code)
        else { throw problem("here is no character's number: write \\u00E9 or \\U0001F600.") }
        index += 2 + length
        return scalar
      }
      var behind = self
      behind.index += 1
      behind.skipBlanks()
      guard isLong, behind.takeLineEnd() else {
        throw problem("\\ begins an escape such as \\n, \\\" or \\u00E9: for itself write \\\\.")
      }
      repeat { behind.skipBlanks() } while behind.takeLineEnd()
      self = behind
      return nil
    }

    private func plainValue(_ word: String, at place: Place) throws -> Value.Content {
      if word == "true" || word == "false" { return .boolean(word == "true") }
      guard let numeral = Numeral(word) else {
        let what = word.isEmpty ? "a value is missing here" : "\(word.harmless) is no value here"
        throw problem(
          "\(what): write a text in quotes (a date too), a finite number, true, false or an array.",
          at: place)
      }
      guard let number = numeral.number else {
        throw problem("\(word.harmless) is too large a number for 64 bits.", at: place)
      }
      return number
    }
  }

  /// A number as TOML writes it.
  private struct Numeral {
    /// Its digits, with sign, point and exponent, without underscores.
    private var digits = ""
    private var radix = 10
    /// Whether it has neither point nor exponent.
    private var isWhole = true

    /// The number, if it fits 64 bits.
    var number: Value.Content? {
      if isWhole { return Int(digits, radix: radix).map(Value.Content.integer) }
      return Double(digits).flatMap { $0.isFinite ? .float($0) : nil }
    }

    private static let radices: [Substring: Int] = ["0x": 16, "0o": 8, "0b": 2]

    /// `nil` if the word is no number.
    init?(_ word: String) {
      var rest = word[...]
      if let radix = Self.radices[word.prefix(2)] {
        self.radix = radix
        rest = rest.dropFirst(2)
      } else {
        take("+-", from: &rest)
        let isPadded = rest.first == "0" && "0123456789_".contains(rest.dropFirst().first ?? ".")
        if isPadded { return nil }
      }
      guard takeDigits(from: &rest) else { return nil }
      isWhole = rest.isEmpty
      if radix == 10, take(".", from: &rest), !takeDigits(from: &rest) { return nil }
      if radix == 10, take("eE", from: &rest) {
        take("+-", from: &rest)
        guard takeDigits(from: &rest) else { return nil }
      }
      guard rest.isEmpty else { return nil }
    }

    @discardableResult
    private mutating func take(_ characters: String, from rest: inout Substring) -> Bool {
      guard let first = rest.first, characters.contains(first) else { return false }
      digits.append(rest.removeFirst())
      return true
    }

    /// An underscore has to stand between two digits.
    private mutating func takeDigits(from rest: inout Substring) -> Bool {
      let part = rest.prefix { $0 == "_" || ($0.hexDigitValue ?? radix) < radix }
      rest = rest[part.endIndex...]
      digits += part.filter { $0 != "_" }
      return part.split(separator: "_", omittingEmptySubsequences: false).allSatisfy { !$0.isEmpty }
    }
  }
}

extension Unicode.Scalar {
  fileprivate var endsLine: Bool { self == "\n" || self == "\r" }

  /// Whether a bare key can have it.
  fileprivate var isBare: Bool {
    switch self {
    case "a"..."z", "A"..."Z", "0"..."9", "_", "-": true
    default: false
    }
  }

  /// Whether a value without quotes can have it, dates included.
  fileprivate var isInPlainValue: Bool { isBare || self == "+" || self == "." || self == ":" }
}
