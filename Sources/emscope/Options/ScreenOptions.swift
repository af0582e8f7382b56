import ArgumentParser
import CursesTerminal
import Explorer
import MixtureData
import TerminalCanvas

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Theme.Scheme: ExpressibleByArgument {}

/// How the terminal is used.
struct ScreenOptions: ParsableArguments {
  @Flag(help: "Draw with ASCII characters alone.")
  var ascii = false

  @Flag(help: "Leave the mouse to the terminal, so that text can be selected.")
  var noMouse = false

  @Flag(help: "Draw without colours; the variable NO_COLOR has the same effect.")
  var noColor = false

  @Flag(help: "Show the plot, three numbers and one sentence, for a hall; B changes it.")
  var hall = false

  @Option(
    help: ArgumentHelp(
      "Colours for an \(Theme.Scheme.allCases.map(\.rawValue).joined(separator: ", ")) background.",
      valueName: "theme"))
  var theme: Theme.Scheme?

  @Option(
    help: ArgumentHelp(
      "Record the session as an asciicast, to be played by asciinema.", valueName: "file"),
    completion: .file())
  var record: String?

  /// Takes the terminal, shows the application, and has given the terminal back when it returns
  /// or throws.
  ///
  /// - Parameters:
  ///   - title: What a recording is called.
  ///   - keys: The keys to press first; they have the last word, whatever is preferred.
  ///   - begin: The program for a terminal of this size and these abilities.
  /// - Returns: The program as it was left.
  @discardableResult
  func show(
    titled title: String, pressing keys: [Key] = [],
    beginning begin: (Size, Capabilities) throws -> Exploration
  ) throws -> Exploration {
    // A recording that can't be made is refused before the screen is taken.
    let recording = try record.map { try CastFile($0) }
    let (status, exploration) = try session(title, recording, keys, begin)
    World.tellUnfinished()
    try recording?.check()
    if status != 0 { throw ExitCode(status) }
    return exploration
  }

  private func session(
    _ title: String, _ recording: CastFile?, _ keys: [Key],
    _ begin: (Size, Capabilities) throws -> Exploration
  ) throws -> (status: Int32, left: Exploration) {
    var wishes = try PreferencesFile().preferences
    wishes.scheme = theme ?? wishes.scheme
    let terminal = try CursesTerminal(
      CursesTerminal.Options(
        mouse: !noMouse, asciiOnly: ascii, noColor: noColor, asksBackground: wishes.scheme == nil))
    var capabilities = terminal.capabilities
    capabilities.unicode = capabilities.unicode && !ascii
    wishes.isForHall = hall
    var exploration = try begin(terminal.size, capabilities)
    exploration.prefer(wishes)
    guard let recording else {
      var terminal = terminal
      return (ScreenLoop.run(&exploration, on: &terminal, keys) { $1(&$0) }, exploration)
    }
    var recorder = RecordingTerminal(terminal, title: title, file: recording)
    return (ScreenLoop.run(&exploration, on: &recorder, keys) { $0.withBase($1) }, exploration)
  }
}

/// The loop on the real terminal, with what only that can do.
private enum ScreenLoop {
  /// - Parameters:
  ///   - keys: The keys to press first.
  ///   - reach: Does something with the real terminal behind `terminal`.
  static func run<T: Terminal & ~Copyable>(
    _ exploration: inout Exploration, on terminal: inout T, _ keys: [Key],
    reach: (inout T, (inout CursesTerminal) -> Void) -> Void
  ) -> Int32 {
    explore(
      &exploration, on: &terminal, pressing: keys, load: World.load, save: World.save
    ) { effect, terminal in
      switch effect {
      case .copy(let text):
        let base64 = Data(text.utf8).base64EncodedString()
        reach(&terminal) { $0.copy(base64: base64) }
      case .suspend: reach(&terminal) { $0.suspend() }
      case .repaint:
        reach(&terminal) { $0.repaint() }
        SelfTest.fault?.happen(on: terminal.executor)
      default: break
      }
    }
  }
}
