import MixtureEngine
import TerminalCanvas

/// The optima that the runs found, best first, and the runs that collapsed.
struct OptimaTable {
  var restarts: Restarts
  var look: OptimaLook
  var selection: Int
  var theme: Theme

  /// How many rows there are below the head.
  static func count(of restarts: Restarts) -> Int {
    restarts.optima.all.count + (restarts.optima.collapsedCount > 0 ? 1 : 0)
  }

  /// How many lines show everything.
  static func height(of restarts: Restarts) -> Int { 1 + count(of: restarts) }

  /// The least width that has room for the intervals of the shares.
  private static let leastForIntervals = 78

  /// The table in a place of a width.
  func table(width: Int) -> RowTable {
    let isHard = restarts.optima.all.first?.distortion != nil
    let hasIntervals = width >= Self.leastForIntervals && restarts.areDrawn
    func cells(
      _ value: String, _ runs: String, _ share: String, _ interval: String, _ rest: [String]
    ) -> [String] {
      ["", value, runs, share] + (hasIntervals ? [interval] : []) + rest
    }
    return RowTable(
      head: RowTable.Row(
        cells: cells(isHard ? "J" : "L", "runs", "share", "95 %", ["med. iter.", "seed"]),
        last: "status"),
      widths: hasIntervals ? [4, 13, 6, 7, 14, 11, 7] : [4, 13, 7, 8, 12, 8],
      count: Self.count(of: restarts), selection: selection, theme: theme
    ) { number in
      guard restarts.optima.all.indices.contains(number) else {
        let proportion = Proportion(restarts.optima.collapsedCount, of: restarts.runs.count)
        return RowTable.Row(
          cells: cells(
            "collapsed", "\(proportion.count)", proportion.share.percentage,
            proportion.interval.percentages,
            ["", restarts.exampleSeedOfCollapse.map { "\($0)" } ?? ""]),
          mark: ("×", .alert), role: .alert)
      }
      let optimum = restarts.optima.all[number]
      return RowTable.Row(
        cells: cells(
          Self.value(of: optimum), "\(optimum.members.count)",
          restarts.proportion(of: optimum).share.percentage,
          restarts.interval(of: optimum).percentages,
          [optimum.medianIterations.fixed(0), "\(restarts.exampleSeed(of: optimum))"]),
        last: optimum.flaw?.rawValue ?? Sentences.status(optimum.status),
        mark: (look.letter(number), look.role(number)))
    }
  }

  /// L, or J for k-means, as the table writes it.
  static func value(of optimum: Optimum) -> String {
    optimum.distortion.map { $0.significant(9) } ?? optimum.objective.fixed(4).withTrueMinus
  }
}

extension Double {
  /// A share as a percentage.
  var percentage: String { (self * 100).fixed(1) + "%" }
}

extension ClosedRange<Double> {
  /// Shares between two ends as percentages.
  var percentages: String {
    (lowerBound * 100).fixed(1) + Spelling.choose("–", ascii: "-") + upperBound.percentage
  }
}
