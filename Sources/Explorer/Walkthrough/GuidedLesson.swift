import TerminalCanvas

/// A lesson while it is given: how far it has come, what was answered, and how to go back.
struct GuidedLesson: Sendable {
  let lesson: Lesson
  /// The step that is asked about or shown.
  private(set) var index = 0
  /// Whether the step's question is on screen and its keys are still to come.
  private(set) var isAsking: Bool
  /// The questions that can be answered, by their steps; going back changes nothing about them.
  var questions: [Int: AskedQuestion]
  /// The hands that are being counted, if any are.
  var counting: Counting?
  /// Whether the screen is black until the next key, as a remote asks for.
  private(set) var isBlank = false
  /// Whether it was asked whether the lesson is to be left.
  private(set) var isLeaving = false
  /// The application, and the place in the lesson, before each move on.
  private var left: [(app: AppState, index: Int, isAsking: Bool)] = []
  /// What it was opened over, if it was opened from within the program, and what the lessons before
  /// it were opened over; the latest first.
  private(set) var parked: [AppState]
  /// The application as the lesson last left it, once the user has pressed keys of their own.
  private var undisturbed: AppState?
  /// The numbers that its texts have, of the moments that are past.
  private(set) var numbers: LessonMoments
  /// Where it stands among others.
  fileprivate var surroundings: Surroundings

  /// What comes before and after a lesson.
  struct Surroundings: Sendable {
    /// The place in the chain that it belongs to, if it is one of a chain.
    var place: ChainPlace?
    /// The lesson that it went on from, as that was left.
    var earlier: LeftLesson?
    /// The lesson that was gone back from, as that was left.
    var later: LeftLesson?
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
    numbers = LessonMoments(of: lesson.steps)
    questions = Dictionary(
      uniqueKeysWithValues: lesson.steps.enumerated().compactMap { number, step in
        step.answer.map { (number, AskedQuestion($0)) }
      })
  }

  /// The step that is asked about or shown.
  var step: Lesson.Step { lesson.steps[index] }

  /// What it says: the question, or what the keys have shown.
  func said(beside app: AppState) -> String {
    numbers.text(
      isAsking ? .question : .caption, of: index, now: app, atEndOf: endOfStep)
  }

  /// Whether something was answered, or hands were counted, here or in the lessons around it.
  var hasReplies: Bool {
    questions.values.contains { $0.reply != nil || $0.hands.contains { $0 != nil } }
      || surroundings.earlier?.lesson.hasReplies ?? false
      || surroundings.later?.lesson.hasReplies ?? false
  }

  /// What it is called: in a chain its place there.
  var heading: String { surroundings.place?.name ?? lesson.title }

  /// Whether this is the last thing that the lesson says.
  var isLast: Bool { index == lesson.steps.count - 1 && !isAsking }
}

extension GuidedLesson: Walkthrough {
  var status: String? { nil }
  var isNarrating: Bool { true }
  var isRecorded: Bool { true }
  var hasTheTicks: Bool { false }

  func height(on size: Size) -> Int { LessonPane.height(of: lesson, on: size) }

  func tickInterval(_ app: AppState) -> Duration? { app.session.tickInterval }

  /// Whatever the user opened has the keys first, and so has background work, which they stop.
  func move(for key: Key, in app: AppState) -> WalkthroughMove? {
    if isBlank { return Keymap.everywhere[key] == nil ? .uncover : nil }
    if isLeaving {
      if [.escape, .enter].contains(key) { return .leave }
      return Keymap.always[key] == nil ? .stay : nil
    }
    let isOpen = app.overlay != nil || app.hand != nil
    guard undisturbed == nil || !isOpen, app.presentWork == nil else { return nil }
    if let deed = deed(of: key) { return .answer(deed) }
    // What was answered is lost with the program, so that is asked once.
    if key == .character("q"), hasReplies { return .leave }
    return WalkthroughMove.inLesson[key]
  }

  /// A click on a choice, or on the plot where a point is asked for.
  func move(for mouse: MouseEvent, in app: AppState, below: Rect) -> WalkthroughMove? {
    guard mouse.action == .press(.left), isAsking, !isBlank, !isLeaving, counting == nil,
      app.overlay == nil, app.hand == nil, app.presentWork == nil, let question
    else { return nil }
    if below.contains(mouse.position) {
      let cell = Position(
        x: mouse.position.x - below.origin.x, y: mouse.position.y - below.origin.y)
      return app.screen.spelled {
        pane(in: app).choice(at: cell, size: below.size).map { .answer(.choose($0)) }
      }
    }
    guard case .point = question.answer, case .plot(_, let point) = app.spot(at: mouse.position)
    else { return nil }
    return .answer(.place(point))
  }

  mutating func go(_ move: WalkthroughMove, from app: AppState) -> WalkthroughPassage {
    switch move {
    case .forward: return forward(from: app)
    case .back: return back(from: app)
    case .leave:
      guard isLeaving else {
        isLeaving = true
        return .stay(nil)
      }
      isLeaving = false
      return .leave(nil)
    case .stay:
      isLeaving = false
      return .stay(nil)
    case .cover:
      isBlank = true
      return .stay(nil)
    case .uncover:
      isBlank = false
      return .stay(nil)
    case .return: return comeBack()
    case .answer(let deed): return .stay(perform(deed, in: app))
    case .onward, .toggle, .reading: return .stay(nil)
    }
  }

  /// A key of the user's own; the lesson goes on later from where it was before.
  mutating func letsThrough(_ event: Event, to app: AppState) -> Bool {
    if isBlank, case .mouse = event { return false }
    if case .key(let key) = event, undisturbed == nil,
      app.presentWork == nil || WalkthroughMove.inLesson[key] == nil
    {
      undisturbed = app.resting
      numbers.keep(endOfStep, of: app)
    }
    return true
  }

  mutating func prefer(_ preferences: Preferences) {}

  /// The step at whose end the application is, counted from 0; −1 before the first.
  var endOfStep: Int { isAsking ? index - 1 : index }

  /// On from where the lesson left the application.
  private mutating func forward(from app: AppState) -> WalkthroughPassage {
    let start = undisturbed ?? app
    counting = nil
    settle(in: app)
    guard !isLast else {
      if let later = surroundings.later {
        undisturbed = nil
        return .comeBack(later.after(self, start.resting))
      }
      guard let next = surroundings.next else {
        return .stay(
          .news("The lesson is over: Esc leaves it, and you go on from here; T lists the others."))
      }
      undisturbed = nil
      return .teach(next, after: LeftLesson(self, start.resting))
    }
    if undisturbed == nil { numbers.keep(endOfStep, of: app) }
    undisturbed = nil
    left.append((start.resting, index, isAsking))
    if isAsking {
      questions[index]?.show(in: app)
      isAsking = false
    } else {
      index += 1
      isAsking = step.question != nil
    }
    numbers.forget(from: endOfStep)
    return .go(start.awake, press: isAsking ? [] : step.keys)
  }

  /// Notes what was right in a step that is left.
  private mutating func settle(in app: AppState) {
    let right = right(in: app)
    questions[index]?.settle(right)
  }

  /// Back to exactly what was there before.
  private mutating func back(from app: AppState) -> WalkthroughPassage {
    counting = nil
    settle(in: app)
    guard let before = left.popLast() else {
      if let earlier = surroundings.earlier {
        return .comeBack(earlier.before(self, (undisturbed ?? app).resting))
      }
      if let before = surroundings.before { return .teach(before, after: nil) }
      return .stay(.idle("This is where the lesson begins."))
    }
    undisturbed = nil
    (index, isAsking) = (before.index, before.isAsking)
    numbers.forget(from: endOfStep)
    return .go(before.app.awake, press: [])
  }

  /// Back to where the lesson stands, after the user's own keys.
  private mutating func comeBack() -> WalkthroughPassage {
    guard let stage = undisturbed else {
      return .stay(.idle("The lesson stands here, at step \(index + 1) of \(lesson.steps.count)."))
    }
    undisturbed = nil
    return .go(stage.awake, press: [])
  }
}

// MARK: - Leaving

extension GuidedLesson {
  /// The lesson and the application where it has led it, to come back to; the latter is not drawn.
  func asLeft(from app: AppState) -> LeftLesson {
    var lesson = self
    (lesson.isLeaving, lesson.isBlank, lesson.counting, lesson.undisturbed) =
      (false, false, nil, nil)
    return LeftLesson(lesson, (undisturbed ?? app).resting)
  }

  /// The same lesson, taken up again over what is on screen.
  func taken(up parked: [AppState]) -> GuidedLesson {
    var lesson = self
    lesson.parked = parked
    return lesson
  }

  /// Where the lesson stands, in words.
  var place: String { "step \(index + 1) of \(lesson.steps.count)" }

  /// What comes at its end, if anything does.
  var following: LessonOffer? { surroundings.next }
}

extension LeftLesson {
  /// The same lesson with another one before it that has just been left.
  fileprivate func after(_ other: GuidedLesson, _ app: AppState) -> LeftLesson {
    var (other, lesson) = (other, lesson)
    other.surroundings.later = nil
    lesson.surroundings.earlier = LeftLesson(other, app)
    return LeftLesson(lesson, self.app)
  }

  /// The same lesson with another one behind it that has just been left.
  fileprivate func before(_ other: GuidedLesson, _ app: AppState) -> LeftLesson {
    var (other, lesson) = (other, lesson)
    other.surroundings.earlier = nil
    lesson.surroundings.later = LeftLesson(other, app)
    return LeftLesson(lesson, self.app)
  }
}
