import MixtureEngine
import TerminalCanvas

extension AppState {
  /// Obeys an event of the terminal.
  ///
  /// - Returns: What the world around is asked to do, if anything.
  public mutating func handle(_ event: Event) -> Effect? {
    record(event)
    return respond(to: event)
  }

  /// Writes an event down, so that the session can be saved and played again.
  mutating func record(_ event: Event) {
    let isBare = overlay == nil && hand == nil
    recording.record(
      event, pace: session.pace, isBare: isBare, isTaught: screen.isNarrated
    ) { [self] in
      presentWork?.done(self)
    }
  }

  /// Obeys an event that is written down already.
  mutating func respond(to event: Event) -> Effect? {
    defer { keepWorld() }
    switch event {
    case .key(let key):
      notice = nil
      return noting { state in
        state.presentWork == nil && state.session.pace != .toEnd
          ? state.obey(key) : state.interruptWork(at: key)
      }
    case .mouse(let mouse):
      return noting { state in
        state.trying { state throws(Notice) in try state.obey(mouse) }
      }
    case .resize(let size):
      screen.size = size
      return beginWork()
    case .redraw: return .repaint
    case .wake: return nil
    case .trouble(let sentence):
      notice = .refusal(sentence)
      return nil
    case .tick:
      announce(session.tick())
      return beginWork()
    case .end: return .quit
    }
  }

  /// Takes in what the world answers.
  public mutating func handle(_ answer: Answer) -> Effect? {
    switch answer {
    case .loaded(let data):
      return noting { state in
        state.trying { state throws(Notice) in try state.open(data) }
      }
    case .saved(let name, let remark):
      notice = .news("saved \(name)" + (remark.map { "; \($0)" } ?? ""))
    case .withheld(let name): notice = .news("\(name) is not written while keys are replayed")
    case .failed(let sentence): notice = .refusal(sentence)
    }
    return nil
  }

  /// Takes in what background work has found.
  mutating func handle(_ result: BackgroundResult) -> Effect? {
    result.deliver(&self)
    return beginWork()
  }

  /// Does what a key means at present, whoever pressed it.
  mutating func obey(_ key: Key) -> Effect? {
    guard let binding = binding(of: key) else {
      notice = .idle(Sentences.unknown(key, over: overlay))
      return nil
    }
    return perform(binding)
  }

  /// Does what a binding says.
  mutating func perform(_ binding: Binding) -> Effect? {
    trying { state throws(Notice) in try binding.perform(&state) }
  }

  /// Changes the state, shows why that can't be where it can't, and begins the background work
  /// that the view then wants.
  private mutating func trying(
    _ change: (inout AppState) throws(Notice) -> Effect?
  ) -> Effect? {
    do throws(Notice) {
      if let effect = try change(&self) { return effect }
    } catch {
      notice = error
    }
    return beginWork()
  }

  private mutating func open(_ data: DataSet) throws(Notice) -> Effect? {
    try session.open(data)
    catalogue.offer(data)
    hand = nil
    views.showOtherData()
    try show(view)
    notice = readingNotice
    return nil
  }
}

extension AppState {
  /// What whoever sees the data should know of how they were read, if anything: the first note, and
  /// where the others are.
  var readingNotice: Notice? {
    guard let first = data.notes.first else { return nil }
    let others = data.notes.count - 1
    guard others > 0 else { return .news(first) }
    let rest = " (C: \(others) more)"
    return .news(first.truncated(to: max(20, screen.size.width - rest.count)) + rest)
  }
}

extension AppState {
  /// Takes a step of the run.
  mutating func step(_ move: (inout Run) -> Bool) throws(Notice) {
    let before = session.place
    announce(session.step(move))
    if session.place == before, overlay == nil {
      throw .idle(overSentence)
    }
    tellOfHiddenRun()
  }

  /// Why the run goes no farther, and what is worth trying.
  var overSentence: String {
    Sentences.over(
      session.isRacing, hint: suggestions.first.map { "\($0.key.label) is \($0.words)" })
  }

  /// Goes back in the run, if there is anything before.
  mutating func goBack(_ move: (inout Session) -> Void) throws(Notice) {
    let wasRunning = session.pace == .running
    let before = session.place
    move(&session)
    if session.place == before, !wasRunning { throw .idle("This is the start of the run.") }
    tellOfHiddenRun()
  }

  /// Iterates until the run is over, in batches that leave room for keys.
  mutating func runToEnd() throws(Notice) {
    let before = session.place
    announce(session.runToEnd())
    if session.place == before, session.pace != .toEnd, overlay == nil {
      throw .idle(overSentence)
    }
    tellOfHiddenRun()
  }

  /// Says where the run is that a key moved, where the view doesn't show it.
  mutating func tellOfHiddenRun() {
    guard overlay == nil, !showsRun else { return }
    notice = .news(Sentences.hidden(run.snapshot, isRunning: session.pace == .running))
  }

  /// Begins from another seed, and says so where the seed makes no difference.
  mutating func reseed(by step: Int) throws(Notice) {
    let before = session.course.first.start
    try session.reseed(by: step)
    if session.course.first.start == before {
      notice = .news(
        "seed \(recipe.seed): the same start, \(recipe.rule.name) has no other; i: rule")
    }
  }

  /// Finishes a run that is on its way to the end, unless its task is cancelled.
  ///
  /// - Parameter limit: How many iterations, in both runs of a race, it may still take; it stops
  ///   where there are none left.
  mutating func finishRun(limit: inout Int) {
    while session.pace == .toEnd, !Task.isCancelled {
      guard limit > 0 else { return session.pause() }
      let before = session.halfSteps
      announce(session.tick())
      limit -= (session.halfSteps - before) / 2
    }
  }

  /// Finishes a run that is on its way to the end, however far that is.
  mutating func finishRun() {
    var limit = Int.max
    finishRun(limit: &limit)
  }

  /// Says what the end of a run means where that is not plain; a walkthrough speaks for itself,
  /// until somebody insists.
  private mutating func announce(_ progress: Session.Progress) {
    switch progress {
    case .goesOn: return
    case .ended: if !screen.isNarrated, !session.isRacing { openCard() }
    case .stuck: openCard()
    }
  }

  /// What is said of a key that changes the speed, where it can.
  func speedHint(_ change: (inout Speed) -> Void) -> String? {
    var speed = session.speed
    change(&speed)
    return speed == session.speed ? nil : "slower, faster: \(session.speed.text) a second"
  }

  /// Changes how fast a run goes by itself; the line of keys says it while one does.
  mutating func changeSpeed(_ change: (inout Speed) -> Void) throws(Notice) {
    let before = session.speed
    session.changeSpeed(change)
    if session.speed == before {
      throw .idle("\(before.text) iterations a second is as far as the speed goes.")
    }
    if session.pace != .running {
      notice = .news("r runs at \(session.speed.phrase)")
    }
  }
}
