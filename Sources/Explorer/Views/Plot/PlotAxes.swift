import MixtureEngine
import TerminalCanvas

/// The frame of a plot: which part of the plane it shows, with ticks and the coordinates' names.
struct PlotAxes {
  private let axes: Axes
  /// Whether what is as long on both axes is a standard deviation, and not a unit.
  private let isStandardized: Bool
  /// Whether the second coordinate is none, but the rows of ``LineRows``.
  private let isLine: Bool

  /// Axes for some points in a pane of a size; the row above is kept for names.
  ///
  /// - Parameters:
  ///   - points: The points.
  ///   - isPair: Whether both axes are the line that the points are on, as for two means.
  ///   - others: Further points that have to be in view, if there are any.
  ///   - size: The pane's size.
  ///   - zoom: Which part of the plane is looked at.
  ///   - aspect: How the two directions are scaled; `nil` for one scale where that leaves enough of
  ///     the plot to the points.
  init(
    points: PointSet, isPair: Bool = false, beside others: PointSet? = nil, size: Size,
    zoom: Zoom = Zoom(),
    aspect: Viewport.Aspect? = nil
  ) {
    let (lower, upper) = points.bounds
    let (low, high) = others?.bounds ?? (lower, upper)
    let x = min(lower.x, low.x)...max(upper.x, high.x)
    let y = isPair ? x : min(lower.y, low.y)...max(upper.y, high.y)
    let scale = points.standardization.scale
    let unit = isPair ? Point(x: scale.x, y: scale.x) : scale
    isStandardized = !points.standardization.isNone
    isLine = points.dimension == 1 && !isPair
    guard !isLine else {
      axes = Axes(size: Rect(size).split(top: 1).rest.size, around: { Self.line(x, $0, zoom) })
      return
    }
    axes = Axes(size: Rect(size).split(top: 1).rest.size) { plot in
      let view = Self.view(
        x, y, plot, aspect ?? Self.usualAspect(x, y, plot, unit), unit)
      let most = Axes.mostTicks(plot)
      return zoom.applied(to: view.aligned(mostX: most.x, mostY: most.y))
    }
  }

  private static func view(
    _ x: ClosedRange<Double>, _ y: ClosedRange<Double>, _ size: Size, _ aspect: Viewport.Aspect,
    _ unit: Point
  ) -> Viewport {
    Viewport(
      x: x, y: y, size: size, aspect: aspect, margin: 0.04, unitX: unit.x, unitY: unit.y)
  }

  /// A view of a line: its range, and rows.
  private static func line(_ x: ClosedRange<Double>, _ size: Size, _ zoom: Zoom) -> Viewport {
    let rows = LineRows(height: size.height).range(height: size.height)
    let whole = Viewport(x: x, y: rows, size: size, margin: 0.04)
    let shown = zoom.applied(to: whole.aligned(mostX: Axes.mostTicks(size).x, mostY: 3))
    return Viewport(x: shown.x, y: rows, size: size)
  }

  /// From data to dots.
  var viewport: Viewport { axes.viewport }

  /// The cells inside the axes.
  var area: Rect {
    Rect(
      origin: Position(x: axes.plot.origin.x, y: axes.plot.origin.y + 1), size: axes.plot.size)
  }

  /// One scale, unless it would leave more than two fifths of the plot without points.
  private static func usualAspect(
    _ x: ClosedRange<Double>, _ y: ClosedRange<Double>, _ size: Size, _ unit: Point
  ) -> Viewport.Aspect {
    let (one, fitted) = (view(x, y, size, .equal, unit), view(x, y, size, .fitted, unit))
    return fitted.share(of: one) >= 0.6 ? .equal : .fitted
  }

  /// What the curves over a line are.
  private static var densityName: String {
    Spelling.choose("p(x|θ) and its parts πₖ p(x|k,θ)", ascii: "p(x|theta) and its parts")
  }

  /// Draws lines, ticks, labels and the names of the coordinates, on a line that of the curves, if there
  /// are any.
  func draw(
    on frame: inout Frame, xName: String, yName: String, hasCurves: Bool = true, theme: Theme
  ) {
    axes.draw(
      on: &frame, at: Position(x: 0, y: 1), style: theme.style(.axis), hasScale: !isLine)
    let names = theme.style(.muted)
    let top = Rect(x: 0, y: 0, width: frame.size.width, height: 1)
    let yName = isLine && !xName.isEmpty ? hasCurves ? Self.densityName : "" : yName
    frame.write(yName, in: top, style: names)
    let remarks =
      viewport.aspect == .fitted
      ? ["axes to different scales", "scales differ"]
      : isStandardized
        ? ["a standard deviation is as long on both axes", "standard deviations to one scale"] : []
    if !remarks.isEmpty, !isLine {
      let room = frame.size.width - DisplayWidth.of(yName) - 1
      let remark = remarks.first { DisplayWidth.of($0) < room }
      if let remark {
        frame.write(remark, in: top.split(right: DisplayWidth.of(remark)).right, style: names)
      }
    }
    let name = " \(xName) ".truncated(to: area.size.width - 4)
    frame.write(
      name, x: frame.size.width - DisplayWidth.of(name) - 1, y: area.rows.upperBound, style: names)
  }
}
