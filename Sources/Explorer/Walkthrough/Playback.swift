import TerminalCanvas

/// A recorded session on the screen: its states one after the other, at any size.
struct Playback: Sendable {
  private let states: [Exploration]
  private let capabilities: Capabilities
  /// What is said before the first step.
  private let remark: String?
  private var preferences: Preferences?
  private(set) var index = 0
  /// The state that is shown, in the user's terminal and as the user prefers.
  private(set) var present: Exploration
  /// Whether it goes on by itself.
  private(set) var isRunning = true

  /// How long each state is shown when it goes on by itself.
  private static let pause = Duration.milliseconds(700)

  /// A playback of at least one state.
  init(_ states: [Exploration], with capabilities: Capabilities, remark: String? = nil) {
    self.remark = remark
    self.states = states
    self.capabilities = capabilities
    present = states[0].shown(with: capabilities)
  }

  private mutating func show(_ number: Int) -> WalkthroughPassage {
    index = min(max(0, number), states.count - 1)
    present = states[index].shown(with: capabilities)
    if let preferences { present.prefer(preferences) }
    return .go(present.app.awake, press: [])
  }
}

extension Playback: Walkthrough {
  /// A session of a lesson is shown with what the lesson said.
  var height: Int { present.walkthrough?.height ?? 0 }
  var isNarrating: Bool { present.walkthrough?.isNarrating ?? false }
  var isRecorded: Bool { false }
  var hasTheTicks: Bool { true }

  var status: String? {
    if index == 0, let remark { return remark }
    return "replay \(index)/\(states.count - 1)   space next   ← back   r run, pause   "
      + "Esc explore from here"
  }

  func tickInterval(_ app: AppState) -> Duration? { isRunning ? Self.pause : nil }

  func move(for key: Key, in app: AppState) -> WalkthroughMove? {
    key == .character("r") ? .toggle : WalkthroughMove.keys[key]
  }

  /// Only what means the same everywhere, such as quitting, isn't taken.
  func takes(_ key: Key, in app: AppState) -> Bool { Keymap.always[key] == nil }

  /// Nothing but the keys of playing reaches a recorded state.
  mutating func letsThrough(_ event: Event, to app: AppState) -> Bool { false }

  mutating func prefer(_ preferences: Preferences) {
    self.preferences = preferences
    present.prefer(preferences)
  }

  mutating func go(_ move: WalkthroughMove, from app: AppState) -> WalkthroughPassage {
    switch move {
    case .toggle:
      isRunning.toggle()
      return .stay(nil)
    case .leave: return .leave(present.walkthrough)
    case .onward:
      guard isRunning else { return .stay(nil) }
      isRunning = isRunning && index + 2 < states.count
      return show(index + 1)
    case .forward:
      isRunning = false
      return show(index + 1)
    case .back:
      isRunning = false
      return show(index - 1)
    }
  }

  func frame(size: Size, theme: Theme) -> Frame {
    present.walkthrough?.frame(size: size, theme: theme) ?? Frame(size: size)
  }
}
