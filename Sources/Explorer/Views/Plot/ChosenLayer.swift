import MixtureEngine
import TerminalCanvas

/// Brackets around the point that is looked at.
struct ChosenLayer {
  var point: Point
  var viewport: Viewport

  func draw(on frame: inout Frame, theme: Theme) {
    guard let cell = viewport.cell(point.x, point.y) else { return }
    frame[cell.x - 1, cell.y] = Cell("[", style: theme.style(.key))
    frame[cell.x + 1, cell.y] = Cell("]", style: theme.style(.key))
  }
}
