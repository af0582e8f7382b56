import MixtureEngine

/// A comparison of the starting rules.
public struct RulesReport: Report {
  /// The data.
  public var dataSet: DataSet
  /// The plan of the runs from each rule.
  package var plan: RulesPlan
  /// The runs of each rule.
  public var comparison: RuleComparison

  /// A report on a comparison.
  package init(dataSet: DataSet, plan: RulesPlan, comparison: RuleComparison) {
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
  /// means alone. `flaw` is there where the rule's own best is `spurious` or `degenerate`.
  public var json: JSON {
    .object(
      [
        .init("runs", .integer(plan.count))
      ] + plan.recipe.algorithmMembers + [
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
      .init("share", row.best.map { .number(row.restarts.proportion(of: $0).share) } ?? .null),
      .init("shareOfBest", .number(row.proportion.share)),
      .init("medianIterations", .number(row.medianIterations)),
      .init("medianStartIterations", .number(row.medianStartIterations)),
      .init("collapsed", .integer(row.restarts.optima.collapsedCount)),
      .init("iterationLimit", .integer(row.limitCount)),
    ]
    let flaw = row.best?.flaw.map { [JSON.Member("flaw", .string($0.rawValue))] } ?? []
    return .object(members + flaw + plan.plan(of: row.rule).noteMembers)
  }

  /// The report for people.
  public var text: String {
    let isHard = comparison.best?.distortion != nil
    let hasFlaws = comparison.rows.contains { $0.best?.flaw != nil }
    let table = TextTable(
      [
        "rule", "runs", isHard ? "best J" : "best L", "runs there", "at the best of all",
        "iterations", "before", "collapsed", "out of iterations",
      ] + (hasFlaws ? [""] : []),
      rows: comparison.rows.map { row in
        [
          row.rule.name, "\(row.restarts.runs.count)", row.best?.valueText ?? "–",
          row.best.map { row.restarts.proportion(of: $0).share.percentage } ?? "–",
          row.proportion.share.percentage, row.medianIterations.fixed(0),
          row.medianStartIterations.fixed(0),
          "\(row.restarts.optima.collapsedCount)", "\(row.limitCount)",
        ] + (hasFlaws ? [row.best?.flaw?.rawValue ?? ""] : [])
      })
    let spread = plan.recipe.spreadWords
    let means = spread.isEmpty ? "" : " (means alone: \(spread.joined(separator: ", ")))"
    // The heading says nothing of the rule, so that of any will do.
    return plan.plan(of: plan.recipe.rule)
      .heading(of: dataSet, start: "each rule\(means)", runs: plan.count) + "\n" + table.flush
      + remark
  }

  /// Which rules have one run, and why.
  private var remark: String {
    let names = comparison.rows.filter { !$0.restarts.areDrawn }.map(\.rule.name)
    guard !names.isEmpty else { return "" }
    return "\nOne run each of rules that draw nothing: \(names.joined(separator: ", ")).\n"
  }
}
