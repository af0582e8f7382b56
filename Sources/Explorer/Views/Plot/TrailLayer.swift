import MixtureEngine
import TerminalCanvas

/// The way that each mean has come, from a ring where it began.
struct TrailLayer {
  /// For each component its places, oldest first.
  var trails: [[Point]]
  var viewport: Viewport

  func draw(on frame: inout Frame, theme: Theme) {
    var canvas = BrailleCanvas(size: viewport.size, owners: trails.count)
    for (k, trail) in trails.enumerated() {
      canvas.polyline(trail.map { viewport.dot($0.x, $0.y) }, owner: k)
    }
    frame.draw(canvas, at: .zero, style: { theme.style(.trail($0.owner ?? 0)) })
    for (k, trail) in trails.enumerated() {
      guard let start = trail.first, let cell = viewport.cell(start.x, start.y) else { continue }
      frame[cell] = Cell("○", style: theme.style(.trail(k)))
    }
  }
}
