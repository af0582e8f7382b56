/// How many colours a terminal can show, from none to all.
public enum ColorDepth: Int, Hashable, Sendable, CaseIterable, Comparable {
  /// Attributes only.
  case none
  /// The eight colours of ANSI.
  case ansi8
  /// ANSI's eight, normal and bright.
  case ansi16
  /// xterm's palette.
  case palette256
  /// Any red, green and blue.
  case direct

  /// Orders depths from few to many colours.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension ColorDepth {
  /// The colour that shows `color` best at this depth, `nil` for the terminal's default.
  ///
  /// With 256 the entry of the palette that looks most like it. With 8 or 16 the hue decides, as lightness is the user's choice of palette. Greys
  /// become the default colour: black and white, the only greys among eight, are as likely the
  /// background as not. Colours that 8 or 16 already have stay what they are.
  public func nearest(to color: Color) -> Color? {
    switch self {
    case .none: return nil
    case .direct: return color
    case .palette256: return color.nearestEntry
    case .ansi16 where color.isIndexed && color.index < 16: return color
    case .ansi8 where color.isIndexed && color.index < 8: return color
    case .ansi8, .ansi16: break
    }
    let (red, green, blue) = color.rgb
    let (most, least) = (max(red, green, blue), min(red, green, blue))
    guard most - least > 25 else { return nil }
    // A primary belongs to the hue if it is nearer to the strongest than to the weakest.
    let middle = (Int(most) + Int(least)) / 2
    var index: UInt8 = 0
    if Int(red) > middle { index |= 1 }
    if Int(green) > middle { index |= 2 }
    if Int(blue) > middle { index |= 4 }
    let isBright = self == .ansi16 && most > 240
    return .indexed(isBright ? index + 8 : index)
  }

  /// The style that shows `style` best at this depth.
  public func nearest(to style: Style) -> Style {
    var nearest = style
    nearest.foreground = style.foreground.flatMap { self.nearest(to: $0) }
    nearest.background = style.background.flatMap { self.nearest(to: $0) }
    return nearest
  }
}
