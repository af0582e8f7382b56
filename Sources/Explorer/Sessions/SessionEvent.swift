import TerminalCanvas

/// What happened in a session, in a form that can be written down and played again.
public enum SessionEvent: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// The mouse did something on a screen of the size that was last said.
  case mouse(MouseEvent)
  /// The screen got another size.
  case resize(Size)
  /// The run took this many iterations by itself.
  case ticks(Int)
  /// Long work had come so far when the next thing happened: the runs, or cells, that were done.
  case worked([ClosedRange<Int>])
}

extension AppState {
  /// Writes down an event, so that the session can be saved and played again.
  mutating func record(_ event: Event) {
    switch event {
    case .key, .mouse, .resize: if let workDone { log.append(.worked(workDone.ranges)) }
    case .tick, .redraw, .wake, .end: break
    }
    switch event {
    case .key(let key): log.append(.key(key))
    case .mouse(let mouse): log.append(.mouse(mouse))
    case .resize(let size): log.append(.resize(size))
    case .tick:
      if case .ticks(let count) = log.last {
        log[log.count - 1] = .ticks(count + 1)
      } else {
        log.append(.ticks(1))
      }
    case .redraw, .wake, .end: return
    }
  }
}

extension SessionEvent {
  /// The event as the terminal would send it, as often as it happened.
  var events: [Event] {
    switch self {
    case .key(let key): [.key(key)]
    case .mouse(let mouse): [.mouse(mouse)]
    case .resize(let size): [.resize(size)]
    case .ticks(let count): Array(repeating: .tick, count: count)
    case .worked: []
    }
  }
}

extension [Int] {
  /// Ascending numbers as ranges.
  fileprivate var ranges: [ClosedRange<Int>] {
    reduce(into: []) { ranges, number in
      if let last = ranges.last, last.upperBound + 1 == number {
        ranges[ranges.count - 1] = last.lowerBound...number
      } else {
        ranges.append(number...number)
      }
    }
  }
}
