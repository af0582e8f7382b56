import CNcurses
import CTerminalGuard
import TerminalCanvas

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The terminal that the program runs in.
///
/// There can be one at a time. Its end restores the terminal; so do signals, crashes and exits
/// that come before.
public struct CursesTerminal: Terminal, ~Copyable {
  /// What the user may wish of a terminal.
  public struct Options: Sendable {
    /// Report the mouse, which takes selecting text away from the terminal.
    public var mouse: Bool
    /// Use ASCII characters alone.
    public var asciiOnly: Bool
    /// Use attributes alone; the variable `NO_COLOR` has the same effect.
    public var noColor: Bool
    /// Ask the terminal for its background, as far as it has colours.
    public var asksBackground: Bool

    /// Wishes for a terminal; whatever isn't said is the best that the terminal can do.
    ///
    /// - Parameters:
    ///   - mouse: Whether the mouse is reported.
    ///   - asciiOnly: Whether ASCII is all that is used.
    ///   - noColor: Whether attributes are all that is used.
    ///   - asksBackground: Whether the terminal is asked for its background, which may take some
    ///     milliseconds.
    public init(
      mouse: Bool = true, asciiOnly: Bool = false, noColor: Bool = false,
      asksBackground: Bool = false
    ) {
      self.mouse = mouse
      self.asciiOnly = asciiOnly
      self.noColor = noColor
      self.asksBackground = asksBackground
    }
  }

  /// How long the first picture waits for the terminal's background.
  private static let patience = Duration.milliseconds(60)
  /// How long after the question the end waits for an answer that hasn't come.
  private static let patienceAtEnd = Duration.milliseconds(250)

  var screen: CursesScreen
  var reader: InputReader
  var events: EventQueue
  /// Whether the last reading ended before everything was read.
  var hasMore = false
  /// Whether the terminal is the shell's while the program is stopped.
  var isGivenBack = false
  let inputModes: String
  let wakeDescriptor: Int32

  /// Takes over the terminal on descriptors 0 and 1.
  ///
  /// - Throws: A `TerminalError` if there is none, or one that can't be used. Nothing has been
  ///   sent to it then.
  public init(_ options: Options = Options()) throws(TerminalError) {
    // Only the kind of characters: other parts of the locale change how numbers are read.
    setlocale(LC_CTYPE, "")
    guard isatty(0) == 1, isatty(1) == 1 else { throw .notATerminal }
    let environment = Environment()
    let type = TerminalType.withTrueColor(try TerminalType.resolve(environment["TERM"])) {
      environment[$0]
    }
    let restoring = RestoreSequence.bytes
    // Terminals without a mouse are too old for marks around pasted text as well.
    let hasMouse = curses_string("kmous") != nil
    Self.waitForForeground()
    let descriptor = terminal_guard_install("emscope")
    guard descriptor >= 0 else { throw .refused }
    terminal_guard_arm(restoring, restoring.utf8.count)
    // Exported by some shells, they would win over the window's true size.
    unsetenv("LINES")
    unsetenv("COLUMNS")
    screen = try Self.openScreen(
      type: type, unicode: !options.asciiOnly && curses_locale_is_utf8(),
      colors: !options.noColor && environment["NO_COLOR"] == nil)
    reader = InputReader()
    events = EventQueue()
    inputModes =
      (hasMouse && options.mouse ? InputModes.mouse : "") + (hasMouse ? InputModes.paste : "")
    wakeDescriptor = descriptor
    terminal_guard_capture_errors()
    freeControlKeys()
    adoptWindowSize()
    screen.clear()
    terminal_guard_write(inputModes, inputModes.utf8.count)
    if options.asksBackground, hasMouse, screen.colors != .none,
      TerminalType.canBeAsked(type)
    {
      askBackground()
      hasMore = Self.readAnswer(
        within: Self.patience, from: screen.window, wakeDescriptor: descriptor, with: &reader,
        into: &events)
    }
  }

  deinit {
    // Of what ends while it is stopped the shell's screen shows nothing.
    if !isGivenBack { giveBack() }
    terminal_guard_disarm()
    terminal_guard_release_errors()
    terminal_guard_uninstall()
  }

  private borrowing func giveBack() {
    // What comes after the end would be the shell's to read.
    var (reader, rest) = (reader, EventQueue())
    _ = Self.readAnswer(
      within: Self.patienceAtEnd, from: screen.window, wakeDescriptor: wakeDescriptor,
      with: &reader, into: &rest)
    terminal_guard_write(InputModes.off, InputModes.off.utf8.count)
    // The shell has the terminal where another process has stopped this one; it has to end all the same.
    signal(SIGTTOU, SIG_IGN)
    // The screen's own end, which follows, would come after the errors' release.
    endwin()
  }

  /// How many columns and rows the screen has now.
  public var size: Size { screen.size }

  /// What the screen is able to show.
  public var capabilities: Capabilities {
    Capabilities(
      colors: screen.colors, unicode: screen.unicode, background: reader.question?.background)
  }

  /// Interrupts `nextEvent` from any thread.
  public var waker: Waker { Waker { terminal_guard_wake() } }

  /// Runs long work so that even a crash of it restores the terminal.
  public var executor: (any TaskExecutor)? { GuardedThreads.shared }

  /// Says whether keys have been read that `nextEvent` hasn't answered yet.
  public var hasPendingEvents: Bool { !events.isEmpty }

  /// Shows a frame; larger ones are clipped, the rest of the screen is blank.
  public mutating func present(_ frame: Frame) {
    terminal_guard_gather()
    screen.present(frame)
    if !terminal_guard_send_gathered() { screen.repaint() }
  }

  /// Makes the next frame be sent whole, whatever the terminal shows now.
  public mutating func repaint() { screen.repaint() }

  /// Puts a text into the clipboard, where the terminal allows: OSC 52 of xterm's control sequences.
  public mutating func copy(base64 text: String) {
    let sequence = "\u{1B}]52;c;\(text)\u{7}"
    terminal_guard_write(sequence, sequence.utf8.count)
  }

  private static func openScreen(
    type: String, unicode: Bool, colors: Bool
  ) throws(TerminalError) -> CursesScreen {
    do {
      return try CursesScreen(
        type: type, output: curses_stdout(), input: curses_stdin(), unicode: unicode,
        colors: colors)
    } catch {
      terminal_guard_disarm()
      terminal_guard_uninstall()
      throw error
    }
  }

  /// A job of the background is stopped here, before it touches the terminal, until it is called
  /// to the foreground.
  private static func waitForForeground() {
    if tcgetpgrp(0) != getpgrp() { kill(0, SIGTTIN) }
  }

  /// Keeps the driver from stopping output on Ctrl-S, and from taking Ctrl-V and Ctrl-O.
  private func freeControlKeys() {
    var modes = termios()
    guard tcgetattr(0, &modes) == 0 else { return }
    modes.c_iflag &= ~tcflag_t(IXON)
    modes.c_lflag &= ~tcflag_t(IEXTEN)
    tcsetattr(0, TCSANOW, &modes)
    // What ncurses goes back to after a suspension.
    def_prog_mode()
  }
}

/// The process's variables; those that are empty count as unset.
private struct Environment {
  subscript(name: String) -> String? {
    guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty else { return nil }
    return value
  }
}
