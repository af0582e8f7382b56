import MixtureEngine
import TerminalCanvas

/// The best fit of each K in columns that stay in place; the best of a column has a star.
struct ChoiceTable {
  var choice: ChoiceOfK
  /// The chosen K.
  var selection: Int
  var theme: Theme

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    frame.write(row: heads, widths: widths, y: 0, style: theme.style(.muted))
    for (row, number) in shown(rows: size.height).enumerated() {
      let fit = choice.rows[number]
      let isSelected = fit.components == selection
      let role: Role = fit.isNotFoundYet || fit.flaw != nil ? .alert : isSelected ? .value : .text
      frame.write(row: cells(of: fit), widths: widths, y: row + 1, style: theme.style(role))
      frame.write(
        "  " + remark(on: fit), x: widths.reduce(0, +), y: row + 1, style: theme.style(role))
      frame.write(isSelected ? "▸" : " ", x: 0, y: row + 1, style: theme.style(.value))
    }
    return frame
  }

  /// The K on a row, if there is one.
  func components(at row: Int, size: Size) -> Int? {
    let shown = shown(rows: size.height)
    let number = shown.startIndex + row - 1
    return shown.contains(number) ? choice.rows[number].components : nil
  }

  /// The fits that have a row, the chosen one among them.
  private func shown(rows: Int) -> Range<Int> {
    let room = max(0, rows - 1)
    let chosen = choice.rows.firstIndex { $0.components == selection } ?? 0
    let first = max(0, min(chosen - room + 1, choice.rows.count - room))
    return first..<min(choice.rows.count, first + room)
  }

  private var isHard: Bool { choice.rows.contains { $0.best?.distortion != nil } }
  private var isValidated: Bool { choice.bestOnHeldOut != nil }

  private var heads: [String] {
    ["K"] + (isHard ? ["J "] : ["L", "param.", "BIC ", "ICL "])
      + (isValidated ? ["held out "] : []) + ["runs there"]
  }

  private var widths: [Int] {
    [3] + (isHard ? [14] : [11, 7, 11, 11]) + (isValidated ? [11] : []) + [11]
  }

  private func cells(of fit: ChoiceOfK.Row) -> [String] {
    let isBestHeldOut = fit.components == choice.bestOnHeldOut
    let held = fit.heldOut.map { isHard ? $0.significant(6) : $0.fixed(4).withTrueMinus } ?? ""
    return ["\(fit.components)"] + values(of: fit)
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

  /// What should be known of a fit, if anything.
  private func remark(on fit: ChoiceOfK.Row) -> String {
    fit.best == nil
      ? "all collapsed" : fit.isNotFoundYet ? "not found yet" : fit.flaw?.rawValue ?? ""
  }
}
