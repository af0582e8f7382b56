import MixtureEngine
import TerminalCanvas

/// The frame of a plot: which part of the plane it shows, with ticks and the coordinates' names.
struct PlotAxes {
  private let axes: Axes

  /// Axes for some points in a pane of a size; the row above is kept for names.
  init(points: PointSet, size: Size) {
    let x = Self.range(points.xs)
    let y = Self.range(points.ys)
    let aspect: Viewport.Aspect = Self.areComparable(x, y) ? .equal : .fitted
    axes = Axes(x: x, y: y, size: Rect(size).split(top: 1).rest.size, aspect: aspect, margin: 0.04)
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

  private static func range(_ values: [Double]) -> ClosedRange<Double> {
    guard var low = values.first else { return 0...1 }
    var high = low
    for value in values {
      low = min(low, value)
      high = max(high, value)
    }
    return low...high
  }

  /// Draws lines, ticks, labels and the names of the coordinates.
  func draw(on frame: inout Frame, xName: String, yName: String, theme: Theme) {
    axes.draw(on: &frame, at: Position(x: 0, y: 1), style: theme.style(.axis))
    let names = theme.style(.muted)
    let top = Rect(x: 0, y: 0, width: frame.size.width, height: 1)
    frame.write(yName, in: top, style: names)
    if viewport.aspect == .fitted {
      frame.write(" axes fitted", in: top.split(right: 12).right, style: names)
    }
    let name = " \(xName) ".truncated(to: area.size.width / 2)
    frame.write(
      name, x: frame.size.width - DisplayWidth.of(name) - 1, y: area.rows.upperBound, style: names)
  }
}
