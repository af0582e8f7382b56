import Foundation
import Testing

extension Pty {
  /// Expects that the terminal is as it was: screen, cursor, keypad, mouse, paste, line discipline.
  func expectRestored(_ comment: Comment? = nil, sourceLocation: SourceLocation = #_sourceLocation)
  {
    for (name, on, off) in [
      ("screen", "\u{1B}[?1049h", "\u{1B}[?1049l"), ("cursor", "\u{1B}[?25l", "\u{1B}[?25h"),
      ("keypad", "\u{1B}[?1h", "\u{1B}[?1l"), ("mouse", "\u{1B}[?1002h", "\u{1B}[?1002l"),
      ("mouse", "\u{1B}[?1006h", "\u{1B}[?1006l"), ("paste", "\u{1B}[?2004h", "\u{1B}[?2004l"),
    ] {
      let text = text
      guard let lastOn = text.range(of: on, options: .backwards) else { continue }
      let lastOff = text.range(of: off, options: .backwards)
      #expect(
        (lastOff?.lowerBound ?? text.startIndex) > lastOn.lowerBound,
        "\(name) is left on. \(comment?.rawValue ?? "")", sourceLocation: sourceLocation)
    }
    #expect(modesAreRestored, comment, sourceLocation: sourceLocation)
  }
}
