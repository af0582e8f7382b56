import TerminalCanvas

/// The program's loop: show the state, wait for an event, change the state.
///
/// Long work runs on other threads meanwhile, and so does what a run does by itself at each tick;
/// their results wake the loop, and a key never waits for them.
///
/// - Parameters:
///   - exploration: The program, which goes on from where it is.
///   - terminal: What shows it and hears the user.
///   - save: Writes a file, on another thread. Who quits waits for it, and stays where it fails; the
///     end of the terminal, or a signal, gives it a second.
///   - perform: Does what an effect asks of the world (files, the terminal); the answer, if any,
///     is taken in at once. Quitting and long work are the loop's own affair.
/// - Returns: The exit status that the terminal asks for, 0 when the user quits.
public func explore<T: Terminal & ~Copyable>(
  _ exploration: inout Exploration, on terminal: inout T,
  save: @escaping @Sendable (SaveFormat, Moment) -> Answer = { format, _ in
    .withheld(format.fileName)
  },
  perform: (Effect, inout T) -> Answer?
) -> Int32 {
  let worker = Worker(waker: terminal.waker, executor: terminal.executor)
  var ahead = LookAhead(waker: terminal.waker, executor: terminal.executor)
  var writing = Writing(waker: terminal.waker, executor: terminal.executor, write: save)
  defer {
    worker.cancel()
    writing.waitBriefly()
  }
  var isQuitting = false
  exploration.fit(terminal.size)
  while true {
    // A picture that waiting keys are about to change isn't worth drawing.
    if !terminal.hasPendingEvents { terminal.present(exploration.frame()) }
    var agenda = Agenda()
    var hasFailed = false
    switch ahead.nextEvent(of: &terminal, exploration) {
    case .end(let status): return status
    case .wake: ahead.arrive(at: &exploration, &agenda)
    case let event: agenda.add(exploration.handle(event))
    }
    if !ahead.isGoing {
      for result in worker.takeResults() { agenda.add(exploration.handle(result)) }
      for answer in writing.takeAnswers() {
        if case .failed = answer { (isQuitting, hasFailed) = (false, true) }
        agenda.add(exploration.handle(answer))
      }
    }
    if isQuitting, !writing.goesOn { return 0 }
    while let effect = agenda.next(&exploration) {
      switch effect {
      case .quit:
        // What has just failed has to be read first.
        if hasFailed { continue }
        guard writing.goesOn, !isQuitting else { return 0 }
        isQuitting = true
        worker.cancel()
        exploration.app.notice = .news(Sentences.writingBeforeTheEnd)
      case .save(let format, let moment):
        writing.begin(format, moment)
        exploration.app.notice = .news(Sentences.saving(format))
      case .start(let work): worker.start(work)
      case .cancelWork: worker.cancel()
      default:
        if let answer = perform(effect, &terminal) { agenda.add(exploration.handle(answer)) }
      }
    }
  }
}
