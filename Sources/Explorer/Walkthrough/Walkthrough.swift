import TerminalCanvas

/// Something that leads through states of the application, forward and back, and from which a
/// user can take over: a lesson, or a recorded session.
protocol Walkthrough: Sendable {
  /// How many rows it takes below the picture on a screen.
  func height(on screen: Size) -> Int
  /// What it says in the line of status, if anything.
  var status: String? { get }
  /// Whether it speaks beside the picture and has the keys of stepping.
  var isNarrating: Bool { get }
  /// Whether what happens in it belongs to the session that can be saved.
  var isRecorded: Bool { get }
  /// Whether nothing is shown until the next key.
  var isBlank: Bool { get }
  /// Whether it goes on at each tick, in the place of the application.
  var hasTheTicks: Bool { get }
  /// How long the loop may wait before the next tick.
  func tickInterval(_ app: AppState) -> Duration?
  /// What a key means to it; `nil` for a key that isn't its own.
  func move(for key: Key, in app: AppState) -> WalkthroughMove?
  /// What the mouse means to it.
  ///
  /// - Parameter below: Where it speaks on the screen.
  func move(for mouse: MouseEvent, in app: AppState, below: Rect) -> WalkthroughMove?
  /// Whether a key never reaches the application at present, so that its line of keys must not
  /// name it.
  func takes(_ key: Key, in app: AppState) -> Bool
  /// Moves from where the application is.
  mutating func go(_ move: WalkthroughMove, from app: AppState) -> WalkthroughPassage
  /// Whether another event reaches the application, which it may have to come back from.
  mutating func letsThrough(_ event: Event, to app: AppState) -> Bool
  /// What it says, below the picture of the application.
  func frame(size: Size, theme: Theme, beside app: AppState) -> Frame
  /// Draws what it has to show on the plot.
  func mark(_ frame: inout Frame, in app: AppState)
  /// What it says beside the application, in words.
  func told(beside app: AppState) -> Told
  /// Looks and goes as the user prefers, in all of its states.
  mutating func prefer(_ preferences: Preferences)
}

extension Walkthrough {
  /// Usually nothing beside what the picture says.
  func told(beside app: AppState) -> Told { Told() }

  /// Usually it has nothing to show on the plot.
  func mark(_ frame: inout Frame, in app: AppState) {}

  /// Usually the mouse is the application's.
  func move(for mouse: MouseEvent, in app: AppState, below: Rect) -> WalkthroughMove? { nil }

  /// Usually there is a picture.
  var isBlank: Bool { false }

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
  /// Out of it: the user takes over. A lesson asks first.
  case leave
  /// In it after all.
  case stay
  /// Back to where it stands, after keys of the user's own.
  case `return`
  /// A black screen, and the picture again.
  case cover, uncover
  /// Something about a question.
  case answer(AnswerDeed)

  /// A key of the help that a walkthrough opens over itself.
  case reading(Key)

  /// Keys that move a walkthrough, where, and what is said of them in a lesson and in a playback.
  private static let ways:
    [(keys: [Key], move: WalkthroughMove, inLesson: String, inPlayback: String)] = [
      (
        [.space, .enter, .character("n"), .character("l"), .right, .pageDown], .forward,
        "the lesson goes on, at its end to the next", "the next state"
      ),
      (
        [.left, .character("p"), .character("h"), .pageUp, .backspace], .back,
        "the lesson goes back, also to an earlier one", "the state before"
      ),
      ([.escape], .leave, "leave the lesson; it asks first", "explore from here"),
    ]

  /// The keys that move every walkthrough: those of stepping, so that a presenter's remote is
  /// enough.
  static let keys = Dictionary(
    uniqueKeysWithValues: ways.flatMap { way in way.keys.map { ($0, way.move) } })

  /// The keys that move a lesson alone, among them those of a presenter's remote for a black screen
  /// and for the beginning of a show.
  private static let lessonWays: [(keys: [Key], move: WalkthroughMove, help: String)] = [
    ([.character("b"), .character(".")], .cover, "a black screen, until any key"),
    ([.function(5)], .return, "where the lesson stands, after keys of your own"),
  ]

  /// The keys that move a lesson, but for those that its question has.
  static let inLesson = keys.merging(
    lessonWays.flatMap { way in way.keys.map { ($0, way.move) } }
  ) { first, _ in first }

  /// The keys that a lesson has for itself, for the help.
  static let lessonKeys = KeyTable(
    "In a lesson",
    ways.map { described($0.keys, $0.inLesson) }
      + (1...9).compactMap { number in
        Key(digit: number).map { described([$0], "choose an answer; so does a click") }
      } + [
        described([.up], "the choice above; a cross on the plot"),
        described([.down], "the choice below; a cross on the plot"),
        described([.character("#")], "count the hands for each choice"),
      ] + lessonWays.map { described($0.keys, $0.help) })

  /// The key that makes a playback go on by itself, or no longer.
  static let toggling = Key.character("r")

  /// The keys that a playback has for itself, for the help.
  static let playbackKeys = KeyTable(
    "In a replay",
    ways.map { described($0.keys, $0.inPlayback) } + [described([toggling], "run, pause")])

  /// What the help says of keys that the application never sees there.
  private static func described(_ keys: [Key], _ help: String) -> Binding {
    Binding(keys, help) { _ in }
  }
}

/// Where a move in a walkthrough leads.
enum WalkthroughPassage: Sendable {
  /// Nowhere, with a sentence that says why, if there is one.
  case stay(Notice?)
  /// To another state, in which keys are pressed.
  case go(AppState, press: [Key])
  /// Out of it, perhaps into the walkthrough that it was about.
  case leave((any Walkthrough)?)
  /// To another lesson, from one as it is left.
  case teach(LessonOffer, after: LeftLesson?)
  /// Back to a lesson as it was left.
  case comeBack(LeftLesson)
}
