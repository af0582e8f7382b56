import MixtureEngine
import TerminalCanvas

/// The rules, in the order of their menu: the best that each finds, and how often it reaches the best of
/// all.
struct RuleTable {
  var found: RuleComparison
  var look: OptimaLook
  var selection: Int
  var theme: Theme

  /// The least widths that have room for the bars, and for the intervals of the shares, too.
  private static let leastForBars = 74
  private static let leastForIntervals = 92
  /// How long the bar of all runs is.
  private static let barWidth = 10

  /// The table in a place of a width.
  func table(width: Int) -> RowTable {
    let hasBars = width >= Self.leastForBars
    let hasIntervals = width >= Self.leastForIntervals
    func cells(
      _ first: [String], bar: String, interval: String, _ rest: [String]
    ) -> [String] {
      first + (hasBars ? [bar] : []) + (hasIntervals ? [interval] : []) + rest
    }
    let isHard = found.best?.distortion != nil
    return RowTable(
      head: RowTable.Row(
        cells: cells(
          ["    rule", isHard ? "best J" : "best L", "reach \(look.letter(0))"], bar: "",
          interval: "95 %", ["iter.", "×"])),
      widths: [27, 13, 8] + (hasBars ? [Self.barWidth + 2] : []) + (hasIntervals ? [14] : [])
        + [6, 5],
      count: found.rows.count, selection: selection, theme: theme
    ) { number in
      let row = found.rows[number]
      let name = "    \(row.rule.name)"
      guard !row.restarts.runs.isEmpty else { return RowTable.Row(cells: [name], role: .muted) }
      let collapsed = row.restarts.optima.collapsedCount
      return RowTable.Row(
        cells: cells(
          [name, row.best.map { OptimaTable.value(of: $0) } ?? "collapsed", share(of: row)],
          bar: row.restarts.areDrawn ? bar(row.proportion.share) : "",
          interval: row.restarts.areDrawn ? row.proportion.interval.percentages : "",
          [row.medianIterations.fixed(0), "\(collapsed)"]),
        mark: row.bestNumber.map { (look.letter($0), look.role($0)) } ?? ("×", .alert),
        role: row.best == nil ? .alert : .text)
    }
  }

  /// How often a rule reaches the best of all.
  private func share(of row: RuleComparison.Row) -> String {
    row.restarts.areDrawn
      ? row.proportion.share.percentage : "\(row.bestCount) of \(row.restarts.runs.count)"
  }

  private func bar(_ share: Double) -> String {
    let filled = share > 0 ? max(1, Int((share * Double(Self.barWidth)).rounded())) : 0
    return String(repeating: "█", count: filled)
      + String(repeating: "░", count: Self.barWidth - filled)
  }
}
