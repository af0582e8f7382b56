import MixtureEngine

/// A state of a run that a picture is wanted of.
public enum RunMoment: Hashable, Sendable {
  /// The end of an iteration; 0 is the start.
  case iteration(Int)
  /// The last iteration.
  case end

  /// Reads the number of an iteration, or `end`.
  ///
  /// - Parameter word: The word, without blanks around it.
  public init?(_ word: some StringProtocol) {
    if word == "end" {
      self = .end
    } else if let iteration = Int(word), iteration >= 0 {
      self = .iteration(iteration)
    } else {
      return nil
    }
  }
}

extension Run {
  /// How many iterations the history has, a half of one not counted.
  var lastIteration: Int { (history.count - 1) / 2 }

  /// Whether its history has no more to come, unless somebody insists.
  var isComplete: Bool { (history.last?.status ?? .running) != .running }

  /// The same run at the end of an iteration that its history has.
  func at(iteration: Int) -> Run {
    var run = self
    run.move(to: 2 * iteration)
    return run
  }

  /// The same run with a history that goes on to an iteration or to its end, whichever comes first.
  ///
  /// - Parameter iteration: The iteration; `nil` for the end.
  func extended(to iteration: Int?) -> Run {
    var run = self
    guard !isComplete, iteration.map({ $0 > lastIteration }) ?? true else { return run }
    run.move(to: history.count - 1)
    while run.snapshot.status == .running, !Task.isCancelled,
      iteration.map({ run.snapshot.iteration < $0 }) ?? true
    {
      run.iterate()
    }
    return run
  }

  /// The iterations of some moments, with the history that has them.
  ///
  /// - Throws: A sentence where the run has no such iteration.
  func reaching(_ moments: [RunMoment]) throws(PictureRefusal) -> (run: Run, iterations: [Int]) {
    let numbers = moments.compactMap { moment in
      if case .iteration(let number) = moment { number } else { nil }
    }
    let run = extended(to: moments.contains(.end) ? nil : numbers.max())
    let last = run.lastIteration
    if let beyond = numbers.first(where: { $0 > last }) {
      throw PictureRefusal(
        "there is no iteration \(beyond): the run ends after \(last), \(run.wayOfEnding).")
    }
    return (run, moments.map { if case .iteration(let number) = $0 { number } else { last } })
  }

  private var wayOfEnding: String {
    switch history.last?.status {
    case .collapsed: "where a component collapses"
    case .iterationLimit: "at the limit of iterations"
    case .converged, .running, nil: "where it has converged"
    }
  }
}

/// Which iterations tell a run in a few pictures.
enum ChosenIterations {
  /// The start, the first iteration, the last one, and between them numbers that grow by one factor:
  /// early on EM does most of its work.
  ///
  /// - Parameters:
  ///   - last: The last iteration.
  ///   - count: How many are wanted; where there are fewer, all of them.
  static func numbers(to last: Int, count: Int) -> [Int] {
    guard last >= count else { return Array(0...max(0, last)) }
    guard count > 2 else { return Array([last, 0].prefix(max(1, count)).reversed()) }
    let factor = root(of: Double(last), degree: count - 2)
    var (chosen, power) = ([0], 1.0)
    for _ in 1..<count {
      chosen.append(max(chosen[chosen.count - 1] + 1, Int(power.rounded())))
      power *= factor
    }
    chosen[count - 1] = last
    return chosen
  }

  /// The number that gives `value` when it is multiplied by itself so many times.
  private static func root(of value: Double, degree: Int) -> Double {
    var (low, high) = (1.0, max(1, value))
    for _ in 0..<60 {
      let middle = (low + high) / 2
      let power = (0..<degree).reduce(1.0) { product, _ in product * middle }
      if power < value { low = middle } else { high = middle }
    }
    return high
  }
}
