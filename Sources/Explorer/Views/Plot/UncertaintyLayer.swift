import MixtureEngine
import TerminalCanvas

/// Shades the places where the posterior is undecided: the heavier, the less it knows.
struct UncertaintyLayer {
  var model: any LatentLabelModel
  var viewport: Viewport

  func draw(on frame: inout Frame, theme: Theme) {
    guard model.criterion == .logLikelihood, model.componentCount > 1 else { return }
    for y in 0..<viewport.size.height {
      for x in 0..<viewport.size.width {
        let place = viewport.data(at: Position(x: x, y: y))
        let most = model.responsibilities(for: Point(x: place.x, y: place.y)).max() ?? 1
        guard let glyph = Self.glyph(doubt: 1 - most) else { continue }
        frame[x, y] = Cell(glyph, style: theme.style(.axis))
      }
    }
  }

  /// From one chance in a hundred that it is another component, to one in four.
  private static func glyph(doubt: Double) -> Character? {
    doubt > 0.25 ? "▓" : doubt > 0.1 ? "▒" : doubt > 0.01 ? "░" : nil
  }
}
