import TerminalCanvas

extension AppState {
  /// Obeys keys one after the other, as if somebody pressed them, without a terminal.
  ///
  /// Whatever a key sets going — a run to convergence, long work — is finished before the next
  /// key, so equal keys always end in equal states.
  ///
  /// - Parameter perform: Does what an effect asks of the world (files); the answer, if any, is
  ///   applied at once.
  public mutating func replay(
    _ keys: some Sequence<Key>, perform: (Effect) -> Action? = { _ in nil }
  ) async {
    for key in keys {
      var agenda = Agenda()
      agenda.add(handle(.key(key)))
      guard await finish(&agenda, perform: perform) else { return }
    }
  }

  /// Performs what is still to do, long work and a run to its end included.
  ///
  /// - Parameter defersWork: Whether long work is left to the caller.
  /// - Returns: Whether the program goes on; `false` when it is asked to quit.
  mutating func finish(
    _ agenda: inout Agenda, perform: (Effect) -> Action?, deferringWork defersWork: Bool = false
  ) async -> Bool {
    while let effect = agenda.next(&self) {
      switch effect {
      case .quit: return false
      case .cancelWork: continue
      case .start where defersWork: continue
      case .start(let work):
        for news in await work.finished() { agenda.add(apply(news)) }
      default:
        if let answer = perform(effect) { agenda.add(apply(answer)) }
      }
    }
    finishRun()
    return true
  }
}

extension Work {
  /// All news, once the work is done.
  func finished() async -> [Action] {
    let (news, continuation) = AsyncStream.makeStream(of: Action.self)
    await body { continuation.yield($0) }
    continuation.finish()
    var actions: [Action] = []
    for await action in news { actions.append(action) }
    return actions
  }
}
