import MixtureEngine
import TerminalCanvas

/// The best fit of each K in columns that stay in place; the best of a column has a star.
struct ChoiceTable {
  var choice: ChoiceOfK
  /// The chosen row, counted from 0.
  var selection: Int
  var theme: Theme

  /// The table.
  var table: RowTable {
    RowTable(
      head: RowTable.Row(cells: heads), widths: widths, count: choice.rows.count,
      selection: selection, theme: theme
    ) { number in
      let fit = choice.rows[number]
      return RowTable.Row(
        cells: cells(of: fit), last: fit.best == nil ? "all collapsed" : fit.remark,
        role: fit.isNotFoundYet || fit.flaw != nil ? .alert : .text)
    }
  }

  private var isHard: Bool { choice.rows.contains { $0.best?.distortion != nil } }
  private var isValidated: Bool { choice.bestOnHeldOut != nil }

  private var heads: [String] {
    ["  K"] + (isHard ? ["J "] : ["L", "param.", "BIC ", "ICL "])
      + (isValidated ? ["held out "] : []) + ["runs there"]
  }

  private var widths: [Int] {
    [3] + (isHard ? [14] : [11, 7, 11, 11]) + (isValidated ? [11] : []) + [10]
  }

  private func cells(of fit: ChoiceOfK.Row) -> [String] {
    let isBestHeldOut = fit.components == choice.bestOnHeldOut
    let held = fit.heldOut.map { isHard ? $0.significant(6) : $0.fixed(4).withTrueMinus } ?? ""
    let k = "\(fit.components)"
    return [String(repeating: " ", count: max(0, 3 - k.count)) + k] + values(of: fit)
      + (isValidated ? [starred(held, isBestHeldOut)] : [])
      + ["\(fit.reachedCount) of \(fit.runCount)"]
  }

  /// L, the free parameters and the criteria, or J.
  private func values(of fit: ChoiceOfK.Row) -> [String] {
    guard !isHard else {
      return [fit.best.map { (-$0.objective).significant(9) + " " } ?? ""]
    }
    guard let criteria = fit.criteria else { return ["", "", "", ""] }
    return [
      criteria.logLikelihood.fixed(3, in: 10).withTrueMinus, "\(criteria.freeParameterCount)",
      starred(criteria.bic.fixed(2, in: 9).withTrueMinus, fit.components == choice.best(by: \.bic)),
      starred(criteria.icl.fixed(2, in: 9).withTrueMinus, fit.components == choice.best(by: \.icl)),
    ]
  }

  private func starred(_ text: String, _ isBest: Bool) -> String { text + (isBest ? "*" : " ") }
}
