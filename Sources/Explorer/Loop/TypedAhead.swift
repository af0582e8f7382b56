import TerminalCanvas

/// What is shown and heard while something goes on that was asked for, such as a step over a million
/// points.
///
/// Keys stay in their order, so that what was typed ahead does what it would have done: they wait.
/// Those that only change what is shown, such as the help, are obeyed at once over the state before,
/// and once more over the state behind. Escape gives up what goes on, and whatever waits for it.
struct TypedAhead {
  /// What is to be done with something that is heard.
  enum Hearing {
    /// It waits for its turn.
    case later
    /// What goes on, and what waits for it, is given up.
    case giveUp
    /// It asks for an effect and changes nothing.
    case aside
    /// It ends the program.
    case end
    /// Nothing more is to be done.
    case nothing
  }

  /// The state that what goes on set out from, with what may be shown of it at once.
  private(set) var shown: Exploration
  private let cause: Event?
  /// How many events wait.
  private var count = 0
  /// Whether something waits that its user would miss.
  private var hasWishes = false
  /// Whether it is said that something goes on.
  private var isSaid = false

  /// - Parameters:
  ///   - exploration: Where it sets out from.
  ///   - cause: The event that asked for it.
  ///   - waiting: What waits for it from the beginning.
  init(_ exploration: Exploration, _ cause: Event?, waiting: some Sequence<Event>) {
    shown = exploration
    self.cause = cause
    for event in waiting { wait(event) }
  }

  /// How long it may go on before that is said: what somebody feels as at once.
  var patience: Duration? { isSaid ? nil : .milliseconds(30) }

  /// Hears an event.
  mutating func hear(_ event: Event) -> Hearing {
    switch event {
    case .wake: return .nothing
    case .tick:
      say()
      return .nothing
    case .end: return .end
    case .redraw: return .aside
    case .key(.escape) where !isCovered: return .giveUp
    case .key(let key) where Keymap.everywhere[key] != nil: return .aside
    case .key(.character("q")) where !isCovered && !hasWishes: return .end
    case .key, .mouse, .resize, .trouble: break
    }
    wait(event)
    return .later
  }

  /// Lets an event wait, and shows what can be shown of it.
  private mutating func wait(_ event: Event) {
    count += 1
    if isLight(event) {
      say()
      _ = shown.handle(event)
    } else {
      hasWishes = hasWishes || event != cause
    }
    say()
  }

  /// Whether something lies over the picture that was opened meanwhile.
  private var isCovered: Bool { isSaid && shown.app.overlay != nil }

  /// Says what goes on, over the picture that it set out from.
  private mutating func say() {
    // What was chosen from is done with.
    if !isSaid { shown.app.overlay = nil }
    isSaid = true
    shown.app.notice = .news(Sentences.workingOut(waiting: count))
  }

  /// Whether an event only changes what is shown, and fast.
  private func isLight(_ event: Event) -> Bool {
    switch event {
    case .resize, .trouble: true
    case .key(let key):
      shown.walkthrough?.move(for: key, in: shown.app) == nil
        && shown.app.binding(of: key)?.isObeyedDuringWork ?? false
    default: false
    }
  }
}
