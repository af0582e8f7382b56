import ArgumentParser
import Explorer
import TerminalCanvas

/// The interactive program.
struct Explore: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Step through EM in the terminal (the default).",
    discussion: "Space takes a step, ? lists every key, q quits.")

  @OptionGroup var opening: Opening
  @OptionGroup var screen: ScreenOptions

  func run() throws {
    let preferred = try PreferencesFile()
    var opening = opening
    opening.data.data = opening.data.data ?? preferred.data
    // Whatever is wrong with the arguments is said before the screen is taken.
    let (data, recipe) = try opening.load()
    if opening.data.name == "-" { StandardInput.backToTerminal() }
    try screen.show(titled: "emscope \(data.name)") { size, capabilities in
      try opening.exploration(data, recipe, size: size, capabilities: capabilities)
    }
  }
}
