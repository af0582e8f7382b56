/// The meaning of one field of a table.
enum Cell: Equatable {
  /// A finite number.
  case number(Double)
  /// Nothing was measured: the field is empty or says so.
  case missing
  /// NaN, an infinity, or a number beyond the largest double.
  case notFinite
  /// Anything else.
  case word

  /// The marks of a missing value, in any mixture of capital and small letters.
  static let missingMarks: Set<String> = [
    "", "na", "n/a", "#n/a", "?", "null", "none", "nil", "missing", "-", ".",
  ]

  static let notFiniteMarks: Set<String> = [
    "nan", "#nan", "inf", "infinity", "1.#inf", "1.#ind", "1.#qnan",
  ]

  /// Reads a field.
  ///
  /// A number is digits with at most one decimal mark and an exponent, as in `-1.5e-3`. NaN is no
  /// missing value: it is what is left of a calculation that failed, and is refused like an
  /// infinity, so that such a file is not silently read in part.
  init(_ field: ArraySlice<UInt8>, decimalComma: Bool) {
    let field = Cell.trimmed(field)
    if let number = Cell.number(field, decimalComma: decimalComma) {
      self = number.isFinite ? .number(number) : .notFinite
      return
    }
    guard field.count <= 10 else {
      self = .word
      return
    }
    var mark = Text.string(field).lowercased()
    if Cell.missingMarks.contains(mark) {
      self = .missing
      return
    }
    if mark.first == "-" || mark.first == "+" { mark.removeFirst() }
    self = Cell.notFiniteMarks.contains(mark) ? .notFinite : .word
  }

  /// The field without the blanks around it.
  static func trimmed(_ field: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var field = field
    while let first = field.first, first == 0x20 || first == 0x09 { field.removeFirst() }
    while let last = field.last, last == 0x20 || last == 0x09 { field.removeLast() }
    return field
  }

  private static func number(_ field: ArraySlice<UInt8>, decimalComma: Bool) -> Double? {
    let mark = UInt8(ascii: decimalComma ? "," : ".")
    let looksLikeNumber = field.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), mark, UInt8(ascii: "+"), UInt8(ascii: "-"),
        UInt8(ascii: "e"), UInt8(ascii: "E"):
        true
      default: false
      }
    }
    guard looksLikeNumber else { return nil }
    guard decimalComma else { return Double(String(decoding: field, as: UTF8.self)) }
    return Double(
      String(decoding: field.map { $0 == mark ? UInt8(ascii: ".") : $0 }, as: UTF8.self))
  }
}
