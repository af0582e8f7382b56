/// An escape sequence that ncurses doesn't know, character by character, so that it is passed over
/// as a whole: keys of other terminals, and answers that come late, must not become keys.
///
/// Its grammar is that of ECMA-48 (5th edition, sections 5.3 to 5.6), with the function keys of the
/// Linux console and the mouse reports of old terminals, which keep to none.
struct EscapeSequence {
  /// What a character has led to.
  enum Progress: Equatable {
    /// The sequence goes on.
    case more
    /// The character was its last one.
    case complete
    /// It was Alt with a character, which is sent as the two of them.
    case alt(Character)
    /// The sequence was over before: the Escape key stood alone, or something broke off. The
    /// character belongs to what comes next.
    case over(wasKey: Bool)
  }

  private enum Part {
    /// The Escape alone.
    case start
    /// Parameters until a letter; `true` before the first one.
    case control(isFirst: Bool)
    /// A string until its terminator; `true` after an Escape in it.
    case string(mayEnd: Bool)
    /// So many characters, whatever they are.
    case rest(Int)
  }

  private var part = Part.start
  /// What has come so far, as much of it as any answer has.
  private(set) var text = ""

  /// The longest answer that anybody reads.
  private static let longestText = 64

  /// A sequence that begins with a character: Escape, or one that stands for Escape and a letter.
  ///
  /// - Returns: `nil` for a character that begins none.
  init?(_ value: UInt32) {
    guard value != 0x1B else { return }
    // The eight-bit form of Escape with a character from @ to _.
    guard (0x80...0x9F).contains(value) else { return nil }
    guard let begun = Self.part(after: value - 0x40) else { return nil }
    part = begun
    note(value - 0x40)
  }

  /// What goes on after its first parameter, as a report that isn't the mouse's.
  static let parameters = EscapeSequence(.control(isFirst: false))

  /// A report of an old terminal's mouse: three characters follow.
  static let oldMouse = EscapeSequence(.rest(3))

  private init(_ part: Part) { self.part = part }

  /// Whether only Escape has come, so that it may have been the key.
  var isBare: Bool { if case .start = part { true } else { false } }

  /// Whether no more has come than Alt with a character sends.
  private(set) var isBegun = true

  /// Takes the next character.
  mutating func feed(_ value: UInt32) -> Progress {
    isBegun = isBare
    note(value)
    switch part {
    case .start:
      if let begun = Self.part(after: value) {
        part = begun
        return .more
      }
      // With a control character or a blank there were two keys: scripts send them so, and Alt with
      // these belongs to window managers.
      guard value > 0x20, value != 0x7F, !(0x80...0x9F).contains(value),
        let scalar = Unicode.Scalar(value)
      else { return .over(wasKey: true) }
      return .alt(Character(scalar))
    case .control(let isFirst):
      switch value {
      case 0x5B where isFirst: part = .rest(1)
      case 0x4D where isFirst: part = .rest(3)
      case 0x20...0x3F: part = .control(isFirst: false)
      case 0x40...0x7E: return .complete
      default: return .over(wasKey: false)
      }
      return .more
    case .string(let mayEnd):
      if mayEnd {
        if value == 0x5C { return .complete }
        // Another sequence has begun.
        (part, text) = (.start, "")
        return feed(value)
      }
      if value == 0x07 || value == 0x9C { return .complete }
      part = .string(mayEnd: value == 0x1B)
      return .more
    case .rest(let count):
      part = .rest(count - 1)
      return count > 1 ? .more : .complete
    }
  }

  private mutating func note(_ value: UInt32) {
    guard text.utf8.count < Self.longestText, let scalar = Unicode.Scalar(value) else { return }
    text.unicodeScalars.append(scalar)
  }

  /// What a character after Escape begins, if it begins more than a pair.
  private static func part(after value: UInt32) -> Part? {
    switch value {
    // CSI, and SS3, whose parameters some terminals write in the same way.
    case 0x5B, 0x4F: .control(isFirst: value == 0x5B)
    // DCS, SOS, OSC, PM, APC.
    case 0x50, 0x58, 0x5D, 0x5E, 0x5F: .string(mayEnd: false)
    default: nil
    }
  }
}
