import MixtureEngine
import TerminalCanvas

/// The rules, in the order of their menu: the best that each finds, and how often it reaches the best of
/// all.
struct RuleTable {
  var found: RuleComparison
  var look: OptimaLook
  var selection: Int
  var theme: Theme

  /// The least width that has room for the intervals of the shares, too.
  private static let leastForIntervals = 92
  /// What the word for a flaw takes.
  private static let flawWidth = 10
  /// How long the bar of all runs is at least, and at most.
  private static let barWidths = 5...10

  /// The table in a place of a width.
  func table(width: Int) -> RowTable {
    let hasFlaws = found.rows.contains { $0.best?.flaw != nil }
    let room = width - (hasFlaws ? Self.flawWidth : 0)
    let hasIntervals = room >= Self.leastForIntervals
    let (first, last) = ([27, 13, 8], (hasIntervals ? [14] : []) + [6, 5])
    // A word stands two columns behind the last one, and a bar two behind the share.
    let barWidth = min(room - (first + last).reduce(4, +), Self.barWidths.upperBound)
    let hasBars = barWidth >= Self.barWidths.lowerBound
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
      widths: first + (hasBars ? [barWidth + 2] : []) + last,
      count: found.rows.count, selection: selection, theme: theme
    ) { number in
      let row = found.rows[number]
      let name = "    \(row.rule.name)"
      guard !row.restarts.runs.isEmpty else { return RowTable.Row(cells: [name], role: .muted) }
      let collapsed = row.restarts.optima.collapsedCount
      return RowTable.Row(
        cells: cells(
          [name, row.best.map { OptimaTable.value(of: $0) } ?? "collapsed", share(of: row)],
          bar: row.restarts.areDrawn ? bar(row.proportion.share, width: barWidth) : "",
          interval: row.restarts.areDrawn ? row.proportion.interval.percentages : "",
          [row.medianIterations.fixed(0), "\(collapsed)"]),
        last: row.best?.flaw?.rawValue ?? "",
        mark: row.bestNumber.map { (look.letter($0), look.role($0)) } ?? ("×", .alert),
        role: row.best == nil ? .alert : .text)
    }
  }

  /// How often a rule reaches the best of all.
  private func share(of row: RuleComparison.Row) -> String {
    row.restarts.areDrawn
      ? row.proportion.share.percentage : "\(row.bestCount) of \(row.restarts.runs.count)"
  }

  private func bar(_ share: Double, width: Int) -> String {
    guard width > 0 else { return "" }
    let filled = share > 0 ? max(1, Int((share * Double(width)).rounded())) : 0
    return String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
  }
}
