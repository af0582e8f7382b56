import Foundation
import MixtureEngine

/// A comparison of several K: the best fit of each, with its criteria.
public struct ChoiceReport: TabularReport {
  /// The data.
  public var dataSet: DataSet
  /// The runs of each K; the K of the recipe means nothing.
  public var plan: RestartPlan
  /// The best fits.
  public var choice: ChoiceOfK

  /// A report on a comparison.
  public init(dataSet: DataSet, plan: RestartPlan, choice: ChoiceOfK) {
    self.dataSet = dataSet
    self.plan = plan
    self.choice = choice
  }

  private var isSoft: Bool { choice.rows.contains { $0.criteria != nil } }

  /// The report for people, with the least of each criterion named below.
  public var text: String {
    var lines = [
      dataSet.heading,
      "\(plan.recipe.modelName), "
        + "the best of \(plan.count) starts each, \(plan.recipe.startText) seeds from \(plan.firstSeed)",
      "", roundedTable.flush,
    ]
    if let bic = choice.best(by: \.bic), let aic = choice.best(by: \.aic),
      let icl = choice.best(by: \.icl)
    {
      lines.append("Least BIC: K=\(bic).  Least AIC: K=\(aic).  Least ICL: K=\(icl).")
    }
    return lines.joined(separator: "\n").trimmingCharacters(in: .newlines) + "\n"
  }

  private var roundedTable: TextTable {
    TextTable(
      isSoft
        ? [
          "K", "log-likelihood", "parameters", "BIC", "AIC", "ICL", "runs there", "collapsed",
          "seed",
        ] : ["K", "distortion", "runs there", "seed"],
      rows: choice.rows.map { row in
        let reached = "\(row.reachedCount)/\(row.runCount)"
        let seed = row.seed.map { "\($0)" } ?? ""
        guard isSoft else {
          let distortion = row.best.map { (-$0.objective).significant(10) } ?? ""
          return ["\(row.components)", distortion, reached, seed]
        }
        let criteria =
          row.criteria.map {
            [$0.logLikelihood.fixed(4), "\($0.freeParameterCount)"]
              + [$0.bic, $0.aic, $0.icl].map { $0.fixed(3) }
          } ?? ["collapsed", "", "", "", ""]
        return ["\(row.components)"] + criteria + [reached, "\(row.collapsedCount)", seed]
      })
  }

  /// The report as one JSON object, with an entry of `choices` for each K.
  public var json: JSON {
    .object(
      plan.recipe.members(over: dataSet) + [
        .init("start", .string(plan.recipe.rule.name)),
        .init("seed", .unsigned(plan.firstSeed)),
      ] + plan.recipe.startMembers + [
        .init("restarts", .integer(plan.count)),
        .init("choices", .array(choice.rows.map(entry))),
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
      [.init("components", .integer(row.components))] + value + [
        .init("seed", row.seed.map { .unsigned($0) } ?? .null),
        .init("reached", .integer(row.reachedCount)),
        .init("collapsed", .integer(row.collapsedCount)),
      ])
  }

  /// The comparison, one row for each K.
  public var table: TextTable {
    let value =
      isSoft
      ? ["log_likelihood", "free_parameters", "bic", "aic", "icl"] : ["distortion"]
    return TextTable(
      ["components"] + value + ["seed", "reached", "collapsed"],
      rows: choice.rows.map { row in
        let numbers =
          isSoft
          ? row.criteria.map {
            [
              "\($0.logLikelihood)", "\($0.freeParameterCount)", "\($0.bic)", "\($0.aic)",
              "\($0.icl)",
            ]
          } : row.best.map { ["\(-$0.objective)"] }
        return ["\(row.components)"] + (numbers ?? value.map { _ in "" })
          + [row.seed.map { "\($0)" } ?? "", "\(row.reachedCount)", "\(row.collapsedCount)"]
      })
  }
}
