import ArgumentParser
import Explorer
import MixtureData
import TerminalCanvas

/// Prints the screen as it is after some keys, without a terminal.
struct Render: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the screen as it is after some keys.",
    discussion: """
      Keys are named as tmux does: Space, Enter, Escape, Left, PageDown, Home, F1, C-l, or a \
      single character. Equal arguments print equal screens.
      """)

  @OptionGroup var opening: Opening

  @OptionGroup var first: FirstOptions

  @OptionGroup var run: FramesOption

  @Option(
    among: Pane.all, called: \.name, what: "pane",
    help: ArgumentHelp(
      "Draw one part alone: \(Pane.all.listed(\.name)).", valueName: "pane"))
  var pane: Pane?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Columns and rows (default: 80x24; 128x36, which is 16:9, for --frames and --animate in SVG).",
      valueName: "size"),
    transform: { try Self.size($0) })
  var size: Size?

  @Option(
    among: PictureFormat.all, called: \.name, what: "format",
    help: ArgumentHelp(
      "How the screen is written: \(PictureFormat.all.listed { "\($0.name) (\($0.summary))" }); "
        + "default: \(PictureFormat.standard.name), and svg for --animate.", valueName: "format"))
  var format: PictureFormat?

  @Flag(help: "Draw with ASCII characters alone.")
  var ascii = false

  @Option(
    help: ArgumentHelp(
      "Colours for an \(Theme.Scheme.allCases.listed(\.rawValue)) background; SVG is on such a one.",
      valueName: "theme"))
  var theme: Theme.Scheme?

  @Flag(help: "Show the plot, three numbers and one sentence, for a hall.")
  var hall = false

  @Flag(help: "Draw SVG for a dark background; the same as --theme dark.")
  var dark = false

  func validate() throws {
    if run.animate, let format, !format.moves {
      let moving = PictureFormat.all.filter(\.moves).listed(\.name)
      throw ValidationError("\(format.name) can't move; --animate needs --format \(moving).")
    }
    if let pane, run.animate || run.frames != nil {
      throw ValidationError(
        "--pane \(pane.name) is one picture; leave it out for --frames and --animate.")
    }
  }

  func run() async throws {
    var exploration = try await exploration(perform: World.performReplayed)
    let format = chosenFormat
    let text: String?
    if run.animate {
      let (frames, seconds, caption) = try exploration.animation(
        of: run.frames, size: exploration.size)
      text = format.text(playing: frames, seconds: seconds, theme: paper, caption: caption)
    } else if let moments = run.frames {
      let (frame, caption) = try exploration.figure(of: moments, size: exploration.size)
      text = format.text(of: frame, theme: paper, caption: caption)
    } else {
      if let pane { try await exploration.showAlone(pane) }
      text = try format.text(of: exploration.printed(), theme: paper, caption: exploration.caption)
    }
    try StandardOutput.write(text ?? "")
  }

  private var chosenFormat: PictureFormat { format ?? (run.animate ? .svg : .standard) }

  /// The colours: those that were asked for, or those that suit the paper, where a format has one.
  private var scheme: Theme.Scheme {
    theme ?? (dark ? .dark : chosenFormat.hasPaper ? .light : .auto)
  }

  /// What SVG is drawn on.
  private var paper: SVGTheme { SVGTheme(dark ? .dark : scheme) }

  private var usualSize: Size {
    chosenFormat.hasPaper && (run.animate || run.frames != nil)
      ? Size(width: 128, height: 36) : Size(width: 80, height: 24)
  }

  /// The program after the keys.
  func exploration(perform: (Effect) -> Answer?) async throws -> Exploration {
    let (data, recipe) = try opening.load()
    let capabilities =
      chosenFormat.hasPaper
      ? Capabilities(
        colors: .direct, unicode: !ascii, background: scheme == .auto ? nil : paper.backgroundColor)
      : Capabilities(unicode: !ascii)
    var exploration = try opening.exploration(
      data, recipe, size: size ?? usualSize, capabilities: capabilities)
    exploration.prefer(Preferences(scheme: scheme, isForHall: hall))
    await exploration.replay(first.allKeys, perform: perform)
    return exploration
  }

  private static func size(_ text: String) throws -> Size {
    let sides = 1...longestSide
    guard let size = Size(text), sides.contains(size.width), sides.contains(size.height) else {
      throw ValidationError(
        "give columns and rows, each from 1 to \(longestSide), such as 80x24.")
    }
    return size
  }

  /// The longest side that is drawn without a terminal.
  private static let longestSide = 1000
}
