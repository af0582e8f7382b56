/// How a file separates its columns and writes its decimal mark.
struct Dialect: Equatable {
  enum Separator: Equatable, CaseIterable {
    case tab, semicolon, comma
    /// One or more spaces or tabs.
    case blanks
  }

  var separator: Separator
  /// Whether numbers look like `3,14`.
  var decimalComma: Bool
}

extension Dialect.Separator {
  /// The byte between two fields.
  var byte: UInt8 {
    switch self {
    case .tab: UInt8(ascii: "\t")
    case .semicolon: UInt8(ascii: ";")
    case .comma: UInt8(ascii: ",")
    case .blanks: UInt8(ascii: " ")
    }
  }
}

extension Dialect {
  /// The candidates, the likelier ones first.
  static let candidates: [Dialect] = Separator.allCases.flatMap { separator in
    separator == .comma
      ? [Dialect(separator: separator, decimalComma: false)]
      : [
        Dialect(separator: separator, decimalComma: false),
        Dialect(separator: separator, decimalComma: true),
      ]
  }

  /// The dialect in which most of the fields of the file's first records are numbers.
  ///
  /// `1,5;2,5` is two numbers in one dialect, but two numbers and a word in another. Equal shares go
  /// to the earlier candidate; a dialect that finds no two columns is no candidate.
  ///
  /// - Returns: `nil` when no dialect splits a single record into two fields.
  static func detected(in text: Text, file: String) -> Dialect? {
    var best: (dialect: Dialect, score: Double)?
    for dialect in candidates {
      guard let score = dialect.score(for: text, file: file) else { continue }
      if best.map({ score > $0.score }) ?? true { best = (dialect, score) }
    }
    return best?.dialect
  }

  /// The share of numbers among the fields, less one if quotation marks do not fit the dialect.
  private func score(for text: Text, file: String) -> Double? {
    var records = RecordReader(text: text, dialect: self, file: file)
    let (sample, failure) = records.sample()
    guard sample.contains(where: { $0.fields.count >= 2 }) else { return nil }
    var numbers = 0
    var others = 0
    for field in sample.lazy.flatMap(\.fields) {
      switch Cell(field, decimalComma: decimalComma) {
      case .number: numbers += 1
      case .missing: continue
      case .notFinite, .word: others += 1
      }
    }
    let share = Double(numbers) / Double(max(numbers + others, 1))
    return failure == nil ? share : share - 1
  }
}
