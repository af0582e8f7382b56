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
  /// Why the last key did nothing, if it did nothing.
  private var word: String?

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
    word =
      number < 0
      ? "this is where the session begins"
      : number >= states.count ? "this is where the session ends: Esc explores from here" : nil
    present = states[index].shown(with: capabilities)
    if let preferences { present.prefer(preferences) }
    return .go(present.app.awake, press: [])
  }
}

extension Playback: Walkthrough {
  /// A session of a lesson is shown with what the lesson said.
  func height(on screen: Size) -> Int { present.walkthrough?.height(on: screen) ?? 0 }
  var isNarrating: Bool { present.walkthrough?.isNarrating ?? false }
  var isRecorded: Bool { false }
  var hasTheTicks: Bool { true }

  var status: String? {
    if index == 0, let remark { return remark }
    return "replay \(index)/\(states.count - 1)   "
      + (word ?? "space next   ← back   r \(isRunning ? "pause" : "run")   Esc explore from here")
  }

  func tickInterval(_ app: AppState) -> Duration? { isRunning ? Self.pause : nil }

  func move(for key: Key, in app: AppState) -> WalkthroughMove? {
    if isReading(app) { return Keymap.everywhere[key] == nil ? .reading(key) : nil }
    if Self.helpKeys.contains(key) { return .reading(key) }
    return key == WalkthroughMove.toggling ? .toggle : WalkthroughMove.keys[key]
  }

  /// Only what means the same everywhere, such as quitting and the help, isn't taken.
  func takes(_ key: Key, in app: AppState) -> Bool {
    !isReading(app) && Keymap.always[key] == nil && !Self.helpKeys.contains(key)
  }

  private static let helpKeys: [Key] = [.character("?"), .function(1)]

  /// Whether the help lies over the recorded state.
  private func isReading(_ app: AppState) -> Bool {
    (app.overlay as? Help)?.isReadOnly ?? false
  }

  /// Nothing but the keys of playing reaches a recorded state.
  mutating func letsThrough(_ event: Event, to app: AppState) -> Bool { false }

  mutating func prefer(_ preferences: Preferences) {
    self.preferences = preferences
    present.prefer(preferences)
  }

  mutating func go(_ move: WalkthroughMove, from app: AppState) -> WalkthroughPassage {
    word = nil
    switch move {
    case .reading(let key):
      isRunning = false
      var state = app
      state.notice = nil
      if isReading(app) {
        _ = state.obey(key)
        word = state.notice?.text
      } else {
        state.overlay = Help(of: app, at: WalkthroughMove.playbackKeys.title, readOnly: true)
      }
      return .go(state, press: [])
    case .toggle:
      isRunning.toggle()
      return .stay(nil)
    case .leave: return .leave(present.walkthrough)
    case .stay, .return, .cover, .uncover, .answer: return .stay(nil)
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

  func frame(size: Size, theme: Theme, beside app: AppState) -> Frame {
    present.walkthrough?.frame(size: size, theme: theme, beside: app) ?? Frame(size: size)
  }

  func mark(_ frame: inout Frame, in app: AppState) {
    present.walkthrough?.mark(&frame, in: app)
  }
}
