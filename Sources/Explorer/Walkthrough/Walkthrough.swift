import TerminalCanvas

/// Something that leads through states of the application, forward and back, and from which a
/// user can take over: a lesson, or a recorded session.
protocol Walkthrough: Sendable {
  /// How many rows it takes below the picture.
  var height: Int { get }
  /// What it says in the line of status, if anything.
  var status: String? { get }
  /// Whether it speaks beside the picture and has the keys of stepping.
  var isNarrating: Bool { get }
  /// Whether what happens in it belongs to the session that can be saved.
  var isRecorded: Bool { get }
  /// Whether it goes on at each tick, in the place of the application.
  var hasTheTicks: Bool { get }
  /// How long the loop may wait before the next tick.
  func tickInterval(_ app: AppState) -> Duration?
  /// What a key means to it; `nil` for a key that isn't its own.
  func move(for key: Key, in app: AppState) -> WalkthroughMove?
  /// Whether a key never reaches the application at present, so that its line of keys must not
  /// name it.
  func takes(_ key: Key, in app: AppState) -> Bool
  /// Moves from where the application is.
  mutating func go(_ move: WalkthroughMove, from app: AppState) -> WalkthroughPassage
  /// Whether another event reaches the application, which it may have to come back from.
  mutating func letsThrough(_ event: Event, to app: AppState) -> Bool
  /// What it says, below the picture.
  func frame(size: Size, theme: Theme) -> Frame
  /// Looks and goes as the user prefers, in all of its states.
  mutating func prefer(_ preferences: Preferences)
}

extension Walkthrough {
  /// Usually it takes what moves it.
  func takes(_ key: Key, in app: AppState) -> Bool { move(for: key, in: app) != nil }
}

/// A way to move in a walkthrough.
enum WalkthroughMove: Hashable, Sendable {
  /// On, or back, at a user's wish.
  case forward, back
  /// On by itself, as time goes.
  case onward
  /// Goes on by itself from now on, or no longer.
  case toggle
  /// Out of it: the user takes over.
  case leave

  /// The keys that move every walkthrough: those of stepping, so that a presenter's remote is
  /// enough.
  static let keys: [Key: WalkthroughMove] = {
    let forward: [Key] = [
      .space, .enter, .character("n"), .character("l"), .right, .pageDown,
    ]
    let back: [Key] = [.character("p"), .character("h"), .left, .pageUp, .backspace]
    return Dictionary(
      uniqueKeysWithValues: forward.map { ($0, .forward) } + back.map { ($0, .back) }
        + [(.escape, .leave)])
  }()
}

/// Where a move in a walkthrough leads.
enum WalkthroughPassage: Sendable {
  /// Nowhere, with a sentence that says why, if there is one.
  case stay(Notice?)
  /// To another state, in which keys are pressed.
  case go(AppState, press: [Key])
  /// Out of it, perhaps into the walkthrough that it was about.
  case leave((any Walkthrough)?)
}
