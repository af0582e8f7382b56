import ArgumentParser
import Explorer
import TerminalCanvas

/// What is done before anything is shown: a view is opened, then keys are pressed.
struct FirstOptions: ParsableArguments {
  @Option(
    among: View.all, called: \.name, what: "view",
    help: ArgumentHelp(
      "Open with a view: \(View.all.listed(\.name)).", valueName: "view"))
  var view: View?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The keys to press first, with blanks between.", valueName: "keys"),
    completion: .list(Key.longNames),
    transform: { try Self.keys($0) })
  private var keys: [Key]?

  /// All the keys to press: those that open the view, then those that are given.
  var allKeys: [Key] { (view?.openingKeys ?? []) + (keys ?? []) }

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
