/// What a terminal is asked to report beyond keys.
///
/// ncurses itself would ask for clicks only, and would lose columns beyond 223.
enum InputModes {
  /// Presses, releases and drags, with columns and rows in decimal.
  static let mouse = "\u{1B}[?1002h\u{1B}[?1006h"
  /// Marks around pasted text, so that it isn't taken for keys.
  static let paste = "\u{1B}[?2004h"
  /// Ends all of them.
  static let off = "\u{1B}[?2004l\u{1B}[?1006l\u{1B}[?1002l"

  /// What a report of the mouse begins with, and the key code that ncurses is told to give it.
  static let mouseReport = (prefix: "\u{1B}[<", code: Int32(1000))
  /// What stands before pasted text, and its key code.
  static let pasteStart = (prefix: "\u{1B}[200~", code: Int32(1001))
  /// What stands after pasted text, and its key code.
  static let pasteEnd = (prefix: "\u{1B}[201~", code: Int32(1002))
}
