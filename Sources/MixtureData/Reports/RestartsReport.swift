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
  /// has none. Of a rule that draws nothing there is one run, and a `note` that says so.
  public var json: JSON {
    let members: [JSON.Member] = [
      .init("runs", .integer(restarts.runs.count)),
      .init("collapsed", .integer(restarts.optima.collapsedCount)),
      .init(
        "startsFor95",
        restarts.startsForBest.map { starts in
          .object([
            .init("found", .integer(starts.found)),
            .init("most", starts.most.map { .integer($0) } ?? .null),
          ])
        } ?? .null),
      .init("optima", .array(restarts.optima.all.map(json(of:)))),
      .init("rows", .array(restarts.rows.map(json(of:)))),
    ]
    return .object(
      members + plan.recipe.startMembers + plan.recipe.algorithmMembers + plan.noteMembers)
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
        .init("share", .number(restarts.proportion(of: optimum).share)),
        .init("shareInterval", .numbers(restarts.interval(of: optimum).ends)),
        .init("medianIterations", .number(optimum.medianIterations)),
        .init("status", .string(optimum.statusName)),
        .init(
          "parameters",
          MixtureParameters(of: optimum.model, over: plan.points, observed: plan.recipe.observed)
            .json
        ),
        .init("exampleSeed", .unsigned(restarts.exampleSeed(of: optimum))),
      ] + degeneracyMembers(of: optimum.model)
        + disparityMembers(of: optimum.model, over: plan.points))
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
          restarts.proportion(of: optimum).share.percentage,
          restarts.interval(of: optimum).percentages,
          optimum.medianIterations.fixed(0), optimum.tableStatus,
          "\(restarts.exampleSeed(of: optimum))",
        ]
      })
    let collapsed = Proportion(restarts.optima.collapsedCount, of: restarts.runs.count)
    return plan.heading(of: dataSet, start: plan.recipe.startText, runs: plan.runCount) + "\n"
      + table.flush
      + (collapsed.count > 0
        ? "\n\(collapsed.count) run\(collapsed.count == 1 ? "" : "s") collapsed "
          + "(\(collapsed.share.percentage)).\n" : "") + advice
  }

  /// How many starts are enough, in a sentence, or why there is one.
  private var advice: String {
    if let note = plan.note { return "\n\(note)\n" }
    guard let starts = restarts.startsForBest else { return "" }
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

  /// The status for a table, or what is wrong with the fit.
  var tableStatus: String { flaw?.rawValue ?? statusName }

  /// The status as one word of the command line's contract.
  var statusName: String { status.word }
}

extension RestartPlan {
  /// Data, model and runs in two lines of a report for people.
  func heading(of dataSet: DataSet, start: String, runs: Int) -> String {
    let last = firstSeed &+ UInt64(max(1, runs) - 1)
    return """
      \(dataSet.heading)
      \(recipe.modelText)\(recipe.climbText), \(runs) run\(runs == 1 ? "" : "s") from \(start), \
      seed\(runs == 1 ? " \(firstSeed)" : "s \(firstSeed) to \(last)")

      """
  }
}

extension RestartPlan {
  /// Why there is one run, where the rule draws nothing.
  var note: String? {
    isDrawn
      ? nil
      : "\(recipe.rule.name) draws nothing: every seed begins the same run, so it is done once."
  }

  /// The same for programs.
  var noteMembers: [JSON.Member] { note.map { [JSON.Member("note", .string($0))] } ?? [] }
}

extension ClosedRange<Double> {
  /// Its two ends.
  fileprivate var ends: [Double] { [lowerBound, upperBound] }
}
