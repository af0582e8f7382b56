import TerminalCanvas

/// Why a terminal can't be used; each one says in a sentence what to do about it.
public enum TerminalError: Error, Equatable, CustomStringConvertible {
  /// Keys would come from, or pictures go to, something that isn't a terminal.
  case notATerminal
  /// The environment doesn't say what kind of terminal this is.
  case noType
  /// The kind of terminal is known to be unable to place characters.
  case unable(type: String)
  /// Nothing is known about this kind of terminal.
  case unknown(type: String)
  /// The terminal was refused by the system or by ncurses.
  case refused

  /// One sentence without control characters.
  public var description: String {
    switch self {
    case .notATerminal:
      "emscope draws on a terminal: run it without redirecting its input and output, or use a "
        + "subcommand that prints instead."
    case .noType:
      "The variable TERM is empty: set it to your terminal's name, such as TERM=xterm-256color."
    case .unable(let type):
      "A terminal of type \(shown(type)) can't place characters: use another terminal, or set "
        + "TERM=xterm-256color if yours can."
    case .unknown(let type):
      "The terminal type \(shown(type)) is unknown here: install its description, or set "
        + "TERM=xterm-256color."
    case .refused:
      "The terminal could not be prepared: try another terminal window."
    }
  }

  /// A name from the environment, cut and without anything that steers a terminal.
  private func shown(_ type: String) -> String {
    "\"" + String(type.truncated(to: 40).map { Cell($0).character }) + "\""
  }
}
