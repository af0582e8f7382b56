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

  /// The description of the same terminal with direct colours, where the environment says that it
  /// has them, the system has such a description, and it agrees with the other one about everything
  /// else that is used here; otherwise `name`.
  ///
  /// ncurses is left ready for questions about the answer.
  ///
  /// - Parameters:
  ///   - name: The name of a description that is installed.
  ///   - environment: Answers the variables of the process.
  static func withTrueColor(_ name: String, environment: (String) -> String?) -> String {
    guard ["truecolor", "24bit"].contains(environment("COLORTERM")), tigetflag("RGB") <= 0 else {
      return name
    }
    let family = String(name.prefix { $0 != "-" })
    let shared = abilities
    for candidate in ["\(name)-direct", "\(family)-direct"] where isInstalled(candidate) {
      // Some terminals that call themselves xterm don't know colours that are written with colons.
      let isUnderstood =
        family != "xterm" || environment("XTERM_VERSION") != nil
        || environment("VTE_VERSION") != nil || !(string("setaf")?.contains(":") ?? false)
      if tigetflag("RGB") > 0, isUnderstood, abilities == shared { return candidate }
    }
    _ = isInstalled(name)
    return name
  }

  /// Whether a terminal of a type passes over a question that it doesn't know; old consoles print it.
  ///
  /// - Parameter type: The name of the terminal's description.
  static func canBeAsked(_ type: String) -> Bool { type.prefix { $0 != "-" } != "linux" }

  /// What keys send, and how cells, modes and attributes are written.
  private static var abilities: [String?] {
    let names =
      [
        "cup", "el", "ed", "ech", "bold", "dim", "sitm", "smul", "rev", "sgr0", "op", "smkx",
        "rmkx",
        "smcup", "rmcup", "civis", "cnorm", "kmous", "kcuu1", "kcud1", "kcub1", "kcuf1", "khome",
        "kend", "kpp", "knp", "kich1", "kdch1", "kbs", "kcbt",
      ] + (1...12).map { "kf\($0)" }
    return names.map(string)
  }

  private static func string(_ name: String) -> String? {
    curses_string(name).map { String(cString: $0) }
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
