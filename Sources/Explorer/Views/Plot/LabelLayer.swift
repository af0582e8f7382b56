import MixtureEngine
import TerminalCanvas

/// Points whose label EM was told: the mark of their component, underlined.
struct LabelLayer {
  var points: PointSet
  /// The told label of each point, `nil` where it stays hidden.
  var labels: [UInt8?]
  var viewport: Viewport

  func draw(on frame: inout Frame, theme: Theme) {
    for (n, label) in labels.enumerated() {
      guard let label, let cell = viewport.cell(points.xs[n], points.ys[n]) else { continue }
      var style = theme.style(.component(Int(label)))
      style.underline = true
      style.bold = true
      frame[cell] = Cell(Marks.mark(Int(label), count: 9), style: style)
    }
  }
}
