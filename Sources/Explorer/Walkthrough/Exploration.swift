import MixtureEngine
import TerminalCanvas

/// The program as it runs: the application, and around it perhaps a walkthrough.
public struct Exploration: Sendable {
  /// The application.
  public internal(set) var app: AppState
  /// What leads through it, if anything does.
  var walkthrough: (any Walkthrough)?
  /// The size of the screen; a walkthrough may speak below the application's part of it.
  public private(set) var size: Size

  /// The application alone.
  public init(_ app: AppState) { self.init(app, nil, size: app.screen.size) }

  /// The first step of a lesson.
  ///
  /// - Throws: ``StartError`` when the lesson's K doesn't fit the data.
  public init(
    lesson: Lesson, data: DataSet, catalogue: Catalogue = Catalogue(),
    capabilities: Capabilities = Capabilities(), size: Size = Size(width: 80, height: 24)
  ) throws {
    var app = try AppState(
      data: data, recipe: lesson.recipe, catalogue: catalogue, capabilities: capabilities,
      size: size)
    app.recording.lesson = lesson
    let surroundings = GuidedLesson.Surroundings(next: app.lesson(after: lesson.name, at: nil))
    self.init(app, GuidedLesson(lesson, in: surroundings), size: size)
  }

  /// The first step of a chain of lessons.
  ///
  /// - Throws: What the first lesson throws where it can't begin.
  public init(
    chain: LessonChain, catalogue: Catalogue = Catalogue(),
    capabilities: Capabilities = Capabilities(), size: Size = Size(width: 80, height: 24)
  ) throws {
    let (lesson, data) = try chain.parts[0].lesson.open()
    try self.init(
      lesson: lesson, data: data, catalogue: catalogue, capabilities: capabilities, size: size)
    (app.chain, app.recording.chain) = (chain, chain)
    let place = chain.offers[0].place
    let surroundings = GuidedLesson.Surroundings(
      place: place, next: app.lesson(after: lesson.name, at: place))
    walkthrough = GuidedLesson(lesson, in: surroundings)
  }

  /// A recorded session, state by state; one in which nothing happened is explored at once.
  ///
  /// - Parameters:
  ///   - states: The states; see ``KeptStates``.
  ///   - capabilities: What the terminal can show.
  ///   - remark: What is to be said of it as a whole, if anything.
  /// - Precondition: There is at least one state.
  public init(
    playing states: [Exploration], with capabilities: Capabilities = Capabilities(),
    remark: String? = nil
  ) {
    self = states[0].shown(with: capabilities)
    app = app.awake
    guard states.count > 1 else { return }
    self.init(app, Playback(states, with: capabilities, remark: remark), size: states[0].size)
  }

  init(_ app: AppState, _ walkthrough: (any Walkthrough)?, size: Size) {
    self.app = app
    self.walkthrough = walkthrough
    self.size = size
    fit(size)
  }

  /// The same program on a screen of another size, without an event that says so.
  public mutating func fit(_ size: Size) {
    self.size = size
    app.screen.size = parts(of: size).picture.size
    app.screen.isNarrated = walkthrough?.isNarrating ?? false
  }

  /// The same program on a screen on which the picture has a size; a lesson speaks below it.
  public mutating func fit(picture: Size) {
    let below = walkthrough?.height(on: picture) ?? 0
    fit(Size(width: picture.width, height: picture.height + below))
    // A larger screen may have room for more of what is said.
    while app.screen.size.height < picture.height {
      fit(Size(width: size.width, height: size.height + 1))
    }
  }

  /// The same program on a screen with other abilities.
  public func shown(with capabilities: Capabilities) -> Exploration {
    var exploration = self
    exploration.app = app.shown(with: capabilities)
    return exploration
  }

  /// The same program with nothing in it that can be derived again, to be kept among many.
  public var resting: Exploration {
    var exploration = self
    exploration.app = app.resting
    return exploration
  }

  /// Looks and goes as the user prefers.
  public mutating func prefer(_ preferences: Preferences) {
    app.prefer(preferences)
    walkthrough?.prefer(preferences)
  }

  /// How long the loop may wait before the next tick; `nil` when nothing goes on by itself.
  public var tickInterval: Duration? {
    walkthrough.map { $0.tickInterval(app) } ?? app.session.tickInterval
  }
}

// MARK: - Events

extension Exploration {
  /// Obeys an event of the terminal.
  ///
  /// - Returns: What the world around is asked to do, and the keys to press then.
  mutating func handle(_ event: Event) -> (effect: Effect?, keys: [Key]) {
    if let move = move(for: event) {
      if walkthrough?.isRecorded ?? false { app.record(event) }
      return obey(move)
    }
    switch event {
    case .tick where walkthrough?.hasTheTicks ?? false: return (nil, go(.onward))
    case .resize(let size):
      app.record(event)
      fit(size)
      return (app.respond(to: .resize(app.screen.size)), [])
    default: break
    }
    guard walkthrough?.letsThrough(event, to: app) ?? true else {
      return (effectAlways(of: event), [])
    }
    app.record(event)
    // The picture is drawn once the event is obeyed, and the list that it was chosen from closed.
    let effect = app.respond(to: event)
    return (withFrame(effect), [])
  }

  /// What an event means to the walkthrough, if there is one that has a meaning for it.
  private func move(for event: Event) -> WalkthroughMove? {
    switch event {
    case .key(let key): walkthrough?.move(for: key, in: app)
    case .mouse(let mouse): walkthrough?.move(for: mouse, in: app, below: parts(of: size).below)
    default: nil
    }
  }

  /// What an event asks for, also where it doesn't reach the application.
  func effectAlways(of event: Event) -> Effect? {
    switch event {
    case .redraw: return .repaint
    case .end: return .quit
    case .key(let key):
      var untouched = app
      return Keymap.always[key].flatMap { untouched.perform($0) }
    case .mouse, .resize, .tick, .wake, .trouble: return nil
    }
  }

  /// Takes in what the world answers.
  mutating func handle(_ answer: Answer) -> Effect? { app.handle(answer) }

  /// Takes in what background work has found.
  mutating func handle(_ result: BackgroundResult) -> Effect? { app.handle(result) }

  /// Gives a lesson in the place of what is on screen, which is kept until it is asked for again;
  /// where the lesson can't begin, that is said and everything stays.
  ///
  /// - Parameters:
  ///   - offer: The lesson.
  ///   - left: The lesson that it goes on from, as that was left.
  mutating func teach(_ offer: LessonOffer, after left: LeftLesson? = nil) {
    if let left = offer.left { return takeUp(left) }
    do {
      let (lesson, data) = try offer.open()
      var state = try AppState(
        data: data, recipe: lesson.recipe, catalogue: app.catalogue,
        capabilities: app.screen.capabilities, size: size)
      let parked = (walkthrough as? GuidedLesson)?.parked ?? app.parking
      state.session.changeSpeed { $0 = app.session.speed }
      state.keepWhatIsTheUsers(of: app)
      state.chain = app.chain
      state.leftLesson = left == nil ? lessonToComeBackTo : app.leftLesson
      if let place = offer.place { state.chain?.current = place.index }
      if left == nil, !parked.isEmpty {
        state.notice = .news(
          "Esc asks and leaves the lesson; T then leads back to the run before it")
      }
      let surroundings = GuidedLesson.Surroundings(
        place: offer.place, earlier: left, before: state.lesson(before: offer.place),
        next: state.lesson(after: lesson.name, at: offer.place))
      (app, walkthrough) = (state, GuidedLesson(lesson, over: parked, in: surroundings))
      fit(size)
    } catch {
      app.notice = .refusal("\(error)")
    }
  }

  /// The lesson that is given, as it stands, where another takes its place and something was answered.
  private var lessonToComeBackTo: LeftLesson? {
    guard let lesson = walkthrough as? GuidedLesson, lesson.hasReplies else { return nil }
    return lesson.asLeft(from: app)
  }

  /// Obeys a key or a click that is the walkthrough's.
  private mutating func obey(_ move: WalkthroughMove) -> (effect: Effect?, keys: [Key]) {
    app.notice = nil
    let wasRecorded = walkthrough?.isRecorded ?? false
    let keys = go(move)
    // A recorded session goes on with the work that went on there.
    return (move == .leave && !wasRecorded ? app.goOnWithWork() : nil, keys)
  }

  /// Moves in the walkthrough.
  ///
  /// - Returns: The keys to press there.
  private mutating func go(_ move: WalkthroughMove) -> [Key] {
    guard let passage = walkthrough?.go(move, from: app) else { return [] }
    switch passage {
    case .stay(let notice): app.notice = notice
    case .leave(let inner):
      if inner == nil, let lesson = walkthrough as? GuidedLesson {
        app.parked = lesson.parked
        app.leftLesson = lesson.asLeft(from: app)
        app.notice = .news(
          "you go on from here; F5 is back in the lesson"
            + (lesson.parked.isEmpty ? "" : ", T lists the run before it"))
      }
      walkthrough = inner
      fit(size)
    case .teach(let offer, let left): teach(offer, after: left)
    case .comeBack(let left): show(left, left.lesson)
    case .go(var state, let keys):
      if walkthrough?.isRecorded ?? false {
        // The colours are the user's, whatever the lesson goes back to.
        (state.recording, state.screen.theme) = (app.recording, app.screen.theme)
      }
      app = state
      fit(size)
      return keys
    }
    return []
  }

  /// Goes back to a lesson as it was left.
  private mutating func show(_ left: LeftLesson, _ lesson: GuidedLesson) {
    var state = left.app.awake
    state.keepWhatIsTheUsers(of: app)
    state.leftLesson = app.leftLesson
    (app, walkthrough) = (state, lesson)
    fit(size)
  }

  /// Takes up a lesson that was left for the program; what was done since is kept, where it is
  /// something.
  private mutating func takeUp(_ left: LeftLesson) {
    let isUntouched = app.place == left.app.place
    let (chain, other) = (app.chain, lessonToComeBackTo)
    show(left, left.lesson.taken(up: isUntouched ? app.parked : app.parking))
    (app.chain, app.leftLesson) = (chain, other)
    app.notice = .news("back in the lesson, at \(left.lesson.place)")
  }

  /// What is saved as a picture is the whole screen.
  private func withFrame(_ effect: Effect?) -> Effect? {
    guard case .save(let format, var moment) = effect else { return effect }
    moment.frame = frame()
    return .save(format, moment)
  }
}

// MARK: - The picture

extension Exploration {
  /// The screen, or the pane that has all of it, for paper.
  ///
  /// - Throws: A sentence where the size has no room for the screen.
  public func printed() throws(PictureRefusal) -> Frame {
    guard app.screen.pane != nil || Layout.fits(size) else {
      throw PictureRefusal(
        "\(size.width)x\(size.height) is too small for the screen: it needs "
          + "\(Layout.smallest.width)x\(Layout.smallest.height).")
    }
    return frame()
  }

  /// The whole screen, drawn from the state alone; a walkthrough speaks below the picture.
  public func frame() -> Frame {
    guard let walkthrough else { return app.frame() }
    guard !walkthrough.isBlank else { return .black(size, colors: app.screen.theme.colors) }
    let (picture, below) = parts(of: size)
    guard below.size.height == 0 || Layout.fits(picture.size) else {
      return app.screen.shown {
        Layout.tooSmall(
          size, for: "A lesson", height: Layout.smallest.height + LessonPane.leastHeight)
      }
    }
    var shown = app
    if let status = walkthrough.status { shown.notice = .news(status) }
    var frame = Frame(size: size)
    frame.paste(
      shown.frame(size: picture.size) { !walkthrough.takes($0, in: app) }, at: picture.origin)
    walkthrough.mark(&frame, in: app)
    let pane = app.screen.shown {
      walkthrough.frame(size: below.size, theme: app.screen.theme, beside: app)
    }
    frame.paste(pane, at: below.origin)
    return app.screen.capabilities.unicode ? frame : frame.ascii
  }

  /// What the picture has of a screen, and what a walkthrough has below it.
  private func parts(of screen: Size) -> (picture: Rect, below: Rect) {
    let (below, rest) = Rect(screen).split(bottom: walkthrough?.height(on: screen) ?? 0)
    return (rest, below)
  }
}

// MARK: - Lessons

extension AppState {
  /// Takes over what belongs to the user and no lesson: the recording, what is offered, the colours,
  /// and whether it is for a hall.
  fileprivate mutating func keepWhatIsTheUsers(of other: AppState) {
    (recording, catalogue) = (other.recording, other.catalogue)
    (screen.theme, screen.isHall) = (other.screen.theme, other.screen.isHall)
  }
}

extension Exploration {
  /// What a lesson says, and where.
  public struct LessonMoment: Hashable, Sendable {
    /// The step, counted from 0.
    public var step: Int
    /// Whether it asks, and the step's keys are still to come.
    public var isAsking: Bool
    /// The question, or the caption.
    public var text: String
    /// What the step's question can be answered with, if it can.
    public var expected: Lesson.Expected?
    /// What there is to choose from, with the numbers in it.
    public var choices: [String]
    /// What is right, in words, once the step has shown it.
    public var right: String?
  }

  /// What the lesson that is given says at present; `nil` where none is given.
  public var lessonMoment: LessonMoment? {
    (walkthrough as? GuidedLesson).map { lesson in
      let answer = lesson.step.answer
      let right = lesson.right(in: app)
      return LessonMoment(
        step: lesson.index, isAsking: lesson.isAsking, text: lesson.said(beside: app),
        expected: answer, choices: lesson.choices(in: app),
        right: right.map { lesson.words(of: $0, in: app, isRight: true) })
    }
  }

  /// The picture in words, as ``Teller`` tells it: what it is of, what was done and comes next, the
  /// numbers, and what is shown in the place of the plot.
  public var toldPicture: Caption {
    let told = app.screen.spelled {
      (app.toldStatus + app.toldProgress + ((try? app.toldView()) ?? Told())).text
    }
    return Caption(title: caption.title, description: told)
  }
}

extension Frame {
  /// A screen with nothing on it, black where the terminal has colours.
  fileprivate static func black(_ size: Size, colors: ColorDepth) -> Frame {
    var frame = Frame(size: size)
    guard colors > .none else { return frame }
    let style = Style(
      background: colors == .direct ? .rgb(0) : .indexed(colors >= .palette256 ? 16 : 0))
    for y in 0..<size.height {
      for x in 0..<size.width { frame[x, y] = Cell(" ", style: style) }
    }
    return frame
  }
}
