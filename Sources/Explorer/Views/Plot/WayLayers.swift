import MixtureEngine
import TerminalCanvas

/// The way that each mean has come, from a cross where it began.
struct TrailLayer {
  /// For each component its places, oldest first.
  var trails: [Path]
  var viewport: Viewport

  func draw(on frame: inout Frame, theme: Theme) {
    var canvas = BrailleCanvas(size: viewport.size, owners: trails.count)
    for (k, trail) in trails.enumerated() {
      canvas.polyline(
        trail.thinned(on: viewport).map { viewport.dot($0.x, $0.y) }, owner: k)
    }
    frame.draw(canvas, at: .zero, style: { theme.style(.trail($0.owner ?? 0)) })
    for (k, trail) in trails.enumerated() {
      guard let start = trail.points.first, let cell = viewport.cell(start.x, start.y) else {
        continue
      }
      frame[cell] = Cell(Marks.left, style: theme.style(.trail(k)))
    }
  }
}

/// The way of each mean in an M-step: a cross where it was, a line to where it goes.
struct ArrowLayer {
  /// The old and the new place of each mean, by component.
  var moves: [ComponentUpdate]
  var viewport: Viewport

  func draw(on frame: inout Frame, theme: Theme) {
    var canvas = BrailleCanvas(size: viewport.size, owners: moves.count)
    for (k, move) in moves.enumerated() {
      canvas.line(
        from: viewport.dot(move.before.centre.x, move.before.centre.y),
        to: viewport.dot(move.after.centre.x, move.after.centre.y), owner: k, layer: .marks)
    }
    frame.draw(canvas, at: .zero, style: { theme.style(.arrow($0.owner ?? 0)) })
    for (k, move) in moves.enumerated() {
      let (old, new) = (move.before.centre, move.after.centre)
      let from = viewport.cell(old.x, old.y)
      let to = viewport.cell(new.x, new.y)
      if let from { frame[from] = Cell(Marks.left, style: theme.style(.arrow(k))) }
      if let to, to != from { frame[to] = Cell("◎", style: theme.style(.arrow(k))) }
    }
  }
}
