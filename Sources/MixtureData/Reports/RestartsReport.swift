import MixtureEngine

/// Many runs from one starting rule: the optima that they reach.
public struct RestartsReport: TabularReport {
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

  /// The report as one JSON object: `runs`, `collapsed`, `startsFor95`, `optima`, best first, and
  /// `rows`, one for each run.
  ///
  /// `share` is of all runs, collapsed ones included, and `shareInterval` what chances agree with it
  /// at 95 %. `startsFor95` is how many starts reach the best optimum at least once with a chance of
  /// 95 %, at the share that was found and at the least that agrees with it. k-means has a
  /// `distortion` in the place of `logLikelihood`. Optima are counted from 1; a run that collapsed
  /// has none.
  public var json: JSON {
    .object(
      [
        .init("runs", .integer(restarts.runs.count)),
        .init("collapsed", .integer(restarts.optima.collapsedCount)),
        .init(
          "startsFor95",
          startsForBest.map { starts in
            .object([
              .init("found", .integer(starts.found)),
              .init("most", starts.most.map { .integer($0) } ?? .null),
            ])
          } ?? .null),
        .init("optima", .array(restarts.optima.all.map(json(of:)))),
        .init("rows", .array(restarts.rows.map(json(of:)))),
      ] + plan.recipe.startMembers)
  }

  /// How many starts reach the best optimum with a chance of 95 %.
  private var startsForBest: (found: Int, most: Int?)? {
    guard let best = restarts.optima.all.first else { return nil }
    let proportion = restarts.proportion(of: best)
    return Proportion.trialsForNineteenInTwenty(at: proportion.share).map {
      ($0, Proportion.trialsForNineteenInTwenty(at: proportion.interval.lowerBound))
    }
  }

  private func json(of row: MixtureEngine.Restarts.Row) -> JSON {
    .object([
      .init("seed", .unsigned(row.seed)),
      .init(isHard ? "distortion" : "logLikelihood", .number(row.value)),
      .init("iterations", .integer(row.iterations)),
      .init("startIterations", .integer(row.startIterations)),
      .init("status", .string(row.status.word)),
      .init("optimum", row.optimum.map { .integer($0 + 1) } ?? .null),
    ])
  }

  /// One row for each run; `optimum` is empty where it collapsed.
  public var table: TextTable {
    let rows = restarts.rows
    return TextTable(
      ["seed", isHard ? "distortion" : "log_likelihood", "iterations", "status", "optimum"],
      count: rows.count
    ) {
      let row = rows[$0]
      return [
        "\(row.seed)", "\(row.value)", "\(row.iterations)", row.status.word,
        row.optimum.map { "\($0 + 1)" } ?? "",
      ]
    }
  }

  private var isHard: Bool { restarts.rows.first?.criterion == .distortion }

  private func json(of optimum: Optimum) -> JSON {
    .object(
      [
        optimum.valueMember,
        .init("runs", .integer(optimum.members.count)),
        .init("share", .number(restarts.share(of: optimum))),
        .init("shareInterval", .numbers(restarts.proportion(of: optimum).interval.ends)),
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
    let table = TextTable(
      [
        "optimum", isHard ? "distortion" : "log-likelihood", "runs", "share", "95 % interval",
        "iterations", "status", "seed",
      ],
      rows: restarts.optima.all.enumerated().map { number, optimum in
        [
          "\(number + 1)", optimum.valueText, "\(optimum.members.count)",
          restarts.share(of: optimum).percentage, interval(of: optimum),
          optimum.medianIterations.fixed(0), optimum.tableStatus,
          "\(restarts.exampleSeed(of: optimum))",
        ]
      })
    let collapsed = restarts.optima.collapsedCount
    let share = (Double(collapsed) / Double(max(1, restarts.runs.count))).percentage
    return plan.heading(of: dataSet, start: plan.recipe.startText) + "\n" + table.flush
      + (collapsed > 0 ? "\n\(collapsed) runs collapsed (\(share)).\n" : "") + advice
  }

  private func interval(of optimum: Optimum) -> String {
    restarts.proportion(of: optimum).interval.ends.map { ($0 * 100).fixed(1) }
      .joined(separator: "–") + "%"
  }

  /// How many starts are enough, in a sentence.
  private var advice: String {
    guard let starts = startsForBest else { return "" }
    let most =
      starts.most.map { $0 > starts.found ? ", and at most \($0) by its interval" : "" } ?? ""
    return """

      The best optimum is reached at least once with a chance of 95 % by \(starts.found) \
      start\(starts.found == 1 ? "" : "s") at this share\(most).

      """
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
  var statusName: String { status.word }
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

extension ClosedRange<Double> {
  /// Its two ends.
  fileprivate var ends: [Double] { [lowerBound, upperBound] }
}
