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
  /// The best optimum of all, or `nil` where all runs collapsed.
  package let best: Optimum?

  /// Compares what several rules came to over the same points.
  package init(_ results: [(rule: StartingRule, restarts: Restarts)], over points: PointSet) {
    let outcomes = results.flatMap { $0.restarts.runs.map(\.outcome) }
    let optima = Optima(grouping: outcomes, over: points)
    var first = 0
    var rows: [Row] = []
    for (rule, restarts) in results {
      let end = first + restarts.runs.count
      let count = optima.membership[first..<end].count { $0 == 0 }
      rows.append(Row(rule: rule, restarts: restarts, bestCount: count))
      first = end
    }
    self.rows = rows
    best = optima.all.first
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
