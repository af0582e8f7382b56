import Synchronization
import TerminalCanvas

/// Where something leads, worked out on another thread from a copy of the program.
final class Flight: Sendable {
  /// The program afterwards, and what is to do there.
  typealias Arrival = (exploration: Exploration, agenda: Agenda)

  private let state = Mutex<(arrival: Arrival?, task: Task<Void, Never>?)>((nil, nil))

  /// Where it has led, once that is known.
  var arrival: Arrival? { state.withLock { $0.arrival } }

  /// Sets out.
  ///
  /// - Parameters:
  ///   - place: Where from.
  ///   - executor: Where the work runs, `nil` for the usual threads.
  ///   - waker: Woken at the arrival.
  ///   - way: What leads on; keys that are still to press then are obeyed behind it.
  init(
    from place: Arrival, on executor: (any TaskExecutor)?, waking waker: Waker,
    _ way: @escaping @Sendable (inout Arrival) -> Void
  ) {
    let task = Task.detached(executorPreference: executor) { [self] in
      var arrival = place
      way(&arrival)
      arrival.agenda.obeyKeys(&arrival.exploration)
      state.withLock { $0.arrival = arrival }
      waker.wake()
    }
    state.withLock { $0.task = task }
  }

  /// Lets nobody wait for it: it ends as soon as it can.
  func abandon() { state.withLock { $0.task }?.cancel() }
}
