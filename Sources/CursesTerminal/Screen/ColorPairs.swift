import CNcurses
import TerminalCanvas

/// The terminal's colour pairs, made as they are needed.
struct ColorPairs {
  /// How many colours the terminal shows.
  let depth: ColorDepth
  private let hasDefaults: Bool
  private var numbers: [Pair: Int32] = [:]

  private struct Pair: Hashable {
    var foreground: Color?
    var background: Color?
  }

  /// Starts colours for the screen that is current.
  ///
  /// - Parameter wanted: Says whether colours are wanted at all.
  init(wanted: Bool) {
    guard wanted, has_colors(), start_color() == OK else {
      depth = .none
      hasDefaults = true
      return
    }
    hasDefaults = use_default_colors() == OK
    switch curses_colors() {
    case 0x1000000...: depth = .direct
    case 256...: depth = .palette256
    case 16...: depth = .ansi16
    case 8...: depth = .ansi8
    default: depth = .none
    }
  }

  /// The number of the pair for a style's colours; the default one when all are used up.
  mutating func number(for style: Style) -> Int32 {
    let pair = Pair(foreground: style.foreground, background: style.background)
    if pair.foreground == nil, pair.background == nil { return 0 }
    if let known = numbers[pair] { return known }
    let number = Int32(numbers.count + 1)
    let isMade =
      number < curses_color_pairs()
      && curses_make_pair(
        number, value(pair.foreground, otherwise: COLOR_WHITE),
        value(pair.background, otherwise: COLOR_BLACK)) == OK
    numbers[pair] = isMade ? number : 0
    return isMade ? number : 0
  }

  /// ncurses' number of a colour; terminals with direct colours take red, green and blue.
  private func value(_ color: Color?, otherwise standard: Int32) -> Int32 {
    guard let color else { return hasDefaults ? -1 : standard }
    guard depth == .direct, !color.isIndexed || color.index > 7 else { return Int32(color.index) }
    let (red, green, blue) = color.rgb
    let number = Int32(red) << 16 | Int32(green) << 8 | Int32(blue)
    // The lowest numbers still mean the eight colours; the nearest dark blue doesn't.
    return number < 8 ? 8 : number
  }
}
