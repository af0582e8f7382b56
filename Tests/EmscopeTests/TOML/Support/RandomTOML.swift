import MixtureEngine

@testable import emscope

/// Texts in the part of TOML that is read, with what they say and where.
struct RandomTOML {
  private(set) var text = ""
  /// What the text says.
  private(set) var meaning: [String: Meaning] = [:]
  /// Where its keys and values begin, in order; those within arrays too.
  private(set) var places: [PlainTOML.Place] = []
  private var generator: SeededGenerator
  private let lineEnd: String

  /// The same text for the same seed.
  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
    lineEnd = ["\n", "\r\n", "\r"][generator.index(below: 3)]
    meaning = table()
    var tables: [String: [Meaning]] = [:]
    for _ in 0..<generator.index(below: 5) {
      text += blanks() + "[[" + blanks()
      let name = pick(["step", "other-1", "_"])
      places.append(here)
      text += name + blanks() + "]]"
      endLine()
      tables[name, default: []].append(.table(table()))
    }
    meaning.merge(tables.mapValues { .array($0) }) { $1 }
    if pick([true, false]) { text += "# no line end" }
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[generator.index(below: elements.count)]
  }

  /// The place of what is written next, counted anew from the beginning.
  private var here: PlainTOML.Place {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return PlainTOML.Place(line: lines.count, column: (lines.last?.count ?? 0) + 1)
  }

  private mutating func blanks() -> String { pick(["", "", " ", "\t", "  "]) }

  private mutating func comment() -> String { pick(["", "", "#", "# é 👩‍👩‍👧 \" [ ''' \\", "#\t= 1"]) }

  private mutating func endLine() {
    for _ in 0...generator.index(below: 2) { text += blanks() + comment() + lineEnd }
  }

  private mutating func table() -> [String: Meaning] {
    var parts: [String: Meaning] = [:]
    for number in 0..<generator.index(below: 6) {
      let key = pick(["a", "-", "1", "Key_", "true"]) + "\(number)"
      text += blanks()
      places.append(here)
      text += key + blanks() + "=" + blanks()
      parts[key] = value(depth: 0)
      endLine()
    }
    return parts
  }

  private mutating func value(depth: Int) -> Meaning {
    places.append(here)
    let kind = generator.index(below: depth < 3 ? 8 : 6)
    if kind > 5 { return array(depth: depth) }
    if kind > 2 { return string() }
    let (word, meaning) = kind == 0 ? integer() : kind == 1 ? float() : boolean()
    text += word
    return meaning
  }

  private mutating func boolean() -> (String, Meaning) {
    let value = pick([true, false])
    return ("\(value)", .boolean(value))
  }

  private mutating func integer() -> (String, Meaning) {
    let value = Int(truncatingIfNeeded: generator.next()) >> generator.index(below: 64)
    let magnitude = Int(value.magnitude % (1 << 62))
    return pick([
      ("\(value)", .integer(value)), ("+\(magnitude)", .integer(magnitude)),
      ("0x" + String(magnitude, radix: 16), .integer(magnitude)),
      ("0o" + String(magnitude, radix: 8), .integer(magnitude)),
      ("0b" + String(magnitude, radix: 2), .integer(magnitude)),
      ("1_\(magnitude % 10)_0", .integer(100 + magnitude % 10 * 10)),
      ("-9223372036854775808", .integer(.min)), ("0xFFff_ffFF", .integer(0xFFFF_FFFF)),
    ])
  }

  private mutating func float() -> (String, Meaning) {
    let value = generator.normal()
    return pick([
      ("\(value)", .float(value.bitPattern)), ("-0.0", .float((-0.0).bitPattern)),
      ("5e-324", .float(Double.leastNonzeroMagnitude.bitPattern)),
      ("+1_2.5_0E+0_3", .float(12500.0.bitPattern)),
      ("1e5", .float(1e5.bitPattern)),
      ("1.7976931348623157e308", .float((1.7976931348623157e308).bitPattern)),
    ])
  }

  private mutating func array(depth: Int) -> Meaning {
    var values: [Meaning] = []
    text += "["
    gap()
    for _ in 0..<generator.index(below: 4) {
      if !values.isEmpty {
        text += ","
        gap()
      }
      values.append(value(depth: depth + 1))
      gap()
    }
    if !values.isEmpty, pick([true, false]) {
      text += ","
      gap()
    }
    text += "]"
    return .array(values)
  }

  private mutating func gap() {
    text += blanks()
    if generator.index(below: 4) == 0 { endLine() }
    text += blanks()
  }

  private mutating func string() -> Meaning {
    let isBasic = pick([true, false])
    let isLong = pick([true, false])
    var pieces = [
      ("a", "a"), ("é", "é"), ("e\u{301}", "e\u{301}"), ("👩‍👩‍👧", "👩‍👩‍👧"), (" # [[b]] =", " # [[b]] ="),
      ("\t", "\t"),
    ]
    if isBasic {
      pieces += [
        ("'", "'"), ("\\n", "\n"), ("\\t", "\t"), ("\\b", "\u{8}"), ("\\f", "\u{C}"), ("\\r", "\r"),
        ("\\\"", "\""),
        ("\\\\", "\\"), ("\\u00e9", "é"), ("\\U0001F600", "😀"), ("\\u0000", "\0"),
      ]
    } else {
      pieces += [("\"", "\""), ("\\", "\\"), ("\\u", "\\u")]
    }
    let quote = isBasic ? "\"" : "'"
    if isLong {
      pieces += [
        (lineEnd + "x", "\nx"), (quote + "x", quote + "x"),
        (quote + quote + "x", quote + quote + "x"),
      ]
      if isBasic { pieces.append(("\\ \t" + lineEnd + " " + lineEnd + "\tx", "x")) }
    }
    let marks = isLong ? quote + quote + quote : quote
    let chosen = (0..<generator.index(below: 8)).map { _ in pick(pieces) }
    text += marks
    // The first line end is dropped, so that one that counts needs another before it.
    let opensLine = chosen.first?.0.hasPrefix(lineEnd) ?? false
    if isLong, opensLine || pick([true, false]) { text += lineEnd }
    // Three quotes would end the text, so that only its end has some before the marks.
    let last = isLong && !chosen.isEmpty ? pick(["", quote, quote + quote]) : ""
    text += chosen.map(\.0).joined() + last + marks
    return .string(Array((chosen.map(\.1).joined() + last).unicodeScalars))
  }

  /// A text of TOML's words in any order, which is mostly wrong.
  static func jumble(seed: UInt64) -> String {
    var generator = SeededGenerator(seed: seed)
    return (0..<generator.index(below: 24)).map { _ in
      jumbled[generator.index(below: jumbled.count)]
    }.joined()
  }

  private static let jumbled = [
    "a = ", "b=", "\na = ", "\nb = ", "\nc = ", "\n", "\r\n", "\r", " ", "\t", "=", ".", ",", ", ",
    "[", "]", "[[", "]]", "{", "}", "[[a]]\n", "\n[[step]]\n", "[t]\n", "#", "# é", "\"", "\"\"",
    "\"\"\"", "'", "''", "'''", "\\", "\\n", "\\u00e9", "\\uD800", "\\U0010FFFF", "\\U00110000",
    "\\e", "\\x41", "\\\n", "\\ \n", "x", "é", "\u{FEFF}", "\u{85}", "\u{2028}", "\u{7F}", "\u{0}",
    "\u{C}",
    "0", "00", "1", "-", "+", "_", "1_0", "0x", "0xF_f", "0o7", "0b1", "0b2", "e", "E5", "e-1",
    ".5", "1.5", "9223372036854775807", "9223372036854775808", "1e400", "inf", "nan", "true",
    "false", "1979-05-27", "07:32:00", "T", "Z", "\"a\"", "'b'", "\"\"\"\nc\"\"\"", "[1, 2]", "[]",
  ]
}
