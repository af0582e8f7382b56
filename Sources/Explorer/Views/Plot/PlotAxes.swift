import MixtureEngine
import TerminalCanvas

/// The frame of a plot: which part of the plane it shows, with ticks and the coordinates' names.
struct PlotAxes {
  private let axes: Axes

  /// Axes for some points in a pane of a size; the row above is kept for names.
  init(points: PointSet, size: Size, zoom: Zoom = Zoom()) {
    let (lower, upper) = points.bounds
    let (x, y) = (lower.x...upper.x, lower.y...upper.y)
    let aspect: Viewport.Aspect = Self.areComparable(x, y) ? .equal : .fitted
    axes = Axes(size: Rect(size).split(top: 1).rest.size) { plot in
      zoom.applied(to: Viewport(x: x, y: y, size: plot, aspect: aspect, margin: 0.04))
    }
  }

  /// From data to dots.
  var viewport: Viewport { axes.viewport }

  /// The cells inside the axes.
  var area: Rect {
    Rect(
      origin: Position(x: axes.plot.origin.x, y: axes.plot.origin.y + 1), size: axes.plot.size)
  }

  /// Two ranges are drawn to one scale when neither would be squeezed to a line.
  private static func areComparable(_ x: ClosedRange<Double>, _ y: ClosedRange<Double>) -> Bool {
    let dx = x.upperBound - x.lowerBound
    let dy = y.upperBound - y.lowerBound
    return dx.isFinite && dy.isFinite && dx < 3 * dy && dy < 3 * dx
  }

  /// Draws lines, ticks, labels and the names of the coordinates.
  func draw(on frame: inout Frame, xName: String, yName: String, theme: Theme) {
    axes.draw(on: &frame, at: Position(x: 0, y: 1), style: theme.style(.axis))
    let names = theme.style(.muted)
    let top = Rect(x: 0, y: 0, width: frame.size.width, height: 1)
    frame.write(yName, in: top, style: names)
    if viewport.aspect == .fitted {
      frame.write(" scales differ", in: top.split(right: 14).right, style: names)
    }
    let name = " \(xName) ".truncated(to: area.size.width - 4)
    frame.write(
      name, x: frame.size.width - DisplayWidth.of(name) - 1, y: area.rows.upperBound, style: names)
  }
}
