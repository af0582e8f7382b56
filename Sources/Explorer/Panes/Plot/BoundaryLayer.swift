import MixtureEngine
import TerminalCanvas

/// Where the most responsible component changes: the decision boundaries, in the hard limit the
/// Voronoi cells of the centres.
struct BoundaryLayer {
  var model: any LatentLabelModel
  var viewport: Viewport

  func draw(on frame: inout Frame, theme: Theme) {
    guard model.componentCount > 1 else { return }
    var canvas = BrailleCanvas(size: viewport.size, owners: 0)
    let dots = canvas.dots
    var above = [Int](repeating: -1, count: dots.width)
    for y in 0..<dots.height {
      var left = -1
      for x in 0..<dots.width {
        let place = viewport.data(at: DotPoint(x: Double(x), y: Double(y)))
        let label = model.mostResponsible(for: Point(x: place.x, y: place.y))
        if (left >= 0 && left != label) || (above[x] >= 0 && above[x] != label) {
          canvas.set(x, y, layer: .background)
        }
        left = label
        above[x] = label
      }
    }
    frame.draw(canvas, at: .zero, style: { _ in theme.style(.axis) })
  }
}
