import MixtureEngine

/// A comparison of several K: the best fit of each, with its criteria.
public struct ChoiceReport: TabularReport {
  /// The data.
  public var dataSet: DataSet
  /// The runs of each K.
  public var plan: ChoicePlan
  /// The best fits.
  public var choice: ChoiceOfK

  /// A report on a comparison.
  ///
  /// - Parameters:
  ///   - dataSet: The data.
  ///   - plan: The runs of each K.
  ///   - choice: The best fits.
  public init(dataSet: DataSet, plan: ChoicePlan, choice: ChoiceOfK) {
    self.dataSet = dataSet
    self.plan = plan
    self.choice = choice
  }

  private var isSoft: Bool { choice.rows.contains { $0.criteria != nil } }
  private var isValidated: Bool { plan.validation != .none }
  private var runs: RestartPlan { plan.runs }

  private var folds: Int? {
    if case .folds(let count) = plan.validation { count } else { nil }
  }

  /// The report for people, with the least of each criterion named below.
  public var text: String {
    let judged = folds.map { ", \($0) folds" } ?? ""
    var lines = [
      dataSet.heading,
      "\(runs.recipe.modelName)\(runs.recipe.climbText), the best of \(startCount) start\(startCount == 1 ? "" : "s") each, "
        + "\(runs.recipe.startText) seeds from \(runs.firstSeed)\(judged)",
      "", roundedTable.flush,
    ]
    if let bic = choice.best(by: \.bic), let aic = choice.best(by: \.aic),
      let icl = choice.best(by: \.icl)
    {
      lines.append("Least BIC: K=\(bic).  Least AIC: K=\(aic).  Least ICL: K=\(icl).")
      lines += soundLine(bic: bic, aic: aic, icl: icl)
    }
    if let best = choice.bestOnHeldOut {
      lines.append(
        "\(isSoft ? "Greatest L" : "Least J") per point that "
          + "\(folds == nil ? "was held out" : "its fold held out"): K=\(best).")
    }
    let missing = choice.rows.filter(\.isNotFoundYet).map { "K=\($0.components)" }
    if !missing.isEmpty {
      lines.append(
        "Not found yet: \(missing.joined(separator: ", ")), worse than with fewer components; give "
          + "more --restarts.")
    }
    return lines.document
  }

  /// What the criteria say without spurious and degenerate fits, where they have taken one.
  private func soundLine(bic: Int, aic: Int, icl: Int) -> [String] {
    guard [bic, aic, icl].contains(where: { choice.flaw(of: $0) != nil }),
      let soundBIC = choice.soundBest(by: \.bic), let soundAIC = choice.soundBest(by: \.aic),
      let soundICL = choice.soundBest(by: \.icl)
    else { return [] }
    return [
      "Without spurious and degenerate fits: K=\(soundBIC), K=\(soundAIC), K=\(soundICL)."
    ]
  }

  /// How many starts each K has; a rule that draws nothing makes one.
  private var startCount: Int {
    let count = plan.rounds.last ?? 0
    return runs.isDrawn ? count : min(1, count)
  }

  private var hasRemarks: Bool { choice.rows.contains { !$0.remark.isEmpty } }

  private var roundedTable: TextTable {
    let held = isValidated ? ["held out"] : []
    let heads =
      isSoft
      ? ["K", "log-likelihood", "parameters", "BIC", "AIC", "ICL"] + held
        + ["runs there", "collapsed", "seed"]
      : ["K", "distortion"] + held + ["runs there", "seed"]
    return TextTable(
      heads + (hasRemarks ? ["remark"] : []),
      rows: choice.rows.map { row in
        let reached = "\(row.reachedCount)/\(row.runCount)"
        let seed = row.seed.map { "\($0)" } ?? ""
        let mark = hasRemarks ? [row.remark] : []
        let held =
          isValidated ? [row.heldOut.map { isSoft ? $0.fixed(4) : $0.significant(7) } ?? ""] : []
        guard isSoft else {
          let distortion = row.best.map { (-$0.objective).significant(10) } ?? ""
          return ["\(row.components)", distortion] + held + [reached, seed] + mark
        }
        let criteria =
          row.criteria.map {
            [$0.logLikelihood.fixed(4), "\($0.freeParameterCount)"]
              + [$0.bic, $0.aic, $0.icl].map { $0.fixed(3) }
          } ?? ["collapsed", "", "", "", ""]
        return ["\(row.components)"] + criteria + held
          + [reached, "\(row.collapsedCount)", seed] + mark
      })
  }

  /// The report as one JSON object, with an entry of `choices` for each K.
  public var json: JSON {
    .object(
      runs.recipe.members(over: dataSet) + [
        .init("start", .string(runs.recipe.rule.name)),
        .init("seed", .unsigned(runs.firstSeed)),
      ] + runs.recipe.startMembers + runs.recipe.algorithmMembers + [
        .init("restarts", .integer(startCount))
      ]
        + (folds.map { [.init("folds", .integer($0))] } ?? []) + [
          .init("choices", .array(choice.rows.map(entry)))
        ])
  }

  private func entry(_ row: ChoiceOfK.Row) -> JSON {
    let criteria = row.criteria
    func number(_ value: Double?) -> JSON { value.map { .number($0) } ?? .null }
    let value: [JSON.Member] =
      isSoft
      ? [
        .init("logLikelihood", number(criteria?.logLikelihood)),
        .init("freeParameters", criteria.map { .integer($0.freeParameterCount) } ?? .null),
        .init("bic", number(criteria?.bic)), .init("aic", number(criteria?.aic)),
        .init("icl", number(criteria?.icl)),
      ] : [.init("distortion", number(row.best.map { -$0.objective }))]
    return .object(
      [.init("components", .integer(row.components))] + value
        + (isValidated ? [.init("heldOut", number(row.heldOut))] : []) + [
          .init("seed", row.seed.map { .unsigned($0) } ?? .null),
          .init("reached", .integer(row.reachedCount)),
          .init("collapsed", .integer(row.collapsedCount)),
          .init("notFoundYet", .bool(row.isNotFoundYet)),
        ] + flawMembers(of: row))
  }

  /// `flaw` of a fit that is `spurious` or `degenerate`, and `sound` with the criteria of the best that is
  /// neither, `null` where there is none; nothing where nothing is wrong.
  private func flawMembers(of row: ChoiceOfK.Row) -> [JSON.Member] {
    guard let flaw = row.flaw else { return [] }
    let sound: JSON =
      row.soundCriteria.map {
        .object([
          .init("logLikelihood", .number($0.logLikelihood)), .init("bic", .number($0.bic)),
          .init("aic", .number($0.aic)), .init("icl", .number($0.icl)),
        ])
      } ?? .null
    return [.init("flaw", .string(flaw.rawValue)), .init("sound", sound)]
  }

  /// The comparison, one row for each K.
  public var table: TextTable {
    let value =
      isSoft
      ? ["log_likelihood", "free_parameters", "bic", "aic", "icl"] : ["distortion"]
    return TextTable(
      ["components"] + value + ["seed", "reached", "collapsed", "not_found_yet"]
        + (isValidated ? ["held_out"] : []) + ["flaw"],
      rows: choice.rows.map { row in
        let numbers =
          isSoft
          ? row.criteria.map {
            [
              "\($0.logLikelihood)", "\($0.freeParameterCount)", "\($0.bic)", "\($0.aic)",
              "\($0.icl)",
            ]
          } : row.best.map { ["\(-$0.objective)"] }
        let held = isValidated ? [row.heldOut.map { "\($0)" } ?? ""] : []
        return ["\(row.components)"] + (numbers ?? value.map { _ in "" })
          + [
            row.seed.map { "\($0)" } ?? "", "\(row.reachedCount)", "\(row.collapsedCount)",
            "\(row.isNotFoundYet)",
          ] + held + [row.flaw?.rawValue ?? ""]
      })
  }
}
