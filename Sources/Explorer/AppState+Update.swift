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
    recording.record(event, stoppingRun: session.pace == .toEnd) { [self] in
      presentWork?.done(self)
    }
  }

  /// Obeys an event that is written down already.
  mutating func respond(to event: Event) -> Effect? {
    switch event {
    case .key(let key):
      notice = nil
      return presentWork == nil && session.pace != .toEnd ? obey(key) : interruptWork(at: key)
    case .mouse(let mouse): return trying { state throws(Notice) in try state.obey(mouse) }
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
    case .loaded(let data): return trying { state throws(Notice) in try state.open(data) }
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
  mutating func obey(_ key: Key) -> Effect? { binding(of: key).flatMap { perform($0) } }

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
  mutating func step(_ move: (inout Run) -> Bool) { announce(session.step(move)) }

  /// Iterates until the run is over, in batches that leave room for keys.
  mutating func runToEnd() { announce(session.runToEnd()) }

  /// Finishes a run that is on its way to the end, unless its task is cancelled.
  ///
  /// - Parameter limit: The iteration at which it stops all the same.
  mutating func finishRun(limit: Int = .max) {
    while session.pace == .toEnd, !Task.isCancelled {
      guard run.snapshot.iteration < limit else { return session.pause() }
      announce(session.tick())
    }
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

  /// Changes how fast a run goes by itself; the line of keys says it while one does.
  mutating func changeSpeed(_ change: (inout Speed) -> Void) {
    session.changeSpeed(change)
    if session.pace != .running {
      notice = .news("r runs at \(session.speed.phrase)")
    }
  }
}
