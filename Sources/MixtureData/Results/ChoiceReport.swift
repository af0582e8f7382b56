import Foundation
import MixtureEngine

/// What a comparison of several K has to tell: the best fit of each, and what it is worth.
public struct ChoiceReport: Sendable {
  /// The data.
  public var dataSet: DataSet
  /// What was run for each K, whose own K means nothing.
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
      "\(dataSet.name): \(dataSet.points.count) points, \(dataSet.xName) and \(dataSet.yName)",
      "\(plan.recipe.modelName), "
        + "the best of \(plan.count) starts each, \(plan.recipe.rule.name) seeds from \(plan.firstSeed)",
      "", table.text,
    ]
    if let bic = choice.best(by: \.bic), let aic = choice.best(by: \.aic),
      let icl = choice.best(by: \.icl)
    {
      lines.append("Least BIC: K=\(bic).  Least AIC: K=\(aic).  Least ICL: K=\(icl).")
    }
    return lines.joined(separator: "\n").trimmingCharacters(in: .newlines) + "\n"
  }

  private var table: TextTable {
    var table = TextTable(
      header: isSoft
        ? ["K", "log-likelihood", "free", "BIC", "AIC", "ICL", "reached", "collapsed", "seed"]
        : ["K", "distortion", "reached", "seed"])
    for row in choice.rows {
      let reached = "\(row.reachedCount)/\(row.runCount)"
      let seed = row.seed.map { "\($0)" } ?? ""
      guard isSoft else {
        let distortion = row.best.map { String(format: "%.10g", -$0.objective) } ?? ""
        table.rows.append(["\(row.components)", distortion, reached, seed])
        continue
      }
      let criteria = row.criteria
      let numbers = [criteria?.bic, criteria?.aic, criteria?.icl].map { value in
        value.map { String(format: "%.3f", $0) } ?? ""
      }
      table.rows.append(
        [
          "\(row.components)",
          criteria.map { String(format: "%.4f", $0.logLikelihood) } ?? "collapsed",
          criteria.map { "\($0.freeParameterCount)" } ?? "",
        ] + numbers + [reached, "\(row.collapsedCount)", seed])
    }
    return table
  }

  /// The report as one JSON object, with an entry of `choices` for each K.
  public var json: JSON {
    .object([
      .init("dataset", .string(dataSet.name)),
      .init("points", .integer(dataSet.points.count)),
      .init("skippedRows", .integer(dataSet.skippedRows)),
      .init("columns", .array([.string(dataSet.xName), .string(dataSet.yName)])),
      .init("model", .string(plan.recipe.kind.name)),
      .init("covariance", plan.recipe.structureName.map { .string($0) } ?? .null),
      .init("start", .string(plan.recipe.rule.name)),
      .init("seed", .unsigned(plan.firstSeed)),
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

  /// The comparison as CSV.
  public var csv: String {
    let header =
      isSoft
      ? "components,log_likelihood,free_parameters,bic,aic,icl,seed,reached,collapsed"
      : "components,distortion,seed,reached,collapsed"
    let rows = choice.rows.map { row in
      let criteria = row.criteria
      let value =
        isSoft
        ? criteria.map {
          "\($0.logLikelihood),\($0.freeParameterCount),\($0.bic),\($0.aic),\($0.icl)"
        } ?? ",,,," : row.best.map { "\(-$0.objective)" } ?? ""
      let seed = row.seed.map { "\($0)" } ?? ""
      return "\(row.components),\(value),\(seed),\(row.reachedCount),\(row.collapsedCount)"
    }
    return ([header] + rows).joined(separator: "\n") + "\n"
  }
}
