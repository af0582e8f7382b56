import TerminalCanvas

/// Where events lead that may take their time, worked out on another thread: an iteration over a
/// million points takes seconds, and the keyboard is heard meanwhile.
///
/// A tick gives way: what happens first makes the program go on from where it stood, as if the tick
/// had not been, and what means nothing to the run waits for it. What somebody asked for does not:
/// see ``TypedAhead``.
struct LookAhead {
  /// What is heard.
  enum Heard {
    /// Something that the program obeys.
    case event(Event)
    /// Something that asks for an effect and leaves the program where it is.
    case aside(Event)
    /// That there may be something to take in.
    case wake
    /// Something that waits, and of which there may be something to show.
    case later
  }

  private let waker: Waker
  private let executor: (any TaskExecutor)?
  private var flight: Flight?
  /// A flight that nobody waits for any more, and that has a thread yet.
  private var abandoned: Flight?
  /// What happened meanwhile and waits.
  private var waiting: ArraySlice<Event> = []
  /// What is shown while something goes on that was asked for.
  private var typedAhead: TypedAhead?

  init(waker: Waker, executor: (any TaskExecutor)?) {
    self.waker = waker
    self.executor = executor
  }

  /// Whether something is being worked out; then the program must not change but by its arrival.
  var isGoing: Bool { flight != nil }

  /// What is to be shown of the program at present.
  func shown(of exploration: Exploration) -> Exploration { typedAhead?.shown ?? exploration }

  /// Works out where something leads that was asked for.
  ///
  /// - Parameters:
  ///   - cause: The event behind it, if it was one.
  ///   - way: What leads on; see ``Flight``.
  mutating func begin(
    from exploration: Exploration, _ agenda: Agenda = Agenda(), because cause: Event? = nil,
    _ way: @escaping @Sendable (inout Flight.Arrival) -> Void
  ) {
    typedAhead = TypedAhead(exploration, cause, waiting: waiting)
    flight = Flight(from: (exploration, agenda), on: executor, waking: waker, way)
  }

  /// Waits for what is heard next; a time-out begins to work out where it leads, and the wait goes
  /// on.
  mutating func next<T: Terminal & ~Copyable>(
    on terminal: inout T, _ exploration: inout Exploration
  ) -> Heard {
    if flight == nil, let event = waiting.popFirst() { return .event(event) }
    if typedAhead != nil { return nextWhileAsked(on: &terminal, &exploration) }
    var isDue = false
    while true {
      let event = terminal.nextEvent(
        timeout: isGoing || isDue ? nil : exploration.tickInterval)
      // The one that was abandoned has given its thread back.
      if abandoned?.arrival != nil { abandoned = nil }
      switch event {
      case .wake where isDue && abandoned == nil:
        beginTick(from: exploration)
        isDue = false
      case .wake: return .wake
      case .tick where abandoned != nil: isDue = true
      case .tick: beginTick(from: exploration)
      case let event where isGoing && exploration.isIdle(event): waiting.append(event)
      default:
        abandon()
        waiting.append(event)
        return .event(waiting.removeFirst())
      }
    }
  }

  /// Takes the program to where the flight has led, if that is known by now.
  mutating func arrive(at exploration: inout Exploration, _ agenda: inout Agenda) {
    guard let arrival = flight?.arrival else { return }
    (exploration, agenda) = arrival
    (flight, typedAhead) = (nil, nil)
  }

  private mutating func beginTick(from exploration: Exploration) {
    flight = Flight(from: (exploration, Agenda()), on: executor, waking: waker) { place in
      place.agenda.add(place.exploration.handle(.tick))
    }
  }

  /// Stays where the program stands.
  private mutating func abandon() {
    flight?.abandon()
    abandoned = flight ?? abandoned
    (flight, typedAhead) = (nil, nil)
  }

  /// Hears what is said while something goes on that was asked for.
  private mutating func nextWhileAsked<T: Terminal & ~Copyable>(
    on terminal: inout T, _ exploration: inout Exploration
  ) -> Heard {
    let event = terminal.nextEvent(timeout: typedAhead?.patience)
    if case .wake = event { return .wake }
    switch typedAhead?.hear(event) {
    case .giveUp:
      abandon()
      waiting = []
      exploration.app.notice = .news(Sentences.givenUp)
    case .end:
      abandon()
      waiting = []
      return .aside(event)
    case .aside: return .aside(event)
    case .later: waiting.append(event)
    case .nothing, nil: break
    }
    return .later
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
