import TerminalCanvas

/// A recorded session on the screen: its states one after the other, at any size.
struct Playback {
  private let states: [AppState]
  private(set) var index = 0
  /// Whether it goes on by itself.
  private(set) var isRunning = true

  /// How long each state is shown when it goes on by itself.
  static let pause = Duration.milliseconds(700)

  /// A playback of at least one state.
  init(_ states: [AppState]) { self.states = states }

  /// Whether the last state is shown.
  var isAtEnd: Bool { index == states.count - 1 }

  /// The state that is shown, to explore from.
  var state: AppState { states[index] }

  /// The picture, with what can be done in the line of status.
  func frame(size: Size) -> Frame {
    var shown = state
    shown.notice =
      "replay \(index)/\(states.count - 1)   space next   ← back   r run, pause   Esc explore from here"
    return shown.frame(size: size)
  }

  /// Obeys a key.
  ///
  /// - Returns: Whether the user takes over.
  mutating func obey(_ key: Key) -> Bool {
    switch key {
    case .character("r"): isRunning.toggle()
    case .escape: return true
    default:
      isRunning = false
      switch Keymap.lessonAction(for: key) {
      case .forward: index = min(index + 1, states.count - 1)
      case .back: index = max(index - 1, 0)
      case .leave, nil: break
      }
    }
    return false
  }

  /// Goes on by itself, if it does.
  mutating func tick() {
    guard isRunning else { return }
    index = min(index + 1, states.count - 1)
    if isAtEnd { isRunning = false }
  }
}

/// What became of a playback.
public enum PlaybackEnd: Sendable {
  /// The program is to leave with this status.
  case quit(status: Int32)
  /// The user goes on from a state.
  case explore(AppState)
}

/// Shows the states of a recorded session on a terminal.
///
/// - Precondition: There is at least one state.
public func play<T: Terminal & ~Copyable>(
  _ states: [AppState], on terminal: inout T, repaint: (inout T) -> Void = { _ in }
) -> PlaybackEnd {
  var playback = Playback(states)
  while true {
    terminal.present(playback.frame(size: terminal.size))
    switch terminal.nextEvent(timeout: playback.isRunning ? Playback.pause : nil) {
    case .end(let status): return .quit(status: status)
    case .tick: playback.tick()
    case .redraw: repaint(&terminal)
    case .key(.character("q")), .key(.control("c")): return .quit(status: 0)
    case .key(let key): if playback.obey(key) { return .explore(playback.state) }
    case .mouse, .resize, .wake: continue
    }
  }
}
