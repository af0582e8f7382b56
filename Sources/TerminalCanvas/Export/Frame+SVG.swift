/// The colours that an SVG picture puts in the place of a terminal's defaults.
public struct SVGTheme: Hashable, Sendable {
  /// The default colour of glyphs, as `#rrggbb`.
  public var foreground: String
  /// The colour behind everything, as `#rrggbb`.
  public var background: String

  /// A theme of two colours.
  ///
  /// - Parameters:
  ///   - foreground: The default colour of glyphs, as `#rrggbb`.
  ///   - background: The colour behind everything, as `#rrggbb`.
  public init(foreground: String, background: String) {
    self.foreground = foreground
    self.background = background
  }

  /// The colour behind everything; `nil` where it isn't written as `#rrggbb`.
  public var backgroundColor: Color? {
    background.count == 7 ? UInt32(background.dropFirst(), radix: 16).map { .rgb($0) } : nil
  }

  /// Dark on white, for slides and print.
  public static let light = SVGTheme(foreground: "#1a1a1a", background: "#ffffff")
  /// Light on nearly black, as most terminals look.
  public static let dark = SVGTheme(foreground: "#e4e4e4", background: "#121212")
}

/// What a picture says to those who can't see it.
public struct Caption: Hashable, Sendable {
  /// What it is a picture of, in a few words.
  public var title: String
  /// What there is to see, in a sentence or two.
  public var description: String

  /// A caption.
  ///
  /// - Parameters:
  ///   - title: What it is a picture of, in a few words.
  ///   - description: What there is to see, in a sentence or two; nothing where it is empty.
  public init(title: String, description: String = "") {
    self.title = title
    self.description = description
  }
}

extension Frame {
  /// The picture as an SVG document, cells twice as high as wide.
  ///
  /// Letters are text that can be selected, each run stretched to its cells whatever the font.
  /// Braille dots, bars, shades, lines and marks are drawn as shapes, as fonts disagree about them.
  ///
  /// - Parameters:
  ///   - theme: The colours in the place of the terminal's defaults.
  ///   - caption: What the picture says to those who can't see it.
  public func svg(theme: SVGTheme = .light, caption: Caption? = nil) -> String {
    var document = SVGDocument(size: size, theme: theme)
    document.draw(self)
    return document.text(caption: caption)
  }
}
