import Synchronization
import TerminalCanvas

/// Where a tick leads, worked out on another thread: an iteration over a million points takes its
/// time, and the keyboard is heard meanwhile.
///
/// What happens first makes the program go on from where it stood, as if the tick had not been; what
/// means nothing to the run waits for it.
struct LookAhead {
  /// A tick that is being worked out.
  private final class Flight: Sendable {
    /// The program after the tick, and what it asks for there, once that is known.
    let arrival = Mutex<(exploration: Exploration, effect: Effect?, keys: [Key])?>(nil)
  }

  private let waker: Waker
  private let executor: (any TaskExecutor)?
  private var flight: Flight?
  private var isDropped = false
  /// What happened meanwhile and waits.
  private var waiting: [Event] = []

  init(waker: Waker, executor: (any TaskExecutor)?) {
    self.waker = waker
    self.executor = executor
  }

  /// Whether a tick is being worked out; then the program must not change but by its arrival.
  var isGoing: Bool { flight != nil && !isDropped }

  /// Waits for the next event; a time-out begins to work out where it leads, and the wait goes on.
  ///
  /// - Returns: Any event but a tick.
  mutating func nextEvent<T: Terminal & ~Copyable>(
    of terminal: inout T, _ exploration: Exploration
  ) -> Event {
    if !isGoing, !waiting.isEmpty { return waiting.removeFirst() }
    var isDue = false
    while true {
      let event = terminal.nextEvent(timeout: isGoing || isDue ? nil : exploration.tickInterval)
      switch event {
      case .wake where isDue && hasArrived:
        // The one that was dropped has given its thread back.
        (flight, isDropped) = (nil, false)
        begin(from: exploration)
        isDue = false
      case .wake: return event
      case .tick where flight != nil: isDue = true
      case .tick: begin(from: exploration)
      case let event where isGoing && exploration.isIdle(event): waiting.append(event)
      default:
        drop()
        waiting.append(event)
        return waiting.removeFirst()
      }
    }
  }

  /// Takes the program to where the tick has led, if that is known by now.
  mutating func arrive(at exploration: inout Exploration, _ agenda: inout Agenda) {
    guard let arrival = flight?.arrival.withLock({ $0 }) else { return }
    if !isDropped {
      exploration = arrival.exploration
      agenda.add((arrival.effect, arrival.keys))
    }
    (flight, isDropped) = (nil, false)
  }

  /// Stays where the program stands.
  private mutating func drop() { isDropped = flight != nil }

  private var hasArrived: Bool { flight?.arrival.withLock { $0 != nil } ?? false }

  private mutating func begin(from exploration: Exploration) {
    let flight = Flight()
    self.flight = flight
    Task.detached(executorPreference: executor) { [waker] in
      var next = exploration
      let (effect, keys) = next.handle(.tick)
      flight.arrival.withLock { $0 = (next, effect, keys) }
      waker.wake()
    }
  }
}

extension Exploration {
  /// Whether an event changes nothing about the run that goes on by itself.
  fileprivate func isIdle(_ event: Event) -> Bool {
    switch event {
    case .mouse: true
    case .key(let key):
      app.session.pace != .toEnd && walkthrough?.move(for: key, in: app) == nil
        && app.binding(of: key) == nil
    default: false
    }
  }
}
