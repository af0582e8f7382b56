import ArgumentParser
import Explorer
import MixtureData
import MixtureEngine

/// The interactive program.
struct Explore: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Step through EM in the terminal (the default).",
    discussion: "Space takes a step, ? lists every key, q quits.")

  @OptionGroup var opening: Opening

  @OptionGroup var first: FirstOptions

  @Flag(help: "Print the command line that brings one back, at the end.")
  var printCommand = false
  @OptionGroup var screen: ScreenOptions

  func run() throws {
    let preferred = try PreferencesFile()
    var opening = opening
    opening.data.data = opening.data.data ?? preferred.data
    // Whatever is wrong with the arguments is said before the screen is taken.
    let (data, recipe) = try Self.opened(
      opening, byPreference: self.opening.data.data == nil ? preferred : nil)
    if opening.data.name == "-" { StandardInput.backToTerminal() }
    let left = try screen.show(titled: "emscope \(data.name)", pressing: first.allKeys) {
      try opening.exploration(data, recipe, size: $0, capabilities: $1)
    }
    guard printCommand else { return }
    try StandardOutput.write(Self.lines(left.app.record.wayBack))
  }

  /// The command line that leads back, or a comment that says why there is none.
  private static func lines(_ way: WayBack) -> String {
    switch way {
    case .command(let line, let remark): line + "\n" + (remark.map { "# \($0)\n" } ?? "")
    case .none(let sentence): "# \(sentence)\n"
    }
  }

  /// Data and recipe; who didn't name the data is told who did.
  private static func opened(
    _ opening: Opening, byPreference preferred: PreferencesFile?
  ) throws -> (DataSet, RunRecipe) {
    do {
      return try opening.load()
    } catch let error as DataError {
      guard let preferred, preferred.data != nil else { throw error }
      throw CommandError("\(preferred.path.printable): data: \(error)")
    }
  }
}
