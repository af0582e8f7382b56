import TerminalCanvas

/// Where a tick leads, worked out on another thread: an iteration over a million points takes its
/// time, and the keyboard is heard meanwhile.
///
/// Whatever happens first makes the program go on from where it stood, as if the tick had not been.
struct LookAhead {
  /// The program after a tick, and what it asks for there.
  private struct Arrival: Sendable {
    var exploration: Exploration
    var effect: Effect?
    var keys: [Key]
  }

  private let worker: Worker<Arrival>
  /// Whether one is being worked out; then the program must not change but by its arrival.
  private(set) var isGoing = false

  init(waker: Waker, executor: (any TaskExecutor)?) {
    worker = Worker(waker: waker, executor: executor)
  }

  /// Waits for the next event; a time-out begins to work out where it leads, and the wait goes on.
  ///
  /// - Returns: Any event but a tick.
  mutating func nextEvent<T: Terminal & ~Copyable>(
    of terminal: inout T, _ exploration: Exploration
  ) -> Event {
    while true {
      let event = terminal.nextEvent(timeout: isGoing ? nil : exploration.tickInterval)
      switch event {
      case .wake: return event
      case .tick: begin(from: exploration)
      default:
        drop()
        return event
      }
    }
  }

  /// Takes the program to where the tick has led, if that is known by now.
  mutating func arrive(at exploration: inout Exploration, _ agenda: inout Agenda) {
    guard let arrival = worker.takeResults().last else { return }
    isGoing = false
    exploration = arrival.exploration
    agenda.add((arrival.effect, arrival.keys))
  }

  /// Stays where the program stands.
  mutating func drop() {
    guard isGoing else { return }
    worker.cancel()
    _ = worker.takeResults()
    isGoing = false
  }

  private mutating func begin(from exploration: Exploration) {
    isGoing = true
    worker.start { report in
      // One that was dropped while it waited for a thread isn't worth the work.
      guard !Task.isCancelled else { return }
      var next = exploration
      let (effect, keys) = next.handle(.tick)
      report(Arrival(exploration: next, effect: effect, keys: keys))
    }
  }
}
