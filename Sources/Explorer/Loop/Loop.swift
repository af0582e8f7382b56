import TerminalCanvas

/// The program's loop: show the state, wait for an event, change the state.
///
/// Long work runs on other threads meanwhile; its results wake the loop.
///
/// - Parameters:
///   - exploration: The program, which goes on from where it is.
///   - terminal: What shows it and hears the user.
///   - perform: Does what an effect asks of the world (files, the terminal); the answer, if any,
///     is taken in at once. Quitting and long work are the loop's own affair.
/// - Returns: The exit status that the terminal asks for, 0 when the user quits.
public func explore<T: Terminal & ~Copyable>(
  _ exploration: inout Exploration, on terminal: inout T,
  perform: (Effect, inout T) -> Answer?
) -> Int32 {
  let worker = Worker(waker: terminal.waker, executor: terminal.executor)
  defer { worker.cancel() }
  exploration.fit(terminal.size)
  while true {
    // A picture that waiting keys are about to change isn't worth drawing.
    if !terminal.hasPendingEvents { terminal.present(exploration.frame()) }
    let event = terminal.nextEvent(timeout: exploration.tickInterval)
    if case .end(let status) = event { return status }
    var agenda = Agenda()
    agenda.add(exploration.handle(event))
    for result in worker.takeResults() { agenda.add(exploration.handle(result)) }
    while let effect = agenda.next(&exploration) {
      switch effect {
      case .quit: return 0
      case .start(let work): worker.start(work)
      case .cancelWork: worker.cancel()
      default:
        if let answer = perform(effect, &terminal) { agenda.add(exploration.handle(answer)) }
      }
    }
  }
}
