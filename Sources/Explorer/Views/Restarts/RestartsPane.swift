import MixtureEngine
import TerminalCanvas

/// Many runs from one starting rule: where they ended, how often, and what it looks like there.
struct RestartsPane {
  var plan: RestartPlan
  var found: Restarts?
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
    frame.paste(
      ObjectiveHistogram(restarts: found, look: look, theme: theme).frame(
        size: parts.histogram.size),
      at: parts.histogram.origin)
    frame.paste(table(of: found).frame(size: parts.table.size), at: parts.table.origin)
    drawThumbnails(of: found, in: parts.thumbnails, on: &frame)
    return frame
  }

  /// The runs in words: the histogram and the small plots show the same optima.
  var told: Told {
    var told = Told(headline) + Told(Size(width: 80, height: 1), work.frame)
    guard let found, !found.runs.isEmpty else { return told }
    told += Told(
      Size(width: 80, height: OptimaTable.height(of: found)), table(of: found).frame)
    return told
  }

  private var work: WorkLine {
    WorkLine(
      done: found?.runs.count ?? 0, planned: plan.count, unit: "runs", goesOn: goesOn,
      theme: theme)
  }

  /// The optimum at a cell of the pane, if there is one.
  func optimum(at cell: Position, size: Size) -> Int? {
    let table = parts(of: size).table
    guard let found, table.contains(cell) else { return nil }
    return self.table(of: found).optimum(at: cell.y - table.origin.y, size: table.size)
  }

  private func table(of found: Restarts) -> OptimaTable {
    OptimaTable(restarts: found, look: look, selection: selection, theme: theme)
  }

  private struct Parts {
    var headline, work, histogram, table, thumbnails: Rect
  }

  /// The smallest thumbnail that shows anything, with its caption.
  private static let thumbnail = Size(width: 24, height: 5)

  private func parts(of size: Size) -> Parts {
    var rest = Rect(size)
    let headline: Rect
    let work: Rect
    (headline, rest) = rest.split(top: 1)
    (work, rest) = rest.split(top: 1)
    let (histogram, below) = rest.split(top: min(12, max(4, size.height / 4)))
    let wanted = found.map { OptimaTable.height(of: $0) } ?? 0
    let spared = below.size.height - Self.thumbnail.height
    let (table, thumbnails) = below.split(
      top: spared >= 4 ? min(wanted, spared) : below.size.height)
    return Parts(
      headline: headline, work: work, histogram: histogram, table: table, thumbnails: thumbnails)
  }

  private var headline: String {
    let last = plan.firstSeed &+ UInt64(max(1, plan.count) - 1)
    return "\(plan.count) runs of \(plan.recipe.modelText) from "
      + "\(plan.recipe.startText), seeds \(plan.firstSeed) to \(last)"
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
