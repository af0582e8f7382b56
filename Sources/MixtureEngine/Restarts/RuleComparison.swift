/// The same runs from several starting rules, to see what each rule is good for.
public struct RuleComparison: Sendable {
  /// What one rule came to.
  package struct Row: Sendable {
    /// The rule.
    package let rule: StartingRule
    /// Its runs.
    package let restarts: Restarts
    /// How many of its runs end in the best optimum of all rules.
    package let bestCount: Int
    /// The position of the best optimum of this rule among ``RuleComparison/bests``, or `nil` where all
    /// its runs collapsed.
    package let bestNumber: Int?

    /// The share of the runs that are done that end in the best optimum of all rules.
    package var proportion: Proportion { Proportion(bestCount, of: restarts.runs.count) }

    /// A seed whose run ends best; one whose run collapses where all do, and `nil` where none is done.
    package var exampleSeed: UInt64? {
      best.map(restarts.exampleSeed(of:)) ?? restarts.exampleSeedOfCollapse
    }

    /// The best optimum of this rule, or `nil` where all its runs collapsed.
    package var best: Optimum? { restarts.optima.all.first }

    /// The runs that ended at the limit of iterations.
    package var limitCount: Int {
      restarts.runs.count { $0.outcome.status == .iterationLimit }
    }

    /// The median number of iterations of all its runs.
    package var medianIterations: Double {
      .median(of: restarts.runs.map(\.outcome.iterations))
    }

    /// The median number of iterations that the rule took before the start of a run.
    package var medianStartIterations: Double {
      .median(of: restarts.runs.map(\.startIterations))
    }
  }

  /// One row for each rule, in the order asked for.
  package let rows: [Row]
  /// The optima that are the best of a rule, best first.
  package let bests: [Optimum]
  /// The best optimum of all, or `nil` where all runs collapsed.
  package var best: Optimum? { bests.first }
  /// Whether all planned runs are done.
  package var isComplete: Bool { rows.allSatisfy(\.restarts.isComplete) }
  /// How many runs are done.
  package var runCount: Int { rows.map(\.restarts.runs.count).reduce(0, +) }

  /// Compares what several rules came to over the same points.
  package init(_ results: [(rule: StartingRule, restarts: Restarts)], over points: PointSet) {
    let outcomes = results.flatMap { $0.restarts.runs.map(\.outcome) }
    let optima = Optima(grouping: outcomes, over: points)
    // For each rule the places of its runs, and the best optimum that they end in.
    var first = 0
    let ends = results.map { _, restarts in
      defer { first += restarts.runs.count }
      return optima.membership[first..<first + restarts.runs.count]
    }
    let reached = ends.map { $0.compactMap(\.self).min() }
    let numbers = Set(reached.compactMap(\.self)).sorted()
    bests = numbers.map { optima.all[$0] }
    rows = results.indices.map { row in
      Row(
        rule: results[row].rule, restarts: results[row].restarts,
        bestCount: ends[row].count { $0 == 0 },
        bestNumber: reached[row].flatMap(numbers.firstIndex(of:)))
    }
  }
}

extension Double {
  /// The median; the mean of the middle two where there are two, 0 for none.
  static func median(of values: [Int]) -> Double {
    guard !values.isEmpty else { return 0 }
    let ordered = values.sorted()
    let middle = ordered.count / 2
    return ordered.count % 2 == 1
      ? Double(ordered[middle]) : Double(ordered[middle - 1] + ordered[middle]) / 2
  }
}
