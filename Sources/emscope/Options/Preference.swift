/// What the user can prefer: a key of the preferences' file.
enum Preference: String, CaseIterable {
  case theme, speed, data

  /// A line of the file that has it.
  var example: String {
    switch self {
    case .theme: "theme = \"dark\""
    case .speed: "speed = 4"
    case .data: "data = \"iris\""
    }
  }

  /// What it says, for the manual.
  var meaning: String {
    switch self {
    case .theme: "auto, dark or light, in place of asking the terminal; t and --theme change it"
    case .speed: "iterations a second when running by itself"
    case .data: "what opens when nothing is named: a built-in data set or a file"
    }
  }
}
