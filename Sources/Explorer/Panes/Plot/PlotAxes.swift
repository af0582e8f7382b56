import MixtureEngine
import TerminalCanvas

/// The frame of a plot: which part of the plane it shows, ticks and labels around it.
struct PlotAxes {
  /// From data to dots.
  let viewport: Viewport
  /// The cells inside the axes.
  let area: Rect
  private let xTicks: AxisTicks
  private let yTicks: AxisTicks

  /// Axes for some points in a pane of a size.
  init(points: PointSet, size: Size) {
    let x = Self.range(points.xs)
    let y = Self.range(points.ys)
    // The labels' width depends on the ticks, the ticks on the height alone.
    let height = max(0, size.height - 3)
    yTicks = AxisTicks(in: y, most: max(2, height / 4))
    let left = min(yTicks.width, 8) + 2
    area = Rect(x: left, y: 1, width: size.width - left, height: height)
    viewport = Viewport(
      x: x, y: y, size: area.size, aspect: Self.areComparable(x, y) ? .equal : .fitted,
      margin: 0.04)
    xTicks = AxisTicks(in: viewport.x, most: max(2, area.size.width / 10))
  }

  /// Whether both directions are scaled alike, so that circles look round.
  var isEqual: Bool { viewport.aspect == .equal }

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
    guard !area.isEmpty else { return }
    let axis = theme.style(.axis)
    let left = area.origin.x - 1
    let bottom = area.rows.upperBound
    frame.verticalLine(x: left, y: area.origin.y, height: area.size.height, style: axis)
    frame.horizontalLine(x: area.origin.x, y: bottom, width: area.size.width, style: axis)
    frame[left, bottom] = Cell("└", style: axis)
    for (value, label) in zip(yTicks.values, yTicks.labels) {
      guard let cell = viewport.cell(viewport.x.lowerBound, value) else { continue }
      let y = area.origin.y + cell.y
      frame[left, y] = Cell("┤", style: axis)
      frame.write(
        label, in: Rect(x: 0, y: y, width: left, height: 1), alignment: .right, style: axis)
    }
    var free = 0
    for (value, label) in zip(xTicks.values, xTicks.labels) {
      guard let cell = viewport.cell(value, viewport.y.lowerBound) else { continue }
      let x = area.origin.x + cell.x
      frame[x, bottom] = Cell("┬", style: axis)
      let width = DisplayWidth.of(label)
      let start = min(x - width / 2, frame.size.width - width)
      if start >= free {
        frame.write(label, x: start, y: bottom + 1, style: axis)
        free = start + width + 1
      }
    }
    let names = theme.style(.muted)
    let name = " \(xName)\(noted(xTicks)) ".truncated(to: area.size.width / 2)
    frame.write(
      name,
      in: Rect(x: area.origin.x, y: bottom, width: area.size.width - 1, height: 1)
        .split(right: DisplayWidth.of(name)).right, style: names)
    let top = Rect(x: 0, y: 0, width: frame.size.width, height: 1)
    frame.write(yName + noted(yTicks), in: top, style: names)
    if !isEqual {
      frame.write("axes fitted", in: top.split(right: 11).right, style: names)
    }
  }

  private func noted(_ ticks: AxisTicks) -> String {
    ticks.note.isEmpty ? "" : " (\(ticks.note))"
  }
}
