import MixtureEngine

/// Many runs from one starting rule: the optima that they reach.
public struct RestartsReport: Report {
  /// The data.
  public var dataSet: DataSet
  /// The plan of the runs.
  public var plan: RestartPlan
  /// The runs, with their optima.
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
    .object(
      [
        optimum.valueMember,
        .init("runs", .integer(optimum.members.count)),
        .init("share", .number(restarts.share(of: optimum))),
        .init("medianIterations", .number(optimum.medianIterations)),
        .init("status", .string(optimum.statusName)),
        .init(
          "parameters",
          MixtureParameters(of: optimum.model, over: plan.points, observed: plan.recipe.observed)
            .json
        ),
        .init("exampleSeed", .unsigned(restarts.exampleSeed(of: optimum))),
      ] + degeneracyMembers(of: optimum.model))
  }

  /// The report for people.
  public var text: String {
    let isHard = restarts.optima.all.first?.distortion != nil
    let table = TextTable(
      [
        "optimum", isHard ? "distortion" : "log-likelihood", "runs", "share", "iterations",
        "status", "seed",
      ],
      rows: restarts.optima.all.enumerated().map { number, optimum in
        [
          "\(number + 1)", optimum.valueText, "\(optimum.members.count)",
          restarts.share(of: optimum).percentage, optimum.medianIterations.fixed(0),
          optimum.tableStatus, "\(restarts.exampleSeed(of: optimum))",
        ]
      })
    let collapsed = restarts.optima.collapsedCount
    let share = (Double(collapsed) / Double(max(1, restarts.runs.count))).percentage
    return plan.heading(of: dataSet, start: plan.recipe.rule.name) + "\n" + table.flush
      + (collapsed > 0 ? "\n\(collapsed) runs collapsed (\(share)).\n" : "")
  }
}

extension Optimum {
  /// L, or J for k-means, under its name.
  var valueMember: JSON.Member {
    distortion.map { .init("distortion", .number($0)) }
      ?? .init("logLikelihood", .number(objective))
  }

  /// L, or J for k-means, for a table.
  var valueText: String {
    distortion.map { $0.significant(10) } ?? objective.fixed(6)
  }

  /// The status for a table, where twins are marked.
  var tableStatus: String { model.twins.isEmpty ? statusName : "degenerate" }

  /// The status as one word of the command line's contract.
  var statusName: String { status == .converged ? "converged" : "iterationLimit" }
}

extension RestartPlan {
  /// Data, model and runs in two lines of a report for people.
  func heading(of dataSet: DataSet, start: String) -> String {
    let last = firstSeed &+ UInt64(max(1, count) - 1)
    return """
      \(dataSet.heading)
      \(recipe.modelText), \(count) runs from \(start), \
      seeds \(firstSeed) to \(last)

      """
  }
}
