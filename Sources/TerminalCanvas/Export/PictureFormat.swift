/// A way to write a picture, with its name on the command line and the ending of its files.
///
/// A further format is one more value in ``all``: the command and its help know it then.
public struct PictureFormat: Sendable {
  /// The name, as the command line spells it.
  public let name: String
  /// The ending of a file's name, without the dot.
  public let ending: String
  /// A few words that say what the picture is good for.
  public let summary: String
  private let write: @Sendable (Frame, SVGTheme) -> String

  /// A format of a name.
  ///
  /// - Parameter write: The text of a file, in which a theme stands for the terminal's default
  ///   colours if the format has no such thing.
  public init(
    _ name: String, ending: String, summary: String,
    write: @escaping @Sendable (Frame, SVGTheme) -> String
  ) {
    self.name = name
    self.ending = ending
    self.summary = summary
    self.write = write
  }

  /// The text of a file with a picture.
  ///
  /// - Parameter theme: The colours in the place of the terminal's defaults, where a format needs them.
  public func text(of frame: Frame, theme: SVGTheme = .light) -> String { write(frame, theme) }
}

extension PictureFormat {
  /// Every format, in the order of menus.
  public static let all: [PictureFormat] = [
    PictureFormat("svg", ending: "svg", summary: "SVG, for slides", write: { $0.svg(theme: $1) }),
    standard,
    PictureFormat(
      "ansi", ending: "ansi", summary: "text with ANSI colours", write: { frame, _ in frame.ansi() }
    ),
  ]

  /// The format where none is named: plain text.
  public static let standard = PictureFormat(
    "text", ending: "txt", summary: "plain text", write: { frame, _ in frame.text + "\n" })
}
