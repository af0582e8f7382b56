import MixtureEngine
import TerminalCanvas

/// The picture of the data: axes, points coloured by their component, outlines, means.
///
/// Means lie over points, points over outlines; in the hard limit the boundaries of the clusters
/// take the place of the outlines. A cell takes the colour of the component that has
/// most of its points.
struct PlotPane {
  var points: PointSet
  /// The component of each point, or `nil` before the first E-step.
  var labels: [UInt8]?
  var model: any LatentLabelModel
  var xName: String
  var yName: String
  var options: PlotOptions
  var theme: Theme

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    let axes = PlotAxes(points: points, size: size, zoom: options.zoom)
    axes.draw(on: &frame, xName: xName, yName: yName, theme: theme)
    let area = axes.area
    guard !area.isEmpty else { return frame }
    var picture = Frame(size: area.size)
    if model.criterion == .distortion {
      BoundaryLayer(model: model, viewport: axes.viewport).draw(on: &picture, theme: theme)
    }
    OutlineLayer(shapes: model.shapes, levels: options.levels, viewport: axes.viewport)
      .draw(on: &picture, theme: theme)
    switch options.drawing(points: points.count) {
    case .marks:
      MarkLayer(points: points, labels: labels, viewport: axes.viewport)
        .draw(on: &picture, theme: theme)
    case .dots:
      DotLayer(points: points, labels: labels, viewport: axes.viewport)
        .draw(on: &picture, theme: theme)
    }
    MeanLayer(shapes: model.shapes, viewport: axes.viewport).draw(on: &picture, theme: theme)
    frame.paste(picture, at: area.origin)
    return frame
  }
}
