import RealModule

/// How often something came of independent trials, and what that says of its chance.
public struct Proportion: Hashable, Sendable {
  /// How often it came.
  public let count: Int
  /// How many trials there were.
  public let trials: Int

  /// A count of some trials.
  ///
  /// - Precondition: 0 ≤ `count` ≤ `trials`.
  public init(_ count: Int, of trials: Int) {
    precondition(count >= 0 && count <= trials, "a count is one of the trials")
    self.count = count
    self.trials = trials
  }

  /// The share of the trials; 0 where there are none.
  public var share: Double { Double(count) / Double(max(1, trials)) }

  /// The chances that agree with the count at a level of 95 %.
  ///
  /// Wilson 1927, Journal of the American Statistical Association 22:209–212; Brown, Cai & DasGupta
  /// 2001, Statistical Science 16:101–133, recommend it for few trials. Without trials it is 0…1.
  public var interval: ClosedRange<Double> {
    guard trials > 0 else { return 0...1 }
    let (n, z) = (Double(trials), 1.959963984540054)
    let middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    let half =
      z / (1 + z * z / n) * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    return (count == 0 ? 0 : max(0, middle - half))...(count == trials ? 1 : min(1, middle + half))
  }

  /// How many trials it takes until it comes at least once with a chance of 95 %: the least n with
  /// 1 − (1 − p)ⁿ ≥ 0.95.
  ///
  /// - Parameter chance: The chance p of one trial.
  /// - Returns: `nil` where it never comes.
  public static func trialsForNineteenInTwenty(at chance: Double) -> Int? {
    guard chance > 0 else { return nil }
    guard chance < 0.95 else { return 1 }
    return Int(exactly: (Double.log(0.05) / Double.log(onePlus: -chance)).rounded(.up))
  }
}

extension Restarts {
  /// The share of all runs that are done, collapsed ones included, that end in an optimum.
  public func proportion(of optimum: Optimum) -> Proportion {
    Proportion(optimum.members.count, of: runs.count)
  }

  /// The shares of an optimum that agree with the runs at a level of 95 %; the share alone where nothing
  /// is drawn.
  package func interval(of optimum: Optimum) -> ClosedRange<Double> {
    let proportion = proportion(of: optimum)
    return areDrawn ? proportion.interval : proportion.share...proportion.share
  }

  /// How many starts reach the best optimum at least once with a chance of 95 %: at the share that was
  /// found, and at the least that agrees with it; `nil` where there is no optimum.
  package var startsForBest: (found: Int, most: Int?)? {
    guard let best = optima.all.first else { return nil }
    return Proportion.trialsForNineteenInTwenty(at: share(of: best)).map {
      ($0, Proportion.trialsForNineteenInTwenty(at: interval(of: best).lowerBound))
    }
  }
}
