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
    "", "na", "n/a", "n.a.", "<na>", "#n/a", "null", "none", "nil", "missing", "\\n", "?", "-",
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
  static let hashMarks: [[UInt8]] =
    (missingMarks.union(notFiniteMarks)).filter { $0.first == "#" }
    .flatMap { [Array($0.utf8), Array($0.uppercased().utf8)] }
}

/// Says what the fields of one text mean.
///
/// NaN is no missing value: it is what is left of a calculation that failed, and is refused like an
/// infinity, so that such a file is not silently read in part.
struct CellReader {
  let bytes: [UInt8]
  private let gapWords: Set<String>
  private let gapNumbers: [Double]

  /// A reader of the fields of `text`.
  ///
  /// - Parameter gaps: What else means that nothing was measured; a number means every number of
  ///   its value.
  init(_ text: Text, gaps: [String]) {
    bytes = text.bytes
    gapWords = Set(gaps.map { $0.lowercased() })
    gapNumbers = gaps.compactMap { Double($0) }
  }

  /// The meaning of a field in a column whose numbers are written like that.
  func cell(_ field: Field, _ format: NumberFormat) -> Cell {
    if let number = format.number(field, in: bytes) {
      if !gapNumbers.isEmpty, gapNumbers.contains(number) { return .missing }
      return number.isFinite ? .number(number) : .notFinite
    }
    return meaningOfWord(field)
  }

  private func meaningOfWord(_ field: Field) -> Cell {
    if field.isBlank(in: bytes) { return .missing }
    // Most words are no mark by their length or their first letter.
    if gapWords.isEmpty, field.end - field.start > 24 || !Cell.firstBytes[Int(bytes[field.start])] {
      return .word
    }
    var mark = field.name(in: bytes).lowercased()
    if Cell.missingMarks.contains(mark) || gapWords.contains(mark) { return .missing }
    if mark.first == "-" || mark.first == "+" { mark.removeFirst() }
    return Cell.notFiniteMarks.contains(mark) ? .notFinite : .word
  }
}
