/// The frame of a plot: an axis at the left, one at the bottom, and between them the viewport.
///
/// In a space too small for labels the plot takes everything and there are no axes.
public struct Axes: Hashable, Sendable {
  /// The whole space in cells, axes and plot.
  public let size: Size
  /// The cells of the plot within the whole space.
  public let plot: Rect
  /// The part of the plane that the plot shows.
  public let viewport: Viewport
  private let xTicks: AxisTicks
  private let yTicks: AxisTicks

  /// Axes for two ranges in a space of a size in cells; they show a little more, so that ticks are
  /// whole cells apart.
  ///
  /// - Parameters:
  ///   - x: The range from left to right.
  ///   - y: The range from bottom to top.
  ///   - size: The room for plot, axes and labels.
  ///   - aspect: How the two directions are scaled.
  ///   - margin: The margin on each side of each range, as a share of it.
  ///   - gutter: The least width of the labels at the left, so that a plot whose labels change
  ///     stays in its place.
  ///   - level: A height that lies in the middle of a row of cells, where the range from bottom to top
  ///     leaves room to move it there.
  public init(
    x: ClosedRange<Double>, y: ClosedRange<Double>, size: Size,
    aspect: Viewport.Aspect = .fitted, margin: Double = 0, gutter: Int = 0, level: Double? = nil
  ) {
    self.init(size: size, gutter: gutter) { plot in
      let most = Self.mostTicks(plot)
      let view = Viewport(x: x, y: y, size: plot, aspect: aspect, margin: margin)
        .aligned(mostX: most.x, mostY: most.y, isMoved: false)
      return level.map { view.leveled(at: $0, keeping: y) } ?? view
    }
  }

  /// Axes around the part of the plane that a view shows, in a space of a size in cells.
  ///
  /// - Parameters:
  ///   - size: The room for plot, axes and labels.
  ///   - least: The least width of the labels at the left.
  ///   - view: Answers the view for the plot's size, which depends on the labels.
  public init(size: Size, gutter least: Int = 0, around view: (Size) -> Viewport) {
    self.size = size
    guard size.width >= 16, size.height >= 5 else {
      plot = Rect(size)
      viewport = view(size)
      xTicks = AxisTicks(in: viewport.x, most: 0)
      yTicks = xTicks
      return
    }
    // The labels' width depends on the view, and the view on the width that labels leave.
    var layout = Self.layout(size, gutter: 4, top: 0, view)
    for _ in 0..<2 {
      let gutter = min(max(least, layout.y.width), size.width / 3)
      let top = layout.y.note.isEmpty ? 0 : 1
      layout = Self.layout(size, gutter: gutter, top: top, view)
    }
    (plot, viewport, xTicks, yTicks) = layout
  }

  private static func layout(
    _ size: Size, gutter: Int, top: Int, _ view: (Size) -> Viewport
  ) -> (plot: Rect, viewport: Viewport, x: AxisTicks, y: AxisTicks) {
    let plot = Rect(
      x: gutter + 2, y: top, width: size.width - gutter - 2, height: size.height - 2 - top)
    let viewport = view(plot.size)
    let most = mostTicks(plot.size)
    return (
      plot, viewport, AxisTicks(in: viewport.x, most: most.x),
      AxisTicks(in: viewport.y, most: most.y)
    )
  }

  /// Into how many intervals ticks may divide the ranges of a plot of a size in cells.
  ///
  /// - Parameter plot: The size inside the axes.
  public static func mostTicks(_ plot: Size) -> (x: Int, y: Int) {
    (max(3, plot.width / 9), max(3, plot.height / 4))
  }

  /// Draws both axes with their ticks, labels and notes; the plot itself is left alone.
  ///
  /// - Parameters:
  ///   - frame: What is drawn on.
  ///   - origin: Where the upper left cell of plot, axes and labels is.
  ///   - style: How lines and labels are written.
  ///   - hasScale: Whether the axis at the left has ticks and labels.
  public func draw(
    on frame: inout Frame, at origin: Position = .zero, style: Style = .plain,
    hasScale: Bool = true
  ) {
    guard plot.origin.x > 0 else { return }
    let column = origin.x + plot.origin.x - 1
    let row = origin.y + plot.rows.upperBound
    let top = origin.y + plot.origin.y
    frame.verticalLine(x: column, y: top, height: plot.size.height, style: style)
    frame.horizontalLine(x: column + 1, y: row, width: plot.size.width, style: style)
    frame[column, row] = Cell("└", style: style)
    if hasScale { drawYLabels(on: &frame, origin, column, style) }
    drawXLabels(on: &frame, origin, row, style)
  }

  private func drawYLabels(
    on frame: inout Frame, _ origin: Position, _ column: Int, _ style: Style
  ) {
    if plot.origin.y > 0 { frame.write(yTicks.note, x: origin.x, y: origin.y, style: style) }
    let width = plot.origin.x - 2
    for (value, label) in zip(yTicks.values, yTicks.labels) {
      guard let cell = viewport.cell(viewport.x.lowerBound, value) else { continue }
      let y = origin.y + plot.origin.y + cell.y
      frame.write(
        label.withTrueMinus.fitted(to: width, alignment: .right), x: origin.x, y: y, style: style)
      frame[column, y] = Cell("┤", style: style)
    }
  }

  private func drawXLabels(
    on frame: inout Frame, _ origin: Position, _ row: Int, _ style: Style
  ) {
    let left = origin.x + plot.origin.x
    var end = origin.x + size.width
    if !xTicks.note.isEmpty {
      end -= DisplayWidth.of(xTicks.note) + 1
      frame.write(xTicks.note, x: end + 1, y: row + 1, style: style)
    }
    var free = origin.x
    for (value, label) in zip(xTicks.values, xTicks.labels) {
      guard let cell = viewport.cell(value, viewport.y.lowerBound) else { continue }
      frame[left + cell.x, row] = Cell("┬", style: style)
      let width = DisplayWidth.of(label)
      let start = min(left + cell.x - (width - 1) / 2, end - width)
      guard start >= free else { continue }
      frame.write(label.withTrueMinus, x: start, y: row + 1, style: style)
      free = start + width + 1
    }
  }
}
