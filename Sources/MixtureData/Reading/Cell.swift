/// The meaning of one field of a table.
enum Cell: Equatable {
  /// A finite number.
  case number(Double)
  /// Nothing was measured: the field is empty or says so.
  case missing
  /// NaN, an infinity, a number beyond the largest double, or a failed calculation.
  case notFinite
  /// Anything else.
  case word

  /// Whether it is a number, finite or not.
  var isNumber: Bool {
    switch self {
    case .number, .notFinite: true
    case .missing, .word: false
    }
  }

  /// The marks of a missing value, in any mixture of capital and small letters.
  static let missingMarks: Set<String> = [
    "", "na", "n/a", "n.a.", "<na>", "#n/a", "#nv", "null", "none", "nil", "missing", "\\n", "?",
    "-",
    "--",
    "---", "\u{2013}", "\u{2014}", ".", "..", "\u{2026}", "...",
  ]

  /// What stands where a calculation failed, in small letters and without a sign.
  static let notFiniteMarks: Set<String> = [
    "nan", "#nan", "inf", "infinity", "1.#inf", "1.#ind", "1.#qnan", "#div/0!", "#num!", "#value!",
    "#ref!", "#name?", "#null!",
  ]

  /// Whether a field that begins with this byte may be a mark, blanks and signs included.
  static let firstBytes: [Bool] = {
    var first = (0...255).map { $0 >= 0x80 || " \t+-".utf8.contains(UInt8($0)) }
    for mark in missingMarks.union(notFiniteMarks) where !mark.isEmpty {
      for form in [mark, mark.uppercased()] { first[Int(form.utf8.first ?? 0)] = true }
    }
    return first
  }()

  /// The marks that begin like a comment.
  static let hashMarks = missingMarks.union(notFiniteMarks).filter { $0.first == "#" }
}

/// Says what the fields of one text mean.
///
/// NaN is no missing value: it is what is left of a calculation that failed, and is refused like an
/// infinity, so that such a file is not silently read in part.
struct CellReader {
  let bytes: [UInt8]
  private let gaps: [Gap]

  /// What else means that nothing was measured: a word, and every number of its value.
  private struct Gap {
    let word: String
    let bytes: [UInt8]
    let withPoint: Double?
    let withComma: Double?

    init(_ word: String) {
      self.word = word.lowercased()
      bytes = Array(word.utf8)
      let field = Field(start: 0, end: bytes.count)
      withPoint = NumberFormat().number(field, in: bytes)
      withComma = NumberFormat(decimalComma: true).number(field, in: bytes)
    }
  }

  /// A reader of the fields of `text`.
  init(_ text: Text, gaps: [String] = []) {
    bytes = text.bytes
    self.gaps = gaps.map(Gap.init)
  }

  /// The meaning of a field in a column whose numbers are written like that.
  func cell(_ field: Field, _ format: NumberFormat) -> Cell {
    guard let number = format.number(field, in: bytes) else { return meaningOfWord(field) }
    if !gaps.isEmpty, isGap(number, field, format) { return .missing }
    return number.isFinite ? .number(number) : .notFinite
  }

  private func isGap(_ number: Double, _ field: Field, _ format: NumberFormat) -> Bool {
    gaps.contains { gap in
      (format.decimalComma ? gap.withComma ?? gap.withPoint : gap.withPoint) == number
        || bytes[field.start..<field.end].elementsEqual(gap.bytes)
    }
  }

  private func meaningOfWord(_ field: Field) -> Cell {
    let text = field.trimmed(in: bytes)
    guard let first = text.first else { return .missing }
    // Most words are no mark by their length or their first letter.
    if gaps.isEmpty, text.count > 24 || !Cell.firstBytes[Int(first)] { return .word }
    var mark = field.name(in: bytes).lowercased()
    if Cell.missingMarks.contains(mark) || gaps.contains(where: { $0.word == mark }) {
      return .missing
    }
    if mark.first == "-" || mark.first == "+" { mark.removeFirst() }
    return Cell.notFiniteMarks.contains(mark) ? .notFinite : .word
  }
}
