import ArgumentParser
import TerminalCanvas

/// Keys that are pressed before anything is shown.
struct KeysOption: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The keys to press first, with blanks between.", valueName: "keys"),
    transform: { try Self.keys($0) })
  var keys: [Key]?

  private static func keys(_ names: String) throws -> [Key] {
    do {
      return try Key.keys(named: names)
    } catch {
      throw ValidationError(
        "there is no key '\(error.name.harmless)'; use names such as Space, Enter, Left, "
          + "PageDown, F1, C-l, or a single character.")
    }
  }
}
