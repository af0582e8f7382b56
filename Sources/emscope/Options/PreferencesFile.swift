import Explorer
import Foundation
import MixtureData
import TOMLKit

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
  /// - Throws: ``Refusal`` that names file and line of the mistake.
  init(environment: [String: String] = ProcessInfo.processInfo.environment) throws {
    guard let path = Self.path(environment), FileManager.default.fileExists(atPath: path) else {
      return
    }
    let table: TOMLTable
    do {
      table = try PlainTOML.parse(String(decoding: FileBytes.read(path), as: UTF8.self))
    } catch let problem as PlainTOML.Problem {
      throw Refusal("\(path.harmless):\(problem.line): \(problem.sentence)")
    }
    for key in table.keys where !["theme", "speed", "data"].contains(key) {
      throw Refusal("\(path.harmless): there is no preference \(key.harmless).")
    }
    if let value = table["theme"] {
      guard let scheme = value.string.flatMap(Theme.Scheme.init) else {
        throw Refusal("\(path.harmless): theme must be \"auto\", \"dark\" or \"light\".")
      }
      preferences.scheme = scheme
    }
    if let value = table["speed"] {
      guard let speed = value.double ?? value.int.map(Double.init), speed > 0 else {
        throw Refusal("\(path.harmless): speed must be a number of iterations a second.")
      }
      preferences.speed = speed
    }
    if let value = table["data"] {
      guard let name = value.string else {
        throw Refusal("\(path.harmless): data must be a name or a file in quotes.")
      }
      data = name
    }
  }

  /// `$XDG_CONFIG_HOME/emscope/config.toml`, by default below `~/.config`.
  private static func path(_ environment: [String: String]) -> String? {
    if let folder = environment["XDG_CONFIG_HOME"], folder.hasPrefix("/") {
      return folder + "/emscope/config.toml"
    }
    return environment["HOME"].map { $0 + "/.config/emscope/config.toml" }
  }
}
