import MixtureEngine
import TerminalCanvas

/// What the best fit of each K is worth: charts against K above, the numbers below.
struct ChoicePane {
  var plan: ChoicePlan
  var found: ChoiceOfK?
  var goesOn: Bool
  /// The chosen row, counted from 0.
  var selection: Int
  var theme: Theme

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    let parts = parts(of: size)
    frame.write(headline, in: parts.headline, style: theme.style(.value))
    frame.paste(work.frame(size: parts.work.size), at: parts.work.origin)
    guard let found, !found.rows.isEmpty else { return frame }
    frame.write(
      verdict(of: found), in: parts.verdict,
      style: theme.style(found.rows.contains(where: \.isNotFoundYet) ? .alert : .value))
    let charts = ChoiceChart.all(of: found)
    for (place, chart) in zip(parts.charts.columns(charts.count), charts) {
      let area = place.split(right: 1).rest
      frame.paste(
        chart.frame(over: plan.range, selection: chosenK(of: found), size: area.size, theme: theme),
        at: area.origin)
    }
    frame.paste(table(of: found).frame(size: parts.table.size), at: parts.table.origin)
    return frame
  }

  /// The choice in words: the charts show the numbers of the table.
  var told: Told {
    let told = Told(headline) + Told(Size(width: 80, height: 1), work.frame)
    guard let found, !found.rows.isEmpty else { return told }
    return told + Told(verdict(of: found))
      + Told(Size(width: 80, height: found.rows.count + 1), table(of: found).frame)
  }

  /// The number of the row at a cell of the pane, if there is one.
  func row(at cell: Position, size: Size) -> Int? {
    let area = parts(of: size).table
    guard let found, area.contains(cell) else { return nil }
    return table(of: found).number(at: cell.y - area.origin.y, size: area.size)
  }

  private func table(of found: ChoiceOfK) -> RowTable {
    ChoiceTable(choice: found, selection: selection, theme: theme).table
  }

  /// K of the chosen row.
  private func chosenK(of found: ChoiceOfK) -> Int {
    found.rows[min(max(0, selection), found.rows.count - 1)].components
  }

  private var work: WorkLine {
    let (done, planned) =
      found.map(plan.progress) ?? (0, plan.range.count * (plan.rounds.last ?? 0))
    return WorkLine(done: done, planned: planned, unit: "runs", goesOn: goesOn, theme: theme)
  }

  private var headline: String {
    "\(plan.runs.recipe.modelName)\(plan.runs.recipe.climbText), K = \(plan.range.lowerBound) to \(plan.range.upperBound): "
      + "the best of many starts, \(plan.runs.recipe.startText) seeds from \(plan.runs.firstSeed)"
  }

  /// What the fits say; as long as some are missing, that it is said of those that there are.
  private func verdict(of found: ChoiceOfK) -> String {
    (work.isDone ? "" : "so far: ") + choice(by: found)
  }

  /// Which K is best by what, and which of them is not to be trusted yet.
  private func choice(by found: ChoiceOfK) -> String {
    var parts: [String] = []
    if let bic = found.best(by: \.bic), let icl = found.best(by: \.icl) {
      parts +=
        bic == icl ? ["BIC and ICL choose K = \(bic)"] : ["BIC chooses K = \(bic), ICL \(icl)"]
    }
    if let best = found.bestOnHeldOut {
      parts.append(
        parts.isEmpty ? "the held-out points choose K = \(best)" : "the held-out points K = \(best)"
      )
    }
    parts += reservation(about: found)
    let missing = found.rows.filter(\.isNotFoundYet).map { "\($0.components)" }
    if !missing.isEmpty { parts.append("not found yet: K = \(missing.joined(separator: ", "))") }
    return parts.isEmpty
      ? "J falls with every K: look for where it hardly falls any more."
      : parts.joined(separator: "; ")
  }

  /// Which of the K that are chosen have a fit that is worth less than it looks, and what BIC and ICL choose
  /// without such fits.
  private func reservation(about found: ChoiceOfK) -> [String] {
    let criteria = [
      (found.best(by: \.bic), found.soundBest(by: \.bic)),
      (found.best(by: \.icl), found.soundBest(by: \.icl)),
    ]
    let chosen = Set((criteria.map(\.0) + [found.bestOnHeldOut]).compactMap(\.self)).sorted()
    let flaws = chosen.compactMap { k in
      found.flaw(of: k).map { "K = \(k) is \($0.rawValue)" }
    }
    guard !flaws.isEmpty else { return [] }
    let sound = Set(
      criteria.compactMap { best, sound in best.flatMap(found.flaw(of:)) == nil ? nil : sound }
    ).sorted().map { "\($0)" }
    let others = sound.isEmpty ? "" : ", else K = \(sound.joined(separator: " or "))"
    return ["but \(flaws.joined(separator: " and "))\(others)"]
  }

  private struct Parts {
    var headline, work, verdict, charts, table: Rect
  }

  /// The fewest rows of a chart that shows anything, with its caption.
  private static let chartHeight = 6

  private func parts(of size: Size) -> Parts {
    var rest = Rect(size)
    let (headline, work, verdict): (Rect, Rect, Rect)
    (headline, rest) = rest.split(top: 1)
    (work, rest) = rest.split(top: 1)
    (verdict, rest) = rest.split(top: 1)
    let wanted = plan.range.count + 1
    let spared = max(rest.size.height - wanted, min(Self.chartHeight, rest.size.height - 6))
    let (charts, table) = rest.split(top: spared >= Self.chartHeight ? spared : 0)
    return Parts(headline: headline, work: work, verdict: verdict, charts: charts, table: table)
  }
}
