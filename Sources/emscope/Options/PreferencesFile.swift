import Explorer
import MixtureData

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The user's preferences, from `emscope/config.toml` in the XDG configuration folder: a line for each
/// ``Preference``.
struct PreferencesFile {
  /// How the program looks and goes.
  var preferences = Preferences()
  /// The data set that opens when none is named.
  var data: String?
  /// The file, whether it is there or not.
  private(set) var path = ""

  /// Reads the preferences; a missing file has none.
  ///
  /// - Throws: ``CommandError`` that names file and line of the mistake, or ``DocumentError``.
  init(environment: [String: String] = ProcessInfo.processInfo.environment) throws {
    guard let path = Self.path(environment) else { return }
    self.path = path
    do {
      try read(PlainTOML(Document.configuration.read(path)))
    } catch let error as DocumentError where error.isMissing || access(path, F_OK) != 0 {
      // A folder that can't be searched is somebody else's.
      return
    } catch let problem as PlainTOML.Problem {
      throw CommandError("\(path.printable):\(problem.place.line): \(problem.sentence)")
    }
  }

  private mutating func read(_ file: PlainTOML) throws {
    for entry in file.top.entries { try take(entry) }
    if let name = file.tables.first?.name { throw Self.unknown(name) }
  }

  private mutating func take(_ entry: PlainTOML.Entry) throws {
    func problem(_ sentence: String) -> PlainTOML.Problem {
      PlainTOML.Problem(place: entry.value.place, sentence: sentence)
    }
    switch (Preference(rawValue: entry.key.text), entry.value.content) {
    case (.theme, let value):
      guard case .string(let name) = value, let scheme = Theme.Scheme(rawValue: name) else {
        throw problem("theme must be \"auto\", \"dark\" or \"light\".")
      }
      preferences.scheme = scheme
    case (.speed, .float(let speed)) where speed > 0: preferences.speed = speed
    case (.speed, .integer(let speed)) where speed > 0: preferences.speed = Double(speed)
    case (.speed, _): throw problem("speed must be a number of iterations a second.")
    case (.data, .string(let name)): data = name
    case (.data, _): throw problem("data must be a name or a file in quotes.")
    case (nil, _): throw Self.unknown(entry.key)
    }
  }

  private static func unknown(_ key: PlainTOML.Key) -> PlainTOML.Problem {
    let names = Preference.allCases.map(\.rawValue)
    let list = names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
    return PlainTOML.Problem(
      place: key.place,
      sentence: "there is no preference \(key.text.harmless): there are \(list).")
  }

  /// The file's place in the folder of configurations.
  static let place = "emscope/config.toml"

  /// `$XDG_CONFIG_HOME/emscope/config.toml`, by default below `~/.config`.
  private static func path(_ environment: [String: String]) -> String? {
    if let folder = environment["XDG_CONFIG_HOME"], folder.hasPrefix("/") {
      return "\(folder)/\(place)"
    }
    return environment["HOME"].map { "\($0)/.config/\(place)" }
  }
}
