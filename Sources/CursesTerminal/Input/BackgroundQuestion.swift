import TerminalCanvas

/// The question for the terminal's background, and what has become of it.
///
/// Behind it stands a question that every terminal answers (DA1), so that one which doesn't know
/// its background is not waited for. An answer may come much later, or in pieces; until then, or
/// until nobody expects it any more, what may be one is not taken for keys.
struct BackgroundQuestion {
  /// What is sent: OSC 11 of xterm's control sequences, then "primary device attributes".
  static let bytes = "\u{1B}]11;?\u{7}\u{1B}[c"

  /// When it was asked.
  let asked: ContinuousClock.Instant
  /// The background, once it is known.
  private(set) var background: Color?
  /// Whether everything has been answered.
  private(set) var isAnswered = false

  /// So long after the question an answer is still expected.
  private static let longestWait = Duration.seconds(3)
  /// So long the pieces of an answer may be apart.
  static let longestGap = Duration.milliseconds(700)

  /// A question that is asked now.
  init(asked: ContinuousClock.Instant) { self.asked = asked }

  /// Whether an answer may still come.
  func isOpen(_ now: ContinuousClock.Instant) -> Bool {
    !isAnswered && asked.duration(to: now) < Self.longestWait
  }

  /// Takes an escape sequence, without its Escape, that may be an answer.
  mutating func take(_ sequence: String) {
    if sequence.hasPrefix("[?"), sequence.hasSuffix("c") {
      isAnswered = true
    } else if sequence.hasPrefix("]11;") {
      background = Self.color(sequence.dropFirst(4)) ?? background
    }
  }

  /// Reads a colour as X11 writes it: `rgb:` and three hexadecimal numbers of one to four digits,
  /// or `rgba:` and four.
  static func color(_ text: Substring) -> Color? {
    let name = text.prefix { $0 != ":" }
    let digits = text.dropFirst(name.count + 1).prefix { $0.isHexDigit || $0 == "/" }
    let parts = digits.split(separator: "/", omittingEmptySubsequences: false)
    guard (name, parts.count) == ("rgb", 3) || (name, parts.count) == ("rgba", 4) else {
      return nil
    }
    let levels = parts.prefix(3).compactMap { part -> UInt8? in
      guard (1...4).contains(part.count), let number = UInt32(part, radix: 16) else { return nil }
      let most = UInt32(1) << (4 * UInt32(part.count)) - 1
      return UInt8((number * 255 + most / 2) / most)
    }
    return levels.count == 3 ? .rgb(levels[0], levels[1], levels[2]) : nil
  }
}
