import MixtureEngine
import TerminalCanvas

/// Many runs from one starting rule: where they ended, how often, and what it looks like there.
struct RestartsPane {
  var plan: RestartPlan
  var found: Restarts?
  /// The ways of some of the runs, where their curves are shown.
  var traces: RunTraces?
  /// Whether the curves are shown; where there is room, beside the histogram.
  var showsCurves: Bool
  var look: OptimaLook
  var goesOn: Bool
  var selection: Int
  /// The model whose clusters give the small plots their numbers and colours; the best optimum's by
  /// default.
  var reference: (any LatentLabelModel)?
  var theme: Theme

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    let parts = parts(of: size)
    frame.write(headline, in: parts.headline, style: theme.style(.value))
    frame.paste(work.frame(size: parts.work.size), at: parts.work.origin)
    guard let found, !found.runs.isEmpty else { return frame }
    frame.write(advice(of: found), in: parts.advice, style: theme.style(.text))
    let curves = CurvesChart(
      restarts: found, traces: traces?.all ?? [], look: look, selection: selection, theme: theme)
    frame.paste(curves.frame(size: parts.curves.size), at: parts.curves.origin)
    frame.paste(
      ObjectiveHistogram(restarts: found, look: look, theme: theme).frame(
        size: parts.histogram.size),
      at: parts.histogram.origin)
    frame.paste(
      table(of: found, width: parts.table.size.width).frame(size: parts.table.size),
      at: parts.table.origin)
    drawThumbnails(of: found, in: parts.thumbnails, on: &frame)
    return frame
  }

  /// The runs in words: the histogram and the small plots show the same optima.
  var told: Told {
    var told = Told(headline) + Told(Size(width: 80, height: 1), work.frame)
    guard let found, !found.runs.isEmpty else { return told }
    told += Told(advice(of: found))
    return told
      + Told(
        Size(width: 80, height: OptimaTable.height(of: found)), table(of: found, width: 80).frame)
  }

  private var work: WorkLine {
    if showsCurves, let found, found.isComplete, !(traces?.isComplete ?? false) {
      let planned = traces?.seeds.count ?? min(found.planned, ShownRuns.mostCurves)
      return WorkLine(
        done: traces?.all.count ?? 0, planned: planned, unit: "curves", goesOn: goesOn,
        theme: theme)
    }
    return WorkLine(
      done: found?.runs.count ?? 0, planned: plan.runCount,
      unit: plan.runCount == 1 ? "run" : "runs", goesOn: goesOn, theme: theme)
  }

  /// How many starts are enough, or why there is one.
  private func advice(of found: Restarts) -> String {
    guard found.areDrawn else {
      return "\(plan.recipe.rule.name) draws nothing: "
        + "every seed begins this run, so it is done once"
    }
    guard let starts = found.startsForBest else { return "" }
    let most = starts.most.flatMap { $0 > starts.found ? " (at most \($0))" : nil } ?? ""
    let reaching = starts.found == 1 ? "1 start reaches" : "\(starts.found) starts reach"
    return "\(reaching) \(look.letter(0)) at least once with a chance of 95 %\(most)"
  }

  /// The row of the table at a cell of the pane, if there is one.
  func row(at cell: Position, size: Size) -> Int? {
    let area = parts(of: size).table
    guard let found, area.contains(cell) else { return nil }
    return table(of: found, width: area.size.width)
      .number(at: cell.y - area.origin.y, size: area.size)
  }

  private func table(of found: Restarts, width: Int) -> RowTable {
    OptimaTable(restarts: found, look: look, selection: selection, theme: theme)
      .table(width: width)
  }

  /// Whether a place has room for the histogram and the curves side by side.
  static func hasRoomForBoth(_ size: Size) -> Bool { size.width >= 96 && size.height >= 24 }

  private struct Parts {
    var headline, work, advice, histogram, curves, table, thumbnails: Rect
  }

  /// The smallest thumbnail that shows anything, with its caption.
  private static let thumbnail = Size(width: 24, height: 5)

  private func parts(of size: Size) -> Parts {
    let (headline, afterHeadline) = Rect(size).split(top: 1)
    let (work, afterWork) = afterHeadline.split(top: 1)
    let (advice, rest) = afterWork.split(top: 1)
    let wanted = found.map { OptimaTable.height(of: $0) } ?? 0
    let none = Rect(origin: rest.origin, size: Size(width: 0, height: 0))
    func parts(_ histogram: Rect, _ curves: Rect, _ table: Rect, _ thumbnails: Rect) -> Parts {
      Parts(
        headline: headline, work: work, advice: advice, histogram: histogram, curves: curves,
        table: table, thumbnails: thumbnails)
    }
    if showsCurves, !Self.hasRoomForBoth(size) {
      let least = min(wanted, 4)
      let (curves, table) = rest.split(
        top: max(rest.size.height - wanted, min(Self.leastCurves, rest.size.height - least)))
      return parts(none, curves, table, none)
    }
    let (band, below) = rest.split(
      top: showsCurves
        ? min(20, max(Self.leastCurves, rest.size.height * 2 / 5))
        : min(12, max(4, size.height / 4)))
    let spared = below.size.height - Self.thumbnail.height
    let (table, thumbnails) = below.split(
      top: spared >= 4 ? min(wanted, spared) : below.size.height)
    guard showsCurves else { return parts(band, none, table, thumbnails) }
    let (histogram, curves) = band.split(left: band.size.width * 2 / 5)
    return parts(histogram, curves.split(left: 2).rest, table, thumbnails)
  }

  /// The fewest lines of curves that can be read.
  private static let leastCurves = 10

  private var headline: String {
    let recipe = plan.recipe
    let runs = "\(recipe.modelText)\(recipe.climbText) from \(recipe.startText)"
    guard plan.runCount > 1 else { return "1 run of \(runs)" }
    let last = plan.firstSeed &+ UInt64(plan.runCount - 1)
    return "\(plan.runCount) runs of \(runs), seeds \(plan.firstSeed) to \(last)"
  }

  /// Small plots side by side, the chosen optimum's among them.
  private func drawThumbnails(of found: Restarts, in area: Rect, on frame: inout Frame) {
    let optima = found.optima.all
    let count = min(optima.count, max(1, area.size.width / Self.thumbnail.width))
    guard count > 0, area.size.height >= Self.thumbnail.height else { return }
    let first = max(0, min(selection - count + 1, optima.count - count))
    let clusters = ClusterNumbers(like: reference ?? optima[0].model, over: plan.points)
    for (place, number) in zip(area.columns(count), first..<first + count) {
      let (caption, plot) = place.split(right: 1).rest.split(top: 1)
      let isSelected = number == selection
      frame.write(
        (isSelected ? "▸ " : "  ")
          + "\(look.letter(number))  \(OptimaTable.value(of: optima[number]))",
        in: caption, style: theme.style(isSelected ? .value : look.role(number)))
      let thumbnail = OptimumThumbnail(
        points: plan.points, model: optima[number].model, theme: theme)
      let numbers = clusters.numbers(of: optima[number].model)
      frame.paste(
        ComponentNumbers.$current.withValue(numbers) { thumbnail.frame(size: plot.size) },
        at: plot.origin)
    }
  }
}
