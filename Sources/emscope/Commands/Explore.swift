import ArgumentParser
import CursesTerminal
import Explorer
import TerminalCanvas

/// The interactive program.
struct Explore: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Step through EM in the terminal (the default).",
    discussion: "Space takes a step, ? lists every key, q quits.")

  @OptionGroup var opening: Opening

  @Flag(help: "Leave the mouse to the terminal, so that text can be selected.")
  var noMouse = false

  @Flag(help: "Draw without colours; the variable NO_COLOR has the same effect.")
  var noColor = false

  func run() throws {
    // Whatever is wrong with the arguments is said before the screen is taken.
    let (data, settings) = try opening.load()
    if opening.data.data == "-" { StandardInput.backToTerminal() }
    let status = try session(data, settings)
    if status != 0 { throw ExitCode(status) }
  }

  /// Takes the terminal, and has given it back when it returns or throws.
  private func session(_ data: ExploredData, _ settings: Settings) throws -> Int32 {
    var terminal = try CursesTerminal(
      CursesTerminal.Options(mouse: !noMouse, asciiOnly: opening.ascii, noColor: noColor))
    var state = try opening.state(
      data, settings, size: terminal.size, capabilities: terminal.capabilities)
    return explore(&state, on: &terminal) { effect, terminal in
      switch effect {
      case .suspend: terminal.suspend()
      case .repaint:
        terminal.repaint()
        SelfTest.fault?.happen()
      default: return World.perform(effect)
      }
      return nil
    }
  }
}
