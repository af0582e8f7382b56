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
  /// best of all rules; both are `null` where there is none. A rule that draws nothing has one run, and a
  /// `note` that says so; `runs` of each rule says how many it has. `medianStartIterations` is what the
  /// rule takes before the start; `startCovariance` and `startWeights` are those of the rules that choose
  /// means alone.
  public var json: JSON {
    .object([
      .init("runs", .integer(plan.count)),
      .init("rules", .array(comparison.rows.map(json(of:)))),
      .init("startCovariance", .string(plan.recipe.startCovariance.name)),
      .init("startWeights", .string(plan.recipe.startWeights.name)),
      .init("shortRuns", .integer(plan.recipe.shortRuns.count)),
      .init("shortIterations", .integer(plan.recipe.shortRuns.iterations)),
    ])
  }

  private func json(of row: RuleComparison.Row) -> JSON {
    let members: [JSON.Member] = [
      .init("rule", .string(row.rule.name)),
      .init("runs", .integer(row.restarts.runs.count)),
      row.best?.valueMember ?? .init("logLikelihood", .null),
      .init("share", row.best.map { .number(row.restarts.share(of: $0)) } ?? .null),
      .init("shareOfBest", .number(row.proportion.share)),
      .init("medianIterations", .number(row.medianIterations)),
      .init("medianStartIterations", .number(row.medianStartIterations)),
      .init("collapsed", .integer(row.restarts.optima.collapsedCount)),
      .init("iterationLimit", .integer(row.limitCount)),
    ]
    return .object(members + plan(of: row.rule).noteMembers)
  }

  /// The report for people.
  public var text: String {
    let isHard = comparison.best?.distortion != nil
    let table = TextTable(
      [
        "rule", "runs", isHard ? "best J" : "best L", "runs there", "at the best of all",
        "iterations", "before", "collapsed", "out of iterations",
      ],
      rows: comparison.rows.map { row in
        [
          row.rule.name, "\(row.restarts.runs.count)", row.best?.valueText ?? "–",
          row.best.map { row.restarts.share(of: $0).percentage } ?? "–",
          row.proportion.share.percentage, row.medianIterations.fixed(0),
          row.medianStartIterations.fixed(0),
          "\(row.restarts.optima.collapsedCount)", "\(row.limitCount)",
        ]
      })
    let spread = plan.recipe.spreadWords
    let means = spread.isEmpty ? "" : " (means alone: \(spread.joined(separator: ", ")))"
    return plan.heading(of: dataSet, start: "each rule\(means)", runs: plan.count) + "\n"
      + table.flush + remark
  }

  private func plan(of rule: StartingRule) -> RestartPlan {
    var plan = plan
    plan.recipe.rule = rule
    return plan
  }

  /// Which rules have one run, and why.
  private var remark: String {
    let names = comparison.rows.filter { !$0.restarts.areDrawn }.map(\.rule.name)
    guard !names.isEmpty else { return "" }
    return "\nOne run each of rules that draw nothing: \(names.joined(separator: ", ")).\n"
  }
}
