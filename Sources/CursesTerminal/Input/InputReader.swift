import CNcurses
import TerminalCanvas

/// Turns what ncurses reads into events.
struct InputReader {
  private var report: MouseReport?
  private var isPasting = false

  /// Reads all that has arrived, without waiting.
  ///
  /// - Parameter screen: A window whose keypad is on and that doesn't wait.
  mutating func drain(_ screen: UnsafeMutablePointer<WINDOW>, into events: inout [Event]) {
    var value: wint_t = 0
    while true {
      let answer = wget_wch(screen, &value)
      guard answer != ERR else { return }
      if let event = event(value, isCode: answer == KEY_CODE_YES) { events.append(event) }
    }
  }

  /// Takes one answer of `wget_wch`; what it means may depend on those before.
  mutating func event(_ value: UInt32, isCode: Bool) -> Event? {
    if isCode {
      report = nil
      return event(code: Int32(truncatingIfNeeded: value))
    }
    guard !isPasting else { return nil }
    if report != nil, let scalar = Unicode.Scalar(value) {
      switch report?.feed(Character(scalar)) {
      case .more: return nil
      case .complete(let event):
        report = nil
        return event.map { .mouse($0) }
      case .broken, nil: report = nil
      }
    }
    return KeyDecoder.key(scalar: value).map { .key($0) }
  }

  private mutating func event(code: Int32) -> Event? {
    switch code {
    case InputModes.pasteStart.code: isPasting = true
    case InputModes.pasteEnd.code: isPasting = false
    case InputModes.mouseReport.code where !isPasting: report = MouseReport()
    default: return isPasting ? nil : KeyDecoder.key(code: code).map { .key($0) }
    }
    return nil
  }
}
