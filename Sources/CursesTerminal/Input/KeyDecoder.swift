import CNcurses
import TerminalCanvas

/// Reads what `wget_wch` answers as keys.
enum KeyDecoder {
  /// The key of one of ncurses' key codes (`KEY_LEFT`, …), `nil` for those without a use here.
  static func key(code: Int32) -> Key? {
    if (KEY_F0 + 1...KEY_F0 + 63).contains(code) { return .function(Int(code - KEY_F0)) }
    return keys[code]
  }

  /// The key that types a scalar, or that sends it as a control character.
  static func key(scalar value: UInt32) -> Key? {
    switch value {
    case 0: return .control("@")
    case 8, 0x7F: return .backspace
    case 9: return .tab
    case 10, 13: return .enter
    case 27: return .escape
    case 1...26: return Unicode.Scalar(value + 0x60).map { .control(Character($0)) }
    case 28...31: return Unicode.Scalar(value + 0x40).map { .control(Character($0)) }
    default:
      guard let scalar = Unicode.Scalar(value) else { return nil }
      // A scalar without a shape of its own can't be a key that anybody is told about.
      let character = Character(scalar)
      return Cell(character).character == character ? .character(character) : nil
    }
  }

  private static let keys: [Int32: Key] = [
    KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right, KEY_HOME: .home,
    KEY_END: .end, KEY_PPAGE: .pageUp, KEY_NPAGE: .pageDown, KEY_IC: .insert, KEY_DC: .delete,
    KEY_ENTER: .enter, KEY_BACKSPACE: .backspace, KEY_BTAB: .backTab,
    // The corners of a keypad, and the keys with Shift, which mean the same here.
    KEY_A1: .home, KEY_A3: .pageUp, KEY_C1: .end, KEY_C3: .pageDown, KEY_SLEFT: .left,
    KEY_SRIGHT: .right, KEY_SR: .up, KEY_SF: .down, KEY_SHOME: .home, KEY_SEND: .end,
    KEY_SDC: .delete, KEY_SIC: .insert, KEY_FIND: .home, KEY_SELECT: .end,
  ]
}
