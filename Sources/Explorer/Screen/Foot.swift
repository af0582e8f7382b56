import MixtureEngine
import TerminalCanvas

/// One line: a notice if there is one, else what the latest half-step did and what
/// comes next.
struct StatusPane {
  var snapshot: Snapshot
  /// The latest half-step, if there was one.
  var latest: Ledger.Entry?
  var pointCount: Int
  /// By which algorithm the run climbs.
  var climber = Climber.em
  /// What the latest iteration gained, if that is known.
  var gain: Double?
  /// What it had to exceed for the run to go on.
  var leastGain = 0.0
  /// How many gains in a row have grown, where a plateau lasts.
  var growingGains: Int?
  /// Where the first of the other libraries' rules would have stopped, if one would have.
  var stop: OtherStop?
  /// What to say while something else than stepping goes on.
  var occupation: String?
  /// What the place is where the run has ended, if that is to be said.
  var ending: String?
  /// What is worth trying once the run is over, the best first.
  var suggestions: [String] = []
  /// What was done, or stands against what the user asked for.
  var notice: Notice?
  var theme: Theme

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    frame.write(
      notice?.text.clauses(fitting: size.width) ?? occupation ?? sentence(width: size.width),
      in: frame.bounds.split(top: 1).top,
      style: theme.style(isAlert ? .alert : .value))
    return frame
  }

  /// What was done and what comes next; the latter alone where there is no room for both.
  private func sentence(width: Int) -> String {
    let next = Sentences.next(
      snapshot, by: climber, gain: gain, leastGain: leastGain)
    guard snapshot.status == .running else {
      let whole = sentence(next, width: width)
      if let ending, !whole.contains(ending) {
        return sentence(Sentences.status(snapshot.status), width: width)
      }
      guard stopsFarFromEnd, !suggestions.contains(where: { whole.contains($0) }) else {
        return whole
      }
      return sentence(Sentences.status(snapshot.status), width: width)
    }
    let done = Sentences.done(
      latest, by: climber, snapshot.model.criterion, points: pointCount)
    guard let growingGains else {
      return DisplayWidth.of(done + next) <= width ? done + next : next
    }
    let plateau = Sentences.plateau(growingGains)
    let sentences = [done + plateau + next, plateau + next, Sentences.plateau + next]
    return sentences.first { DisplayWidth.of($0) <= width }
      ?? Sentences.plateau + "next: \(snapshot.next == .expectation ? "E" : "M")"
  }

  /// How a run ended, with as much of what is said of it as there is room for.
  private func sentence(_ ending: String, width: Int) -> String {
    remarks.reduce(into: (text: ending, separator: "; ")) { line, remark in
      let longer = line.text + line.separator + remark
      if DisplayWidth.of(longer) <= width { line = (longer, ", ") }
    }.text
  }

  /// What is said of a run that is over: what its end is, then what is worth trying, after
  /// where another library would have stopped, if that is far from the end.
  private var remarks: [String] {
    let ending = ending.map { [$0] } ?? []
    guard let stop, let sentence = Sentences.stop(stop) else { return ending + suggestions }
    return ending + (stopsFarFromEnd ? [sentence] + suggestions : suggestions + [sentence])
  }

  /// Whether another library would have stopped many nats from the end.
  private var stopsFarFromEnd: Bool { stop.map { $0.missing >= 10 } ?? false }

  private var isAlert: Bool {
    if case .collapsed = snapshot.status { true } else { notice?.isRefusal ?? false }
  }
}

extension String {
  /// The text without the last of its clauses, which semicolons part, where not all have room.
  fileprivate func clauses(fitting width: Int) -> String {
    var clauses = split(separator: "; ")
    while clauses.count > 1, DisplayWidth.of(clauses.joined(separator: "; ")) > width {
      clauses.removeLast()
    }
    return clauses.joined(separator: "; ")
  }
}

/// One line of the keys that matter most.
struct KeysPane {
  /// Keys and what they do, in order of importance.
  var hints: [(key: String, help: String)]
  var theme: Theme

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    var x = 0
    for hint in hints {
      let width = DisplayWidth.of(hint.key) + 1 + DisplayWidth.of(hint.help)
      guard x + width <= size.width else { break }
      x += frame.write(hint.key, x: x, y: 0, style: theme.style(.key)) + 1
      x += frame.write(hint.help, x: x, y: 0, style: theme.style(.muted)) + 2
    }
    return frame
  }
}
