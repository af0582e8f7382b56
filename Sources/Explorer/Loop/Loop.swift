import TerminalCanvas

/// The application's loop: show the state, wait for an event, change the state.
///
/// Long work runs on other threads meanwhile; its news wake the loop.
///
/// - Parameters:
///   - perform: Does what an effect asks of the world (files, the terminal); the answer, if any,
///     is applied at once. Quitting and long work are the loop's own affair.
/// - Returns: The exit status that the terminal asks for, 0 when the user quits.
public func explore<T: Terminal & ~Copyable>(
  _ state: inout AppState, on terminal: inout T,
  perform: (Effect, inout T) -> Action?
) -> Int32 {
  let worker = Worker(waker: terminal.waker, executor: terminal.executor)
  defer { worker.cancel() }
  state.size = terminal.size
  while true {
    // A picture that waiting keys are about to change isn't worth drawing.
    if !terminal.hasPendingEvents { terminal.present(state.frame()) }
    let event = terminal.nextEvent(timeout: state.tickInterval)
    if case .end(let status) = event { return status }
    var agenda = Agenda()
    agenda.add(state.handle(event))
    for news in worker.takeNews() { agenda.add(state.apply(news)) }
    while let effect = agenda.next(&state) {
      switch effect {
      case .quit: return 0
      case .start(let work): worker.start(work)
      case .cancelWork: worker.cancel()
      default:
        if let answer = perform(effect, &terminal) { agenda.add(state.apply(answer)) }
      }
    }
  }
}
