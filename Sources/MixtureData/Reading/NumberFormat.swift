/// How the numbers of a column are written.
struct NumberFormat: Equatable {
  /// Which marks may stand between groups of three digits.
  enum Grouping {
    /// Only what can be nothing else: an apostrophe, a space that doesn't break, the other decimal
    /// mark beside the decimal mark or more than once.
    case certain
    /// Also the other decimal mark alone, as in `1,137`.
    case marks
    /// Also a plain space.
    case spaces
  }

  /// Whether numbers look like `3,14`.
  var decimalComma = false
  var grouping = Grouping.certain
  /// Whether each number is followed by `%`.
  var isPercent = false

  /// The number in a field, infinite for one beyond the largest double; `nil` if it is none.
  func number(_ field: Field, in bytes: [UInt8]) -> Double? {
    // No number is that long.
    guard field.end - field.start <= 1000 else { return nil }
    let mark = UInt8(ascii: decimalComma ? "," : ".")
    let text = field.trimmed(in: bytes)
    if !isPercent, let number = Self.plain(text, mark: mark) { return number }
    guard let digits = normalised(text) else { return nil }
    return Self.plain(digits[...], mark: UInt8(ascii: "."))
  }

  /// Reads digits with at most one decimal mark and an exponent, as in `-1.5e-3` or `1.0D+00`.
  private static func plain(_ text: ArraySlice<UInt8>, mark: UInt8) -> Double? {
    var i = text.startIndex
    let end = text.endIndex
    var isNegative = false
    if i < end, text[i] == UInt8(ascii: "-") || text[i] == UInt8(ascii: "+") {
      isNegative = text[i] == UInt8(ascii: "-")
      i += 1
    }
    var mantissa: UInt64 = 0
    var exponent = 0
    var hasDigits = false
    var hasMark = false
    var isExact = true
    while i < end {
      let digit = text[i] &- UInt8(ascii: "0")
      if digit < 10 {
        hasDigits = true
        if mantissa < 900_000_000_000_000 {
          mantissa = mantissa * 10 + UInt64(digit)
          if hasMark { exponent -= 1 }
        } else {
          isExact = false
        }
      } else if text[i] == mark, !hasMark {
        hasMark = true
      } else {
        break
      }
      i += 1
    }
    guard hasDigits else { return nil }
    if i < end {
      guard let written = exponentWritten(text[i...], afterMark: hasMark) else { return nil }
      exponent += written
    }
    // Both numbers are exact doubles, so their quotient or product is rounded once.
    if isExact, abs(exponent) < powersOfTen.count {
      let size = Double(mantissa)
      let number =
        exponent < 0 ? size / powersOfTen[-exponent] : size * powersOfTen[exponent]
      return isNegative ? -number : number
    }
    let number = String(decoding: text, as: UTF8.self)
    if let value = Double(number) { return value }
    return Double(
      String(
        number.map { character in
          switch character {
          case ",": "."
          case "d", "D": "e"
          default: character
          }
        }))
  }

  /// The exponent in `e-3`, no larger than what any number needs; `nil` if it isn't one.
  ///
  /// Fortran's `D` needs a sign or a decimal mark before it, as `3D2` may as well be a name.
  private static func exponentWritten(_ text: ArraySlice<UInt8>, afterMark: Bool) -> Int? {
    var rest = text.dropFirst()
    var isSigned = false
    var sign = 1
    if let first = rest.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
      isSigned = true
      sign = first == UInt8(ascii: "-") ? -1 : 1
      rest.removeFirst()
    }
    switch text.first {
    case UInt8(ascii: "e"), UInt8(ascii: "E"): break
    case UInt8(ascii: "d"), UInt8(ascii: "D"): guard isSigned || afterMark else { return nil }
    default: return nil
    }
    guard !rest.isEmpty else { return nil }
    var exponent = 0
    for byte in rest {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      exponent = min(exponent * 10 + Int(byte - UInt8(ascii: "0")), 100_000)
    }
    return sign * exponent
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}

// MARK: - Other spellings

extension NumberFormat {
  /// The number as a plain one with a decimal point, without group marks, percent sign and blanks
  /// around it, or `nil` for what can't be one.
  private func normalised(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    guard text.count <= 80, text.contains(where: { (0x30...0x39).contains($0) }) else { return nil }
    var scalars = Array(Text.string(text).unicodeScalars)
    func trim() {
      while scalars.last?.isSpacing == true { scalars.removeLast() }
    }
    trim()
    scalars.removeFirst(scalars.prefix { $0.isSpacing }.count)
    if isPercent {
      guard scalars.last == "%" else { return nil }
      scalars.removeLast()
      trim()
    }
    var digits: [UInt8] = []
    if let first = scalars.first, "+-\u{2212}".unicodeScalars.contains(first) {
      digits.append(UInt8(ascii: first == "+" ? "+" : "-"))
      scalars.removeFirst()
    }
    let whole = scalars.prefix { !"eEdD".unicodeScalars.contains($0) && $0 != mark }
    let rest = scalars[whole.count...]
    guard let ungrouped = ungrouped(whole, hasMark: rest.first == mark) else { return nil }
    digits += ungrouped
    for scalar in rest {
      guard scalar.isASCII else { return nil }
      digits.append(scalar == mark ? UInt8(ascii: ".") : UInt8(scalar.value))
    }
    return digits
  }

  private var mark: Unicode.Scalar { decimalComma ? "," : "." }
  private var otherMark: Unicode.Scalar { decimalComma ? "." : "," }

  /// The digits before the decimal mark, without the marks between groups of three.
  private func ungrouped(
    _ whole: ArraySlice<Unicode.Scalar>, hasMark: Bool
  ) -> [UInt8]? {
    guard let mark = whole.first(where: { !("0"..."9").contains($0) }) else {
      return whole.map { UInt8($0.value) }
    }
    let groups = whole.split(separator: mark, omittingEmptySubsequences: false)
    guard groups.allSatisfy({ $0.allSatisfy { ("0"..."9").contains($0) } }),
      (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 }),
      canGroup(mark, isCertain: hasMark || groups.count > 2)
    else { return nil }
    return groups.joined().map { UInt8($0.value) }
  }

  private func canGroup(_ mark: Unicode.Scalar, isCertain: Bool) -> Bool {
    switch mark {
    case "'", "\u{2019}": true
    case " ", "\t": grouping == .spaces && mark == " "
    case otherMark: isCertain || grouping == .marks
    default: mark.isSpacing
    }
  }
}
