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
  /// Whether the file says itself what is behind the picture, so that its colours can suit that.
  public let hasPaper: Bool
  private let write: @Sendable (Frame, SVGTheme, Caption?) -> String
  private let play: (@Sendable ([Frame], [Double], SVGTheme, Caption?) -> String)?

  /// A format of a name.
  ///
  /// - Parameters:
  ///   - name: The name, as the command line spells it.
  ///   - ending: The ending of a file's name, without the dot.
  ///   - summary: A few words that say what the picture is good for.
  ///   - hasPaper: Whether the file says itself what is behind the picture.
  ///   - play: The text of a file with pictures that follow each other, each with its seconds;
  ///     `nil` where the format can't move.
  ///   - write: The text of a file, in which a theme stands for the terminal's default colours and a
  ///     caption for the picture, if the format has such things.
  public init(
    _ name: String, ending: String, summary: String, hasPaper: Bool = false,
    play: (@Sendable ([Frame], [Double], SVGTheme, Caption?) -> String)? = nil,
    write: @escaping @Sendable (Frame, SVGTheme, Caption?) -> String
  ) {
    self.name = name
    self.ending = ending
    self.summary = summary
    self.hasPaper = hasPaper
    self.play = play
    self.write = write
  }

  /// The text of a file with a picture.
  ///
  /// - Parameters:
  ///   - frame: The picture.
  ///   - theme: The colours in the place of the terminal's defaults, where a format needs them.
  ///   - caption: What the picture says to those who can't see it, where a format can hold that.
  public func text(
    of frame: Frame, theme: SVGTheme = .light, caption: Caption? = nil
  ) -> String { write(frame, theme, caption) }

  /// The text of a file with pictures that follow each other, `nil` where the format can't move.
  ///
  /// - Parameters:
  ///   - frames: The pictures, at least one and all of one size.
  ///   - seconds: How long each of them is seen.
  ///   - theme: The colours in the place of the terminal's defaults.
  ///   - caption: What the pictures say to those who can't see them.
  public func text(
    playing frames: [Frame], seconds: [Double], theme: SVGTheme = .light, caption: Caption? = nil
  ) -> String? { play?(frames, seconds, theme, caption) }

  /// Whether pictures can follow each other in a file.
  public var moves: Bool { play != nil }
}

extension PictureFormat {
  /// Every format, in the order of menus.
  public static let all: [PictureFormat] = [svg, standard, ansi]

  /// A drawing.
  public static let svg = PictureFormat(
    "svg", ending: "svg", summary: "SVG, for slides", hasPaper: true,
    play: { Frame.animatedSVG($0, seconds: $1, theme: $2, caption: $3) },
    write: { $0.svg(theme: $1, caption: $2) })

  /// The format where none is named: plain text.
  public static let standard = PictureFormat(
    "text", ending: "txt", summary: "plain text", write: { frame, _, _ in frame.text + "\n" })

  private static let ansi = PictureFormat(
    "ansi", ending: "ansi", summary: "text with ANSI colours",
    write: { frame, _, _ in frame.ansi() })
}
