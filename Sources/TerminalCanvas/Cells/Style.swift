/// How a cell is written: its colours and attributes.
public struct Style: Hashable, Sendable, BitwiseCopyable {
  /// The glyph's colour; `nil` is the terminal's default.
  public var foreground: Color?
  /// The colour behind the glyph; `nil` is the terminal's default.
  public var background: Color?
  /// Heavier, or brighter where the terminal has one weight only.
  public var bold: Bool
  /// Fainter.
  public var dim: Bool
  /// Slanted, where the terminal can.
  public var italic: Bool
  /// With a line below.
  public var underline: Bool
  /// Foreground and background exchanged.
  public var reverse: Bool

  /// A style; the terminal's default where nothing is said.
  public init(
    foreground: Color? = nil, background: Color? = nil, bold: Bool = false, dim: Bool = false,
    italic: Bool = false, underline: Bool = false, reverse: Bool = false
  ) {
    self.foreground = foreground
    self.background = background
    self.bold = bold
    self.dim = dim
    self.italic = italic
    self.underline = underline
    self.reverse = reverse
  }

  /// The terminal's default colours without attributes.
  public static let plain = Style()
}
