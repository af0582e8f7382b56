import ArgumentParser
import MixtureData
import TerminalCanvas

/// Keys as they are typed: names with blanks between, as in `Space Space m`.
struct KeySequence {
  let keys: [Key]

  /// Reads the names.
  ///
  /// - Throws: A sentence that names the first one that isn't a key.
  init(_ text: String) throws {
    keys = try text.split(whereSeparator: \.isWhitespace).map { name in
      guard let key = Key(name: String(name)) else {
        throw ValidationError(
          "there is no key '\(String(name).harmless)'; use names such as Space, Enter, Left, "
            + "PageDown, F1, C-l, or a single character.")
      }
      return key
    }
  }
}
