import TerminalCanvas

extension Exploration {
  /// Obeys keys one after the other, as if somebody pressed them, without a terminal.
  ///
  /// Whatever a key sets going — a run to convergence, long work — is finished before the next
  /// key, so equal keys always end in equal states.
  ///
  /// - Parameters:
  ///   - keys: The keys.
  ///   - perform: Does what an effect asks of the world (files); the answer, if any, is taken in at
  ///     once.
  public mutating func replay(
    _ keys: some Sequence<Key>, perform: (Effect) -> Answer? = { _ in nil }
  ) async {
    for key in keys {
      var agenda = Agenda()
      agenda.add(handle(.key(key)))
      guard await finish(&agenda, perform: perform) else { return }
    }
  }

  /// Plays events that were written down; whatever they set going is finished before the next, but
  /// for long work that was not: that comes as far as it had come then.
  ///
  /// - Parameters:
  ///   - events: What happened, in order.
  ///   - shown: Told the state after each event.
  ///   - perform: Does what an effect asks of the world (files).
  /// - Returns: Whether it came to its end; `false` where it stopped at
  ///   ``mostUnrecordedIterations``.
  @discardableResult
  public mutating func replay(
    _ events: [SessionEvent], perform: (Effect) -> Answer? = { _ in nil },
    shown: (Exploration) -> Void = { _ in }
  ) async -> Bool {
    var unrecorded = Self.mostUnrecordedIterations
    for (number, recorded) in events.enumerated() {
      if case .worked(let done) = recorded, !done.isEmpty {
        await work(only: Set(done.joined()))
        shown(self)
      }
      for event in recorded.events {
        // Where nothing goes on by itself, a tick changes nothing.
        if case .ticks = recorded, tickInterval == nil { break }
        var agenda = Agenda()
        agenda.add(handle(event))
        guard await finish(&agenda, perform: perform, deferringWork: true) else {
          return true
        }
        let rest = events[(number + 1)...]
        if !rest.isCutShort { await work(only: nil) }
        if case .key = recorded, !rest.sayHowFarTheRunCame {
          app.finishRun(limit: &unrecorded)
        }
        shown(self)
        guard unrecorded > 0 else { return false }
      }
    }
    return true
  }

  /// How far all runs of a session go together of which it only says that they went to their ends:
  /// ten times as far as one usually may, so that a session that asks for ever comes to an end.
  public static let mostUnrecordedIterations = 100_000

  /// Performs what is still to do, long work and a run to its end included.
  ///
  /// - Parameter defersWork: Whether long work is left to the caller.
  /// - Returns: Whether the program goes on; `false` when it is asked to quit.
  mutating func finish(
    _ agenda: inout Agenda, perform: (Effect) -> Answer?, deferringWork defersWork: Bool = false
  ) async -> Bool {
    while let effect = agenda.next(&self) {
      switch effect {
      case .quit: return false
      case .cancelWork: continue
      case .teach(let lesson): teach(lesson)
      case .start where defersWork: continue
      case .start(let work):
        for result in await work.finished() { agenda.add(handle(result)) }
      default:
        if let answer = perform(effect) { agenda.add(handle(answer)) }
      }
    }
    if !defersWork { app.finishRun() }
    return true
  }

  /// Does some pieces of the work that goes on; all of them for `nil`.
  private mutating func work(only positions: Set<Int>?) async {
    for result in await app.anyWork?.work(app, positions)?.finished() ?? [] {
      _ = handle(result)
    }
  }
}

extension ArraySlice<SessionEvent> {
  /// Whether it is written down how far the run came by itself before the next key; if it isn't, it
  /// came to its end.
  fileprivate var sayHowFarTheRunCame: Bool {
    for event in self {
      switch event {
      case .ticks: return true
      case .key: return false
      case .mouse, .resize, .worked: continue
      }
    }
    return false
  }

  /// Whether work that went on before these events was still going on when the next one came.
  fileprivate var isCutShort: Bool {
    for event in self {
      switch event {
      case .ticks: continue
      case .worked: return true
      case .key, .mouse, .resize: return false
      }
    }
    return false
  }
}
