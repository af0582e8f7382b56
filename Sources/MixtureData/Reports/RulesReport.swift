import MixtureEngine

/// A comparison of the starting rules.
public struct RulesReport: Report {
  /// The data.
  public var dataSet: DataSet
  /// The plan of the runs from each rule.
  public var plan: RestartPlan
  /// The runs of each rule.
  public var comparison: RuleComparison

  /// A report on a comparison.
  public init(dataSet: DataSet, plan: RestartPlan, comparison: RuleComparison) {
    self.dataSet = dataSet
    self.plan = plan
    self.comparison = comparison
  }

  /// The report as one JSON object: `runs` of each rule, and `rules` in the order of the menu.
  ///
  /// `share` is of the runs that reach the rule's own best, `shareOfBest` of those that reach the
  /// best of all rules; both are `null` where there is none. `medianStartIterations` is what the rule
  /// takes before the start; `startCovariance` and `startWeights` are those of the rules that choose means
  /// alone.
  public var json: JSON {
    .object([
      .init("runs", .integer(plan.count)),
      .init(
        "rules",
        .array(
          comparison.rows.map { row in
            .object([
              .init("rule", .string(row.rule.name)),
              row.best?.valueMember ?? .init("logLikelihood", .null),
              .init("share", row.best.map { .number(row.restarts.share(of: $0)) } ?? .null),
              .init("shareOfBest", .number(shareOfBest(row))),
              .init("medianIterations", .number(row.medianIterations)),
              .init("medianStartIterations", .number(row.medianStartIterations)),
              .init("collapsed", .integer(row.restarts.optima.collapsedCount)),
              .init("iterationLimit", .integer(row.limitCount)),
            ])
          })),
      .init("startCovariance", .string(plan.recipe.startCovariance.name)),
      .init("startWeights", .string(plan.recipe.startWeights.name)),
      .init("shortRuns", .integer(plan.recipe.shortRuns.count)),
      .init("shortIterations", .integer(plan.recipe.shortRuns.iterations)),
    ])
  }

  /// The report for people.
  public var text: String {
    let isHard = comparison.best?.distortion != nil
    let table = TextTable(
      [
        "rule", isHard ? "best J" : "best L", "runs there", "at the best of all", "iterations",
        "before", "collapsed", "out of iterations",
      ],
      rows: comparison.rows.map { row in
        [
          row.rule.name, row.best?.valueText ?? "–",
          row.best.map { row.restarts.share(of: $0).percentage } ?? "–",
          shareOfBest(row).percentage, row.medianIterations.fixed(0),
          row.medianStartIterations.fixed(0),
          "\(row.restarts.optima.collapsedCount)", "\(row.limitCount)",
        ]
      })
    let spread = plan.recipe.spreadWords
    let means = spread.isEmpty ? "" : " (means alone: \(spread.joined(separator: ", ")))"
    return plan.heading(of: dataSet, start: "each rule\(means)") + "\n" + table.flush
  }

  private func shareOfBest(_ row: RuleComparison.Row) -> Double {
    Double(row.bestCount) / Double(max(1, row.restarts.runs.count))
  }
}
