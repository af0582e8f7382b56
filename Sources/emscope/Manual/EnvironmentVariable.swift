/// A variable of the environment that the program reads, or that the system reads for it.
enum EnvironmentVariable: String, CaseIterable {
  case home = "HOME"
  case configuration = "XDG_CONFIG_HOME"
  case noColor = "NO_COLOR"
  case terminal = "TERM"
  case trueColor = "COLORTERM"
  case characters = "LC_ALL"
  case xterm = "XTERM_VERSION"
  case vte = "VTE_VERSION"

  /// What it says, for the manual.
  var meaning: String {
    switch self {
    case .home: "The folder in which .config has the preferences, without XDG_CONFIG_HOME."
    case .configuration: "The folder that has the preferences, if it begins with a slash."
    case .noColor: "Draws without colours if it is not empty, as --no-color does."
    case .terminal: "The kind of terminal, for which terminfo(5) has a description."
    case .trueColor: "truecolor and 24bit say that the terminal has every colour."
    case .characters:
      "With LC_CTYPE and LANG the locale's characters: UTF-8, or else ASCII alone is drawn."
    case .xterm, .vte:
      "Set by xterm and by terminals on VTE: with COLORTERM they tell how colours are written."
    }
  }
}
