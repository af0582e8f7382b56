import TerminalCanvas

/// Events that have been read and not been answered, oldest first; both ends in constant time.
struct EventQueue {
  private var events: [Event] = []
  private var answered = 0

  var isEmpty: Bool { answered == events.count }

  mutating func append(_ event: Event) { events.append(event) }

  /// Takes the oldest event out, if there is one.
  mutating func popFirst() -> Event? {
    guard !isEmpty else { return nil }
    defer {
      answered += 1
      if isEmpty {
        events.removeAll(keepingCapacity: answered < 4096)
        answered = 0
      }
    }
    return events[answered]
  }
}
