import MixtureEngine
import TerminalCanvas

/// Lines where a whole number that belongs to each place of the plane changes.
struct ChangeLines {
  var viewport: Viewport

  /// Draws the lines of a number.
  func draw(on frame: inout Frame, style: Style, number: (Point) -> Int) {
    var canvas = BrailleCanvas(size: viewport.size, owners: 0)
    let dots = canvas.dots
    var above = [Int?](repeating: nil, count: dots.width)
    for y in 0..<dots.height {
      var left: Int?
      for x in 0..<dots.width {
        let place = viewport.data(at: DotPoint(x: Double(x), y: Double(y)))
        let here = number(Point(x: place.x, y: place.y))
        if (left ?? here) != here || (above[x] ?? here) != here {
          canvas.set(x, y, layer: .background)
        }
        left = here
        above[x] = here
      }
    }
    frame.draw(canvas, at: .zero, style: { _ in style })
  }
}
