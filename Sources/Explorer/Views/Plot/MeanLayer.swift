import MixtureEngine
import TerminalCanvas

/// The mean of each component: its number, on top of everything.
struct MeanLayer {
  var shapes: [ComponentShape]
  var viewport: Viewport

  func draw(on frame: inout Frame, theme: Theme) {
    for (k, shape) in shapes.enumerated() where shape.outline != .everywhere {
      guard let cell = viewport.cell(shape.centre.x, shape.centre.y) else { continue }
      frame[cell] = Cell(Marks.name(k), style: theme.style(.mean(k)))
    }
  }
}
