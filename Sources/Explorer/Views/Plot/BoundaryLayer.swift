import MixtureEngine
import TerminalCanvas

/// Where the most responsible component changes: the decision boundaries.
///
/// In the hard limit they are the Voronoi cells of the centres. Inside, sparse marks may say whose
/// region it is.
struct BoundaryLayer {
  var model: any LatentLabelModel
  var viewport: Viewport
  /// Whether the regions are marked, too.
  var marksRegions = false

  func draw(on frame: inout Frame, theme: Theme) {
    guard model.componentCount > 1 else { return }
    if marksRegions { drawRegions(on: &frame, theme: theme) }
    ChangeLines(viewport: viewport).draw(on: &frame, style: theme.style(.axis)) {
      model.predict($0)
    }
  }

  private func drawRegions(on frame: inout Frame, theme: Theme) {
    for y in stride(from: 1, to: viewport.size.height, by: 3) {
      for x in stride(from: 1 + y % 2 * 3, to: viewport.size.width, by: 6) {
        let place = viewport.data(at: Position(x: x, y: y))
        let owner = model.predict(Point(x: place.x, y: place.y))
        frame[x, y] = Cell(Marks.name(owner), style: theme.style(.region(owner)))
      }
    }
  }
}
