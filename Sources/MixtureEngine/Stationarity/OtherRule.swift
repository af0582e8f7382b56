/// When another library would have ended a run: its stopping rule with its defaults, as a value.
///
/// A rule reads the log-likelihoods of a run alone. All of them look at the latest gain, so a run that
/// is slow, on a plateau near a saddle, passes for one that is done.
public struct OtherRule: Sendable {
  /// The library, as it calls itself.
  public let name: String
  /// The rule in a formula.
  public let summary: String
  /// Where the rule stands.
  public let source: String
  /// The first iteration after which the rule can stop.
  let first: Int
  /// The most iterations that the library does, `nil` for no limit.
  let limit: Int?
  /// Whether it stops by its tolerance: from L two iterations back, one iteration back and now, in
  /// nats, and the total weight of the points.
  let isSatisfied: @Sendable (_ earlier: Double, _ last: Double, _ now: Double, _ w: Double) -> Bool

  /// Where the rule would have stopped a run.
  ///
  /// - Parameters:
  ///   - objectives: L of the run after 0, 1, 2, … iterations, in nats.
  ///   - totalWeight: W, the number of points where each counts as one.
  /// - Complexity: O(*t*) for a stop after *t* iterations.
  public func stop(
    in objectives: some RandomAccessCollection<Double>, totalWeight: Double
  ) -> OtherStop {
    func objective(_ t: Int) -> Double {
      objectives[objectives.index(objectives.startIndex, offsetBy: max(0, t))]
    }
    let done = objectives.count - 1
    guard done >= 1, first <= done else {
      return OtherStop(rule: self, iteration: nil, missing: 0, isLimit: false)
    }
    let end = objective(done)
    for t in first...done {
      let ending = ending(
        after: t, objective(t - 2), objective(t - 1), objective(t), totalWeight: totalWeight)
      guard let ending else { continue }
      return OtherStop(
        rule: self, iteration: t, missing: end - objective(t), isLimit: ending == .limit)
    }
    return OtherStop(rule: self, iteration: nil, missing: 0, isLimit: false)
  }

  /// Why a rule stops.
  enum Ending: Hashable, Sendable {
    case tolerance, limit
  }

  /// Whether the rule stops after an iteration that it has come to, and why.
  ///
  /// - Parameters:
  ///   - t: The iteration.
  ///   - earlier: L two iterations back, or at the start.
  ///   - last: L one iteration back.
  ///   - now: L after the iteration.
  ///   - totalWeight: W.
  func ending(
    after t: Int, _ earlier: Double, _ last: Double, _ now: Double, totalWeight: Double
  ) -> Ending? {
    guard t >= first else { return nil }
    return isSatisfied(earlier, last, now, totalWeight) ? .tolerance : t == limit ? .limit : nil
  }
}

/// Where a library would have stopped a run.
public struct OtherStop: Sendable {
  /// The rule of the library.
  public let rule: OtherRule
  /// After how many iterations it would have stopped, `nil` where it would have gone on past the end
  /// of the run.
  public let iteration: Int?
  /// How far below the end of the run that is, in nats; 0 where it goes on.
  public let missing: Double
  /// Whether it would have given up at its limit of iterations and not called the run converged.
  public let isLimit: Bool
}

extension Run {
  /// Where each of the other libraries would have stopped on the way to the present state, from the
  /// same start; empty in the hard limit, under a prior and under another algorithm than EM.
  public var otherStops: [OtherStop] {
    guard model.criterion == .logLikelihood, algorithm == .em, snapshot.logPrior == nil else {
      return []
    }
    return OtherRule.all.map { $0.stop(in: objectives, totalWeight: points.totalWeight) }
  }

  /// The objective after 0, 1, 2, … iterations, up to the present state.
  package var objectives: some RandomAccessCollection<Double> {
    let history = history
    return (0...snapshot.iteration).lazy.map { history[2 * $0].objective }
  }

  /// What it climbs, L or L + log p(θ), after 0, 1, 2, … iterations, up to the present state.
  var climbedValues: some RandomAccessCollection<Double> {
    let history = history
    return (0...snapshot.iteration).lazy.map { history[2 * $0].climbed }
  }
}
