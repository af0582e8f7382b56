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

  @OptionGroup var first: KeysOption

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Columns and rows (default: 80x24).", valueName: "size"),
    transform: { try Self.size($0) })
  var size: Size?

  @Option(
    help: ArgumentHelp(
      "How the screen is written: \(PictureFormat.all.listed { "\($0.name) (\($0.summary))" }); "
        + "default: \(PictureFormat.standard.name).", valueName: "format"),
    transform: { try choice($0, among: PictureFormat.all, called: \.name, what: "format") })
  var format: PictureFormat = .standard

  @Flag(help: "Draw with ASCII characters alone.")
  var ascii = false

  @Option(
    help: ArgumentHelp(
      "Colours for an \(Theme.Scheme.allCases.listed(\.rawValue)) background.", valueName: "theme"))
  var theme: Theme.Scheme = .auto

  @Flag(help: "Show the plot, three numbers and one sentence, for a hall.")
  var hall = false

  @Flag(help: "Draw SVG for a dark background.")
  var dark = false

  func run() async throws {
    let exploration = try await exploration(perform: World.performReplayed)
    try StandardOutput.write(
      format.text(of: exploration.frame(), theme: dark ? .dark : .light))
  }

  /// The program after the keys.
  func exploration(perform: (Effect) -> Answer?) async throws -> Exploration {
    let (data, recipe) = try opening.load()
    var exploration = try opening.exploration(
      data, recipe, size: size ?? Size(width: 80, height: 24),
      capabilities: Capabilities(unicode: !ascii))
    exploration.prefer(Preferences(scheme: theme, isForHall: hall))
    await exploration.replay(first.keys ?? [], perform: perform)
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
