import ArgumentParser
import MixtureData

/// A first word that is no command, but may have been meant as one: it is taken for the name of data.
struct MisspelledCommand {
  /// The word.
  private let word: String
  /// The commands.
  private let known: [String]

  /// - Parameter words: The command line after the program's name.
  /// - Returns: `nil` where it begins with a command or an option, or with nothing.
  init?(_ words: ArraySlice<String>) {
    guard let first = words.first, !first.hasPrefix("-"), !Emscope.commandNames.contains(first)
    else { return nil }
    word = first
    known = Emscope.commandNames.filter { $0 != Manual._commandName }
  }

  /// - Returns: `nil` but for a name that isn't even like one of a data set.
  init?(_ error: DataError) {
    guard case .unknown(let name, nearest: nil) = error else { return nil }
    self.init([name])
  }

  /// A sentence that names the command which is most like it; `nil` where none is.
  var suggestion: String? {
    nearestName(to: word, among: known).map {
      "There is no command called '\(word)'; did you mean '\($0)'?"
    }
  }

  /// A sentence for whoever asked for help with it.
  var sentence: String {
    suggestion
      ?? "There is no command called '\(word)'; the commands are \(known.joined(separator: ", "))."
  }
}
