import MixtureEngine
import TerminalCanvas

/// The points, as marks or as dots.
struct PointLayer {
  var points: PointSet
  /// The component of each point, or `nil` before the first E-step.
  var labels: [UInt8]?
  /// The number of components K.
  var components = 1
  /// The responsibilities of a point by its number, where colours are to be blended by them.
  var responsibilities: ((Int) -> [Double]?)?
  var viewport: Viewport

  func draw(on frame: inout Frame, as drawing: PlotOptions.Drawing, theme: Theme) {
    let tally = PointTally(
      xs: points.xs, ys: points.ys, labels: labels, owners: components, in: viewport)
    let inks = PointInks(areLabelled: labels != nil, responsibilities: responsibilities)
    switch drawing {
    case .marks: MarkLayer(tally: tally, inks: inks).draw(on: &frame, theme: theme)
    case .dots: DotLayer(tally: tally, inks: inks).draw(on: &frame, theme: theme)
    }
  }
}
