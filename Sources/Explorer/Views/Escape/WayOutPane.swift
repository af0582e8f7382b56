import MixtureEngine
import TerminalCanvas

/// What is wrong with an optimum, the moves that lead out of it, and what the chosen one leads to.
struct WayOutPane {
  /// Where the moves begin, `nil` where nothing is known of any.
  var origin: WayOut?
  var found: Escapes?
  /// Why there are no moves, where there are none.
  var obstacle: String
  var goesOn: Bool
  var selection: Int
  var theme: Theme

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    guard let origin else {
      frame.write(obstacle, x: 0, y: 0, style: theme.style(.value))
      return frame
    }
    let parts = parts(of: size)
    frame.write(headline(origin), in: parts.headline, style: theme.style(.value))
    frame.paste(work(origin).frame(size: parts.work.size), at: parts.work.origin)
    guard let found, !found.attempts.isEmpty else { return frame }
    frame.write(
      verdict(of: found), in: parts.verdict,
      style: theme.style(found.reason == nil ? .text : .alert))
    frame.paste(table(of: found).frame(size: parts.table.size), at: parts.table.origin)
    drawThumbnails(from: origin, found, in: parts.thumbnails, on: &frame)
    return frame
  }

  /// The moves in words.
  var told: Told {
    guard let origin else { return Told(obstacle) }
    var told = Told(headline(origin)) + Told(Size(width: 80, height: 1), work(origin).frame)
    guard let found, !found.attempts.isEmpty else { return told }
    told += Told(verdict(of: found))
    return told
      + Told(Size(width: 80, height: found.attempts.count + 1), table(of: found).frame)
  }

  /// The number of the move at a cell of the pane, if there is one.
  func move(at cell: Position, size: Size) -> Int? {
    let area = parts(of: size).table
    guard let found, area.contains(cell) else { return nil }
    return table(of: found).number(at: cell.y - area.origin.y, size: area.size)
  }

  private func table(of found: Escapes) -> RowTable {
    MoveTable(found: found, selection: selection, theme: theme).table
  }

  private func work(_ origin: WayOut) -> WorkLine {
    WorkLine(
      done: found?.attempts.count ?? 0, planned: origin.plan.moves.count, unit: "moves",
      goesOn: goesOn, theme: theme)
  }

  private func headline(_ origin: WayOut) -> String {
    "Two components merged and one split, from the end of \(origin.recipe.modelText): "
      + MoveTable.value(origin.run.snapshot.objective, origin.run.model.criterion)
  }

  /// What is wrong with the optimum, as the best move tells it.
  private func verdict(of found: Escapes) -> String {
    guard let best = found.best else {
      return found.isComplete
        ? "No move leads to a better optimum." : "No move has led to a better optimum yet."
    }
    let gain =
      best.gain.significant(3) + (best.model.criterion == .logLikelihood ? " nats." : ".")
    return found.reason.map { "\($0.words): to mend that gains \(gain)" }
      ?? "Several moves lead to equally good optima: they gain \(gain)"
  }

  private struct Parts {
    var headline, work, verdict, table, thumbnails: Rect
  }

  /// The fewest rows of a small plot that shows anything, with its caption.
  private static let thumbnailHeight = 6

  private func parts(of size: Size) -> Parts {
    var rest = Rect(size)
    let (headline, work, verdict): (Rect, Rect, Rect)
    (headline, rest) = rest.split(top: 1)
    (work, rest) = rest.split(top: 1)
    (verdict, rest) = rest.split(top: 1)
    let wanted = (found?.attempts.count ?? 0) + 1
    let spared = rest.size.height - Self.thumbnailHeight
    let (table, thumbnails) = rest.split(
      top: spared >= 4 ? min(wanted, max(4, rest.size.height / 2)) : rest.size.height)
    return Parts(
      headline: headline, work: work, verdict: verdict, table: table, thumbnails: thumbnails)
  }

  /// Where the moves begin, and beside it where the chosen one leads.
  private func drawThumbnails(
    from origin: WayOut, _ found: Escapes, in area: Rect, on frame: inout Frame
  ) {
    guard area.size.height >= Self.thumbnailHeight, found.attempts.indices.contains(selection)
    else { return }
    let chosen = found.attempts[selection]
    let pictures: [(String, any LatentLabelModel)] = [
      ("here", origin.run.model),
      ("\(chosen.move.mergedText) merged, \(chosen.move.splitText) split", chosen.model),
    ]
    for (place, picture) in zip(area.columns(2), pictures) {
      let (caption, plot) = place.split(right: 1).rest.split(top: 1)
      frame.write(picture.0, in: caption, style: theme.style(.value))
      let thumbnail = OptimumThumbnail(
        points: origin.run.points, model: picture.1, theme: theme)
      frame.paste(thumbnail.frame(size: plot.size), at: plot.origin)
    }
  }
}

extension Escapes.Reason {
  /// What is wrong with the optimum.
  fileprivate var words: String {
    let (k, a, b) = (covering + 1, sharing[0] + 1, sharing[1] + 1)
    return areGroups
      ? "Component \(k) covers two groups, \(a) and \(b) share one"
      : "Component \(k) is better as two, \(a) and \(b) as one"
  }
}
