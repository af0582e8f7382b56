import MixtureEngine
import TerminalCanvas

/// The slow direction at a stationary point: an arrow from each mean along its part of it.
struct SlowLayer {
  /// Where each mean stands.
  var means: [Point]
  /// The way of each mean; how long all of them are together doesn't matter.
  var ways: [Point]
  var viewport: Viewport

  /// The longest arrow, as a share of the plot's smaller side in dots.
  private static let longest = 0.2
  /// An arrow shorter than this, in dots, is none.
  private static let shortest = 2.0

  func draw(on frame: inout Frame, theme: Theme) {
    let arrows = ways.map { viewport.dots(along: $0.x, $0.y) }
    let greatest = arrows.map { max(abs($0.x), abs($0.y)) }.max() ?? 0
    guard greatest > 0, greatest.isFinite else { return }
    let side = Double(min(2 * viewport.size.width, 4 * viewport.size.height))
    let scale = Self.longest * side / greatest
    var canvas = BrailleCanvas(size: viewport.size, owners: means.count)
    var heads: [(Position, Character, Int)] = []
    for (k, (mean, arrow)) in zip(means, arrows).enumerated() {
      let (dx, dy) = (arrow.x * scale, arrow.y * scale)
      guard max(abs(dx), abs(dy)) >= Self.shortest else { continue }
      let from = viewport.dot(mean.x, mean.y)
      let to = DotPoint(x: from.x + dx, y: from.y + dy)
      canvas.line(from: from, to: to, owner: k, layer: .marks)
      let head: Character =
        abs(dx) >= abs(dy) ? (dx > 0 ? "→" : "←") : (dy > 0 ? "↓" : "↑")
      let cell = Position(x: Int(to.x.rounded()) / 2, y: Int(to.y.rounded()) / 4)
      heads.append((cell, head, k))
    }
    frame.draw(canvas, at: .zero, style: { theme.style(.arrow($0.owner ?? 0)) })
    for (cell, head, k) in heads where Rect(viewport.size).contains(cell) {
      frame[cell] = Cell(head, style: theme.style(.arrow(k)))
    }
  }
}
