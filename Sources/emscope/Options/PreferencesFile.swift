import Explorer
import Foundation
import MixtureData

/// The user's preferences, from `emscope/config.toml` in the XDG configuration folder.
///
///     theme = "dark"     # auto, dark or light
///     speed = 4          # iterations a second
///     data = "iris"      # what opens when nothing is named
struct PreferencesFile {
  /// How the program looks and goes.
  var preferences = Preferences()
  /// The data set that opens when none is named.
  var data: String?

  /// Reads the preferences; a missing file has none.
  ///
  /// - Throws: ``CommandError`` that names file and line of the mistake.
  init(environment: [String: String] = ProcessInfo.processInfo.environment) throws {
    guard let path = Self.path(environment), FileManager.default.fileExists(atPath: path) else {
      return
    }
    do {
      try read(PlainTOML(FileBytes.read(path)))
    } catch let problem as PlainTOML.Problem {
      throw CommandError("\(path.harmless):\(problem.place.line): \(problem.sentence)")
    }
  }

  private mutating func read(_ file: PlainTOML) throws {
    for entry in file.top.entries {
      let value = entry.value
      switch entry.key.text {
      case "theme":
        guard let scheme = value.string.flatMap(Theme.Scheme.init) else {
          throw PlainTOML.Problem(
            place: value.place, sentence: "theme must be \"auto\", \"dark\" or \"light\".")
        }
        preferences.scheme = scheme
      case "speed":
        guard let speed = value.float ?? value.integer.map(Double.init), speed > 0 else {
          throw PlainTOML.Problem(
            place: value.place, sentence: "speed must be a number of iterations a second.")
        }
        preferences.speed = speed
      case "data":
        guard let name = value.string else {
          throw PlainTOML.Problem(
            place: value.place, sentence: "data must be a name or a file in quotes.")
        }
        data = name
      default: throw Self.unknown(entry.key)
      }
    }
    if let name = file.tables.first?.name { throw Self.unknown(name) }
  }

  private static func unknown(_ key: PlainTOML.Key) -> PlainTOML.Problem {
    PlainTOML.Problem(
      place: key.place,
      sentence: "there is no preference \(key.text.harmless): there are theme, speed and data.")
  }

  /// `$XDG_CONFIG_HOME/emscope/config.toml`, by default below `~/.config`.
  private static func path(_ environment: [String: String]) -> String? {
    if let folder = environment["XDG_CONFIG_HOME"], folder.hasPrefix("/") {
      return folder + "/emscope/config.toml"
    }
    return environment["HOME"].map { $0 + "/.config/emscope/config.toml" }
  }
}
