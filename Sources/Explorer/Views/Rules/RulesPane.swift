import MixtureEngine
import TerminalCanvas

/// Which rule leads where, and how often to the best of all.
struct RulesPane {
  var plan: RulesPlan
  var found: RuleComparison?
  var look: OptimaLook
  var goesOn: Bool
  var selection: Int
  var theme: Theme

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    let parts = parts(of: size)
    frame.write(headline, in: parts.headline, style: theme.style(.value))
    frame.paste(work.frame(size: parts.work.size), at: parts.work.origin)
    guard let found, found.runCount > 0 else { return frame }
    frame.write(verdict(of: found), in: parts.verdict, style: theme.style(.text))
    frame.paste(
      table(of: found, width: parts.table.size.width).frame(size: parts.table.size),
      at: parts.table.origin)
    frame.write(Self.remark, in: parts.remark, style: theme.style(.muted))
    return frame
  }

  /// The rules in words.
  var told: Told {
    let told = Told(headline) + Told(Size(width: 80, height: 1), work.frame)
    guard let found, found.runCount > 0 else { return told }
    return told + Told(verdict(of: found))
      + Told(Size(width: 80, height: found.rows.count + 1), table(of: found, width: 80).frame)
      + Told(Self.remark)
  }

  /// The number of the rule at a cell of the pane, if there is one.
  func rule(at cell: Position, size: Size) -> Int? {
    let area = parts(of: size).table
    guard let found, found.runCount > 0, area.contains(cell) else { return nil }
    return table(of: found, width: area.size.width)
      .number(at: cell.y - area.origin.y, size: area.size)
  }

  private func table(of found: RuleComparison, width: Int) -> RowTable {
    RuleTable(found: found, look: look, selection: selection, theme: theme).table(width: width)
  }

  private var work: WorkLine {
    WorkLine(
      done: found?.runCount ?? 0, planned: plan.runCount, unit: "runs", goesOn: goesOn,
      theme: theme)
  }

  private var headline: String {
    let last = plan.firstSeed &+ UInt64(max(1, plan.count) - 1)
    return "\(plan.count) runs of \(plan.recipe.modelText) from each rule, "
      + "seeds \(plan.firstSeed) to \(last)"
  }

  /// Why some rules have one run.
  private static let remark = "1 of 1, 0 of 1: a rule that draws nothing is run once"

  /// What the runs say; as long as some are missing, that it is said of those that there are.
  func verdict(of found: RuleComparison) -> String {
    (work.isDone ? "" : "so far: ") + comparison(of: found)
  }

  /// Which rules reach the best of all: those that draw nothing are sure to, and of the others those that
  /// do most often.
  private func comparison(of found: RuleComparison) -> String {
    guard found.best != nil else { return "Every run has collapsed." }
    let reaching = found.rows.filter { $0.bestCount > 0 }
    let sure = reaching.filter { !$0.restarts.areDrawn }.map(\.rule.name)
    let drawn = reaching.filter(\.restarts.areDrawn)
    let name = "The best, \(look.letter(0)): "
    guard !drawn.isEmpty else {
      return name + "\(Self.list(sure)) alone reach\(sure.count == 1 ? "es" : "") it"
    }
    return name + (sure.isEmpty ? "" : "from \(Self.list(sure)); else ") + Self.often(drawn)
  }

  /// Which of the rules that draw reach it most often, and how often that is.
  private static func often(_ drawn: [RuleComparison.Row]) -> String {
    let share = drawn.map(\.proportion.share).max() ?? 0
    let most = drawn.filter { $0.proportion.share == share }
    let word =
      drawn.count == 1 ? "only from" : most.count < drawn.count ? "most often from" : "from"
    let counts = most.first.map { ", \($0.proportion.count) of \($0.proportion.trials)" } ?? ""
    return "\(word) \(list(most.map(\.rule.name)))\(counts)"
  }

  /// The first of some rules, and how many there are besides.
  private static func list(_ names: [String]) -> String {
    (names.first ?? "no rule")
      + (names.count == 2
        ? " and \(names[1])" : names.count > 2 ? " and \(names.count - 1) more" : "")
  }

  private struct Parts {
    var headline, work, verdict, table, remark: Rect
  }

  private func parts(of size: Size) -> Parts {
    let (headline, afterHeadline) = Rect(size).split(top: 1)
    let (work, afterWork) = afterHeadline.split(top: 1)
    let (verdict, rest) = afterWork.split(top: 1)
    let wanted = plan.rules.count + 1
    let (table, below) = rest.split(top: min(wanted, rest.size.height))
    return Parts(
      headline: headline, work: work, verdict: verdict, table: table,
      remark: below.split(top: below.size.height > 1 ? 1 : 0).rest.split(top: 1).top)
  }
}
