import CNcurses
import CTerminalGuard
import TerminalCanvas

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension CursesTerminal {
  /// Waits for the next event: a signal first, then keys and the mouse, then what has woken the loop,
  /// then the time-out.
  ///
  /// Without a time-out the process sleeps until something happens. Whoever asks without any
  /// patience hears of a key that has arrived all the same.
  public mutating func nextEvent(timeout: Duration?) -> Event {
    let clock = ContinuousClock()
    let deadline = timeout.map { clock.now + $0 }
    while true {
      if let event = takeRequest() { return event }
      if let event = events.popFirst() { return event }
      // ncurses may hold what the descriptor no longer has.
      if hasMore {
        hasMore = reader.drain(screen.window, into: &events)
        continue
      }
      if terminal_guard_take(TERMINAL_GUARD_WAKE) {
        // Results may come faster than pictures are drawn: keys that came meanwhile don't wait for
        // the last of them.
        switch Self.wait(.zero, wakeDescriptor) {
        case .gone: return .end(status: 128 + SIGHUP)
        case .input: hasMore = reader.drain(screen.window, into: &events)
        case .nothing: return .wake
        }
        guard !events.isEmpty else { return .wake }
        terminal_guard_wake()
        continue
      }
      let isHelping = GuardedThreads.shared.hasStrandedJobs
      let left = deadline.map { max(.zero, clock.now.duration(to: $0)) }
      switch Self.wait(isHelping ? .zero : left, wakeDescriptor) {
      case .gone: return .end(status: 128 + SIGHUP)
      case .input: hasMore = reader.drain(screen.window, into: &events)
      case .nothing:
        if isHelping { GuardedThreads.shared.runStrandedJob() }
        if let deadline, clock.now >= deadline { return .tick }
      }
    }
  }

  /// Stops the program until the shell continues it, as Ctrl-Z does; where no shell is above, the
  /// screen comes back at once.
  public mutating func suspend() {
    terminal_guard_write(InputModes.off, InputModes.off.utf8.count)
    endwin()
    isGivenBack = true
    terminal_guard_stop()
  }

  /// Stops the program, before it touches the terminal, as long as that is somebody else's; where no
  /// shell could continue it, it goes on.
  ///
  /// - Returns: `false` when it is to end.
  private mutating func waitForForeground() -> Bool {
    repeat {
      if terminal_guard_quit_signal() != 0 { return false }
      if tcgetpgrp(0) == getpgrp() { break }
      kill(0, SIGTTIN)
    } while terminal_guard_take(TERMINAL_GUARD_CONTINUE)
    return true
  }

  /// Takes the window's size for the screen's, as far as a picture of it fits into memory; 80×24
  /// where the window has none.
  mutating func adoptWindowSize() {
    var (columns, rows): (Int32, Int32) = (80, 24)
    _ = curses_window_size(&columns, &rows)
    let window = Size(
      width: min(Int(columns), Self.longestSide), height: min(Int(rows), Self.longestSide))
    if window != screen.size { screen.resize(to: window) }
  }

  /// No display has so many columns or rows; a broken window may claim more.
  private static let longestSide = 1000

  /// What signals ask for, the most urgent first.
  private mutating func takeRequest() -> Event? {
    let signal = terminal_guard_quit_signal()
    if signal != 0 { return .end(status: 128 + signal) }
    if terminal_guard_take(TERMINAL_GUARD_SUSPEND) { suspend() }
    if terminal_guard_take(TERMINAL_GUARD_CONTINUE) {
      guard waitForForeground() else { return takeRequest() }
      isGivenBack = false
      screen.resume()
      terminal_guard_write(inputModes, inputModes.utf8.count)
      // The window may have changed without a signal to a process that was stopped.
      let former = screen.size
      adoptWindowSize()
      return former == screen.size ? .redraw : .resize(screen.size)
    }
    if terminal_guard_take(TERMINAL_GUARD_RESIZE) {
      adoptWindowSize()
      return .resize(screen.size)
    }
    return nil
  }

  /// Asks the terminal for its background.
  mutating func askBackground() {
    let bytes = BackgroundQuestion.bytes
    terminal_guard_write(bytes, bytes.utf8.count)
    reader.question = BackgroundQuestion(asked: .now)
  }

  /// Reads until everything asked is answered, a signal asks to quit, or it is too late.
  ///
  /// - Parameters:
  ///   - patience: How long after the question it is too late.
  ///   - window: The window that keys are read from.
  ///   - wakeDescriptor: The descriptor that signals make readable.
  ///   - reader: What reads, and has asked.
  ///   - events: Where keys that come meanwhile wait.
  /// - Returns: Whether there may be more to read.
  static func readAnswer(
    within patience: Duration, from window: UnsafeMutablePointer<WINDOW>, wakeDescriptor: Int32,
    with reader: inout InputReader, into events: inout EventQueue
  ) -> Bool {
    var hasMore = false
    while let question = reader.question, !question.isAnswered, terminal_guard_quit_signal() == 0 {
      let left = ContinuousClock.now.duration(to: question.asked + patience)
      guard left > .zero else { break }
      switch wait(left, wakeDescriptor) {
      case .gone: return hasMore
      case .input: hasMore = reader.drain(window, into: &events)
      case .nothing: break
      }
    }
    return hasMore
  }

  /// What ended a wait.
  private enum Wait {
    case input, nothing, gone
  }

  private static func wait(_ left: Duration?, _ wakeDescriptor: Int32) -> Wait {
    var polled = [
      pollfd(fd: 0, events: Int16(POLLIN), revents: 0),
      pollfd(fd: wakeDescriptor, events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&polled, 2, left?.milliseconds ?? -1) > 0 else { return .nothing }
    if polled[1].revents != 0 { terminal_guard_drain() }
    // Also when SIGHUP is ignored: without a terminal there is nothing to go on for.
    if polled[0].revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 { return .gone }
    return polled[0].revents != 0 ? .input : .nothing
  }
}

extension Duration {
  /// Milliseconds, rounded up so that a wait doesn't end early and is repeated.
  fileprivate var milliseconds: Int32 {
    let (seconds, attoseconds) = components
    guard seconds < 1_000_000 else { return 1_000_000_000 }
    return Int32(seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
  }
}
