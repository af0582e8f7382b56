import CNcurses

/// Finds the description by which ncurses can drive the terminal.
enum TerminalType {
  /// The name of a description that is installed, for the type that the environment names.
  ///
  /// Modern terminals whose own description is missing, as on many systems, are driven as
  /// `xterm-256color`, which all of them understand. ncurses is left ready for questions about
  /// the type (`tigetstr`).
  static func resolve(_ type: String?) throws(TerminalError) -> String {
    guard let type, !type.isEmpty else { throw .noType }
    var name = type
    if !isInstalled(name) {
      guard imitates256Colors(type) else {
        throw type == "dumb" ? .unable(type: type) : .unknown(type: type)
      }
      name = "xterm-256color"
      guard isInstalled(name) else { throw .unknown(type: type) }
    }
    guard curses_string("cup") != nil else { throw .unable(type: type) }
    return name
  }

  /// Unlike `initscr`, this asks without ending the process when the answer is no.
  private static func isInstalled(_ name: String) -> Bool {
    var status: Int32 = 0
    return setupterm(name, 1, &status) == OK && status == 1
  }

  private static func imitates256Colors(_ type: String) -> Bool {
    let family = type.prefix { $0 != "-" }
    return type.hasSuffix("-256color") || type.hasSuffix("-direct")
      || [
        "xterm", "foot", "alacritty", "ghostty", "kitty", "wezterm", "contour", "konsole", "vte",
        "rio", "iterm2", "st", "tmux", "screen",
      ].contains(String(family))
  }
}
