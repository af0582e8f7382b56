/// One of the 256 colours of xterm's palette.
///
/// Entries 0 to 15 are the terminal's own sixteen, 16 to 231 a 6×6×6 cube, 232 to 255 a ramp of
/// greys. Terminals with fewer colours get the nearest one they have.
public struct Color: Hashable, Sendable {
  /// The number of the palette's entry.
  public var index: UInt8

  /// The palette's entry of a number.
  public static func indexed(_ index: UInt8) -> Color { Color(index: index) }
}
