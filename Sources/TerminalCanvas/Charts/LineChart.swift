/// Lines over a pair of axes.
public struct LineChart: Hashable, Sendable {
  /// One line of a chart.
  public struct Series: Hashable, Sendable {
    /// The corners from left to right; one that isn't finite interrupts the line.
    public var points: [DotPoint]
    /// How the line is written.
    public var style: Style
    /// The line's gaps.
    public var dash: Dash

    /// A line through points whose coordinates are in the chart's units.
    public init(_ points: [DotPoint], style: Style = .plain, dash: Dash = .solid) {
      self.points = points
      self.style = style
      self.dash = dash
    }

    /// A line through values at 0, 1, 2, ….
    public init(values: [Double], style: Style = .plain, dash: Dash = .solid) {
      self.init(
        values.enumerated().map { DotPoint(x: Double($0.offset), y: $0.element) }, style: style,
        dash: dash)
    }
  }

  /// A single cell that stands out at a place of the chart.
  public struct Mark: Hashable, Sendable {
    /// The place, in the chart's units.
    public var point: DotPoint
    /// The cell that is shown there.
    public var cell: Cell

    /// A cell that is shown at a place in the chart's units.
    public init(_ cell: Cell, at point: DotPoint) {
      self.point = point
      self.cell = cell
    }
  }

  /// The lines, the first at the bottom.
  public var series: [Series]
  /// The marks over the lines.
  public var marks: [Mark]
  /// The range from left to right; `nil` for the range of the lines and marks.
  public var x: ClosedRange<Double>?
  /// The range from bottom to top; `nil` for the range of the lines and marks.
  public var y: ClosedRange<Double>?
  /// A height that lies in the middle of a row of cells, as a mark on it does.
  public var level: Double?
  /// How axes and labels are written.
  public var axisStyle: Style
  /// The least width of the labels at the left.
  public var gutter: Int

  /// A chart of some lines.
  public init(
    _ series: [Series], marks: [Mark] = [], x: ClosedRange<Double>? = nil,
    y: ClosedRange<Double>? = nil, level: Double? = nil, axisStyle: Style = .plain,
    gutter: Int = 0
  ) {
    self.series = series
    self.marks = marks
    self.x = x
    self.y = y
    self.level = level
    self.axisStyle = axisStyle
    self.gutter = gutter
  }

  /// The chart drawn to fill a size.
  public func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    let axes = Axes(
      x: x ?? range(\.x), y: y ?? range(\.y), size: size, gutter: gutter, level: level)
    var canvas = BrailleCanvas(size: axes.plot.size, owners: series.count, sharing: .last)
    for (number, line) in series.enumerated() {
      let dots = line.points.map { axes.viewport.dot($0.x, $0.y) }
      canvas.polyline(dots, owner: number, dash: line.dash)
      if line.points.count == 1 { canvas.set(dots[0], owner: number, layer: .curve) }
    }
    axes.draw(on: &frame, style: axisStyle)
    frame.draw(canvas, at: axes.plot.origin) { cell in
      cell.owner.map { series[$0].style } ?? axisStyle
    }
    for mark in marks {
      frame.place(mark.cell, at: mark.point, in: axes.viewport, origin: axes.plot.origin)
    }
    return frame
  }

  private func range(_ coordinate: KeyPath<DotPoint, Double>) -> ClosedRange<Double> {
    let values = (series.flatMap(\.points) + marks.map(\.point)).filter(\.isFinite)
      .map { $0[keyPath: coordinate] }
    guard let low = values.min(), let high = values.max() else { return 0...1 }
    return low...high
  }
}
