import ArgumentParser
import Explorer
import TerminalCanvas

/// Prints the screen as it is after some keys, without a terminal.
struct Render: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, ansi, svg
  }

  static let configuration = CommandConfiguration(
    abstract: "Print the screen as it is after some keys.",
    discussion: """
      Keys are named as tmux does: Space, Enter, Escape, Left, PageDown, Home, F1, C-l, or a \
      single character. Equal arguments print equal screens.
      """)

  @OptionGroup var opening: Opening

  @Option(
    help: ArgumentHelp("The keys to press first, with blanks between.", valueName: "keys"),
    transform: { try KeySequence($0) })
  var keys: KeySequence?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Columns and rows (default: 80x24).", valueName: "size"),
    transform: { try Size(argument: $0) })
  var size: Size?

  @Option(help: ArgumentHelp("How the screen is written.", valueName: "format"))
  var format: Format = .text

  @Flag(help: "Draw with ASCII characters alone.")
  var ascii = false

  @Option(
    help: ArgumentHelp("Colours for an auto, dark, light background.", valueName: "theme"))
  var theme: Theme.Scheme = .auto

  @Flag(help: "Draw SVG for a dark background.")
  var dark = false

  func run() async throws {
    let (data, recipe) = try opening.load()
    var exploration = try opening.exploration(
      data, recipe, size: size ?? Size(width: 80, height: 24),
      capabilities: Capabilities(unicode: !ascii))
    exploration.prefer(Preferences(scheme: theme))
    await exploration.replay(keys?.keys ?? [], perform: World.perform)
    let frame = exploration.frame()
    switch format {
    case .text: print(frame.text)
    case .ansi: print(frame.ansi())
    case .svg: print(frame.svg(theme: dark ? .dark : .light))
    }
  }
}
