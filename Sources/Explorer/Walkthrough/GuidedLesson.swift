import TerminalCanvas

/// A lesson while it is given: how far it has come, and how to go back.
struct GuidedLesson: Sendable {
  let lesson: Lesson
  /// The step that is asked about or shown.
  private(set) var index = 0
  /// Whether the step's question is on screen and its keys are still to come.
  private(set) var isAsking: Bool
  /// The application, and the place in the lesson, before each move on.
  private var left: [(app: AppState, index: Int, isAsking: Bool)] = []
  /// What it was opened over, if it was opened from within the program, and what the lessons before
  /// it were opened over; the latest first.
  private(set) var parked: [AppState]
  /// The application as the lesson last left it, once the user has pressed keys of their own.
  private var undisturbed: AppState?
  /// Where it stands among others.
  private let surroundings: Surroundings

  /// What comes before and after a lesson.
  struct Surroundings: Sendable {
    /// The place in the chain that it belongs to, if it is one of a chain.
    var place: ChainPlace?
    /// The lesson that it went on from, as that was left.
    var earlier: LeftLesson?
    /// What a chain has before it.
    var before: LessonOffer?
    /// What comes next.
    var next: LessonOffer?
  }

  /// A lesson at its first step.
  ///
  /// - Parameters:
  ///   - parked: What it was opened over, at rest, and what lessons before it were.
  ///   - surroundings: What comes before and after it.
  init(
    _ lesson: Lesson, over parked: [AppState] = [], in surroundings: Surroundings = Surroundings()
  ) {
    self.lesson = lesson
    self.parked = parked
    self.surroundings = surroundings
    isAsking = lesson.steps[0].question != nil
  }

  /// The step that is asked about or shown.
  private var step: Lesson.Step { lesson.steps[index] }

  /// What it says: the question, or what the keys have shown.
  var said: String { isAsking ? step.question ?? step.caption : step.caption }

  /// What is on screen.
  private var text: String { (isAsking ? "Predict: " : "") + said }

  /// What it is called: in a chain its place there.
  private var heading: String { surroundings.place?.name ?? lesson.title }

  /// Whether this is the last thing that the lesson says.
  private var isLast: Bool { index == lesson.steps.count - 1 && !isAsking }
}

extension GuidedLesson: Walkthrough {
  var height: Int { 5 }
  var status: String? { nil }
  var isNarrating: Bool { true }
  var isRecorded: Bool { true }
  var hasTheTicks: Bool { false }

  func tickInterval(_ app: AppState) -> Duration? { app.session.tickInterval }

  /// Whatever the user opened has the keys first, and so has background work, which they stop.
  func move(for key: Key, in app: AppState) -> WalkthroughMove? {
    let isOpen = app.overlay != nil || app.hand != nil
    guard undisturbed == nil || !isOpen, app.presentWork == nil else { return nil }
    return WalkthroughMove.keys[key]
  }

  mutating func go(_ move: WalkthroughMove, from app: AppState) -> WalkthroughPassage {
    switch move {
    case .forward: forward(from: app)
    case .back: back()
    case .leave: .leave(nil)
    case .onward, .toggle, .reading: .stay(nil)
    }
  }

  /// A key of the user's own; the lesson goes on later from where it was before.
  mutating func letsThrough(_ event: Event, to app: AppState) -> Bool {
    if case .key(let key) = event, undisturbed == nil,
      app.presentWork == nil || WalkthroughMove.keys[key] == nil
    {
      undisturbed = app.resting
    }
    return true
  }

  mutating func prefer(_ preferences: Preferences) {}

  var told: Told { Told("\(heading), \(index + 1) of \(lesson.steps.count):", text, "") }

  /// On from where the lesson left the application.
  private mutating func forward(from app: AppState) -> WalkthroughPassage {
    let start = undisturbed ?? app
    guard !isLast else {
      guard let next = surroundings.next else {
        return .stay(
          .news("The lesson is over: Esc leaves it, and you go on from here; T lists the others."))
      }
      undisturbed = nil
      return .teach(next, after: LeftLesson(self, start.resting))
    }
    undisturbed = nil
    left.append((start.resting, index, isAsking))
    if isAsking {
      isAsking = false
    } else {
      index += 1
      isAsking = step.question != nil
    }
    return .go(start.awake, press: isAsking ? [] : step.keys)
  }

  /// Back to exactly what was there before.
  private mutating func back() -> WalkthroughPassage {
    guard let before = left.popLast() else {
      if let earlier = surroundings.earlier { return .comeBack(earlier) }
      if let before = surroundings.before { return .teach(before, after: nil) }
      return .stay(.idle("This is where the lesson begins."))
    }
    undisturbed = nil
    (index, isAsking) = (before.index, before.isAsking)
    return .go(before.app.awake, press: [])
  }

  /// The keys that lead on from here, and where there is no room for it without the one that leads
  /// back.
  private func keysLine(beside title: String, width: Int) -> String {
    var keys = ["← back", "Esc leave"]
    if isLast { keys.insert("T lessons", at: 1) }
    if !isLast {
      keys.insert("space go on", at: 0)
    } else if let next = surroundings.next {
      let onward = next.place.map { "to part \($0.index + 1)" } ?? "next: \(next.name)"
      keys.insert("space \(onward)", at: 0)
    }
    func line(_ keys: [String]) -> String { " " + keys.joined(separator: "  ") + " " }
    let whole = line(keys)
    return DisplayWidth.of(title) + DisplayWidth.of(whole) + 6 <= width
      ? whole : line(keys.filter { $0 != "← back" })
  }

  func frame(size: Size, theme: Theme) -> Frame {
    var frame = Frame(size: size)
    frame.horizontalLine(x: 0, y: 0, width: size.width, style: theme.style(.axis))
    let count = "  \(index + 1)/\(lesson.steps.count) "
    let keys = keysLine(beside: heading + count, width: size.width)
    let room = size.width - 5 - DisplayWidth.of(keys) - DisplayWidth.of(count)
    frame.write(" \(heading.truncated(to: room))\(count)", x: 2, y: 0, style: theme.style(.value))
    frame.write(
      keys, x: size.width - DisplayWidth.of(keys) - 2, y: 0, style: theme.style(.key))
    let style = theme.style(isAsking ? .selection : .text)
    let lines = text.wrapped(to: size.width - 4)
    for (row, line) in lines.prefix(size.height - 1).enumerated() {
      let isCut = row == size.height - 2 && row + 1 < lines.count
      frame.write(
        isCut ? line.truncated(to: size.width - 6) + " …" : line, x: 2, y: row + 1, style: style)
    }
    return frame
  }
}
