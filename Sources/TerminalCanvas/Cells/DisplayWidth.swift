/// How many columns characters take on a terminal.
///
/// The rule is Unicode's East Asian Width: wide and fullwidth characters take two columns, all
/// other printable ones a single column. Ambiguous ones (box drawing, Greek, …) count as one.
public enum DisplayWidth {
  /// How many columns a character takes: 1 or 2.
  ///
  /// A character that a frame would replace is measured as its replacement.
  public static func of(_ character: Character) -> Int {
    Cell(character).columns
  }

  /// How many columns a text takes in a frame, as it is spelled there.
  public static func of(_ text: some StringProtocol) -> Int {
    Spelling.current == .letters
      ? text.reduce(0) { $0 + of($1) } : Spelling.current(text).reduce(0) { $0 + of($1) }
  }

  /// Says whether a printable scalar takes two columns.
  static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x1100 else { return false }
    var low = 0
    var high = wide.count
    while low < high {
      let middle = (low + high) / 2
      if wide[middle].upperBound < scalar.value { low = middle + 1 } else { high = middle }
    }
    return low < wide.count && wide[low].contains(scalar.value)
  }

  /// The wide and fullwidth ranges of Unicode 14, unassigned code points filled in between.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x23F0...0x23F0,
    0x23F3...0x23F3, 0x25FD...0x25FE, 0x2614...0x2615, 0x2648...0x2653, 0x267F...0x267F,
    0x2693...0x2693, 0x26A1...0x26A1, 0x26AA...0x26AB, 0x26BD...0x26BE, 0x26C4...0x26C5,
    0x26CE...0x26CE, 0x26D4...0x26D4, 0x26EA...0x26EA, 0x26F2...0x26F3, 0x26F5...0x26F5,
    0x26FA...0x26FA, 0x26FD...0x26FD, 0x2705...0x2705, 0x270A...0x270B, 0x2728...0x2728,
    0x274C...0x274C, 0x274E...0x274E, 0x2753...0x2755, 0x2757...0x2757, 0x2795...0x2797,
    0x27B0...0x27B0, 0x27BF...0x27BF, 0x2B1B...0x2B1C, 0x2B50...0x2B50, 0x2B55...0x2B55,
    0x2E80...0x303E, 0x3041...0x3247, 0x3250...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE1F, 0xFE30...0xFE6F, 0xFF00...0xFF60,
    0xFFE0...0xFFE6, 0x16FE0...0x1B2FF, 0x1F004...0x1F004, 0x1F0CF...0x1F0CF,
    0x1F18E...0x1F18E, 0x1F191...0x1F19A, 0x1F200...0x1F320, 0x1F32D...0x1F335,
    0x1F337...0x1F37C, 0x1F37E...0x1F393, 0x1F3A0...0x1F3CA, 0x1F3CF...0x1F3D3,
    0x1F3E0...0x1F3F0, 0x1F3F4...0x1F3F4, 0x1F3F8...0x1F43E, 0x1F440...0x1F440,
    0x1F442...0x1F4FC, 0x1F4FF...0x1F53D, 0x1F54B...0x1F54E, 0x1F550...0x1F567,
    0x1F57A...0x1F57A, 0x1F595...0x1F596, 0x1F5A4...0x1F5A4, 0x1F5FB...0x1F64F,
    0x1F680...0x1F6C5, 0x1F6CC...0x1F6CC, 0x1F6D0...0x1F6D2, 0x1F6D5...0x1F6DF,
    0x1F6EB...0x1F6EF, 0x1F6F4...0x1F6FF, 0x1F7E0...0x1F7F0, 0x1F90C...0x1F93A,
    0x1F93C...0x1F945, 0x1F947...0x1F9FF, 0x1FA70...0x1FAFF, 0x20000...0x3FFFD,
  ]
}

extension StringProtocol {
  /// The text cut to a number of columns; a text that was cut ends in `…`, or in `~` where it is
  /// spelled in ASCII.
  public func truncated(to columns: Int) -> String {
    guard DisplayWidth.of(self) > columns else { return String(self) }
    guard columns > 0 else { return "" }
    var kept = ""
    var width = 1
    for character in Spelling.current(self) {
      width += DisplayWidth.of(character)
      if width > columns { break }
      kept.append(character)
    }
    return kept + Spelling.choose("…", ascii: "~")
  }

  /// The text in exactly a number of columns: cut where it is too long, padded with blanks where
  /// it is too short.
  public func fitted(to columns: Int, alignment: Alignment = .left) -> String {
    let shown = Spelling.current(truncated(to: columns))
    let missing = Swift.max(0, columns - DisplayWidth.of(shown))
    let before =
      switch alignment {
      case .left: 0
      case .center: missing / 2
      case .right: missing
      }
    return String(repeating: " ", count: before) + shown
      + String(repeating: " ", count: missing - before)
  }
}

extension String {
  /// The text in lines of at most `width` columns, broken between words.
  public func wrapped(to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for part in Spelling.current(self).split(whereSeparator: { $0.isWhitespace && $0 != "\u{A0}" })
    {
      let word = String(part).replacing("\u{A0}", with: " ")
      let longer = line.isEmpty ? word : line + " " + word
      if DisplayWidth.of(longer) <= width {
        line = longer
      } else {
        if !line.isEmpty { lines.append(line) }
        line = word.truncated(to: width)
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
