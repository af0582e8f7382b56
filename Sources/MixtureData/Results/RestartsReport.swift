import MixtureEngine

/// What many runs from one starting rule have to tell.
public struct RestartsReport: Sendable {
  /// The data.
  public var dataSet: DataSet
  /// What was run.
  public var plan: RestartPlan
  /// What it came to.
  public var restarts: Restarts

  /// A report on runs.
  public init(dataSet: DataSet, plan: RestartPlan, restarts: Restarts) {
    self.dataSet = dataSet
    self.plan = plan
    self.restarts = restarts
  }

  /// The report as one JSON object: `runs`, `collapsed` and `optima`, best first.
  ///
  /// `share` is of all runs, collapsed ones included. k-means has a `distortion` in the place of
  /// `logLikelihood`.
  public var json: JSON {
    .object([
      .init("runs", .integer(restarts.runs.count)),
      .init("collapsed", .integer(restarts.optima.collapsedCount)),
      .init("optima", .array(restarts.optima.all.map(json(of:)))),
    ])
  }

  private func json(of optimum: Optimum) -> JSON {
    .object([
      optimum.valueMember,
      .init("runs", .integer(optimum.members.count)),
      .init("share", .number(restarts.share(of: optimum))),
      .init("medianIterations", .number(optimum.medianIterations)),
      .init("status", .string(optimum.statusName)),
      .init(
        "parameters",
        MixtureParameters(of: optimum.model, over: plan.points, observed: plan.recipe.observed).json
      ),
      .init("exampleSeed", .unsigned(restarts.exampleSeed(of: optimum))),
    ])
  }

  /// The report for people.
  public var text: String {
    let isHard = restarts.optima.all.first?.distortion != nil
    var table = TextTable(
      header: [
        "optimum", isHard ? "distortion" : "log-likelihood", "runs", "share", "iterations",
        "status", "seed",
      ])
    for (number, optimum) in restarts.optima.all.enumerated() {
      table.rows.append([
        "\(number + 1)", optimum.valueText, "\(optimum.members.count)",
        restarts.share(of: optimum).percentText, optimum.medianIterations.wholeText,
        optimum.statusName, "\(restarts.exampleSeed(of: optimum))",
      ])
    }
    let collapsed = restarts.optima.collapsedCount
    let share = (Double(collapsed) / Double(max(1, restarts.runs.count))).percentText
    return plan.heading(of: dataSet, start: plan.recipe.rule.name) + "\n" + table.text
      + (collapsed > 0 ? "\n\(collapsed) runs collapsed (\(share)).\n" : "")
  }
}
