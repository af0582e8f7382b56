import TerminalCanvas

/// What happened in a session, in a form that can be written down and played again.
public enum SessionEvent: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// The mouse did something on a screen of the size that was last said.
  case mouse(MouseEvent)
  /// The screen got another size.
  case resize(Size)
  /// The run took this many turns by itself: an iteration each, or a batch on the way to the end.
  case ticks(Int)
  /// Long work had come so far when the next thing happened: the runs, or cells, that were done.
  case worked([ClosedRange<Int>])
}

extension SessionEvent {
  /// The event as the terminal would send it, as often as it happened.
  var events: Repeated<Event> {
    switch self {
    case .key(let key): repeatElement(.key(key), count: 1)
    case .mouse(let mouse): repeatElement(.mouse(mouse), count: 1)
    case .resize(let size): repeatElement(.resize(size), count: 1)
    case .ticks(let count): repeatElement(.tick, count: count)
    case .worked: repeatElement(.wake, count: 0)
    }
  }
}

extension [Int] {
  /// Ascending numbers as ranges.
  var ranges: [ClosedRange<Int>] {
    reduce(into: []) { ranges, number in
      if let last = ranges.last, last.upperBound + 1 == number {
        ranges[ranges.count - 1] = last.lowerBound...number
      } else {
        ranges.append(number...number)
      }
    }
  }
}
