import MixtureEngine
import TerminalCanvas

/// The picture of the data: axes, points coloured by their component, outlines, means.
///
/// From bottom to top: shading, regions and contours; outlines and trails; points; means. A cell
/// takes the colour of the component that has most of its points. Regions, contours, shading and
/// outlines are those of θ; the colours of the points are q. In the hard limit the boundaries of
/// the clusters take the place of the outlines.
struct PlotPane {
  var points: PointSet
  /// The component of each point, or `nil` before the first E-step.
  var labels: [UInt8]?
  var model: any LatentLabelModel
  /// The responsibilities of a point, by its number.
  var responsibilities: (Int) -> [Double]? = { _ in nil }
  /// For each component the places of its mean so far.
  var trails: [Path] = []
  /// The point that is looked at, if one is.
  var chosen: Point?
  /// The label that EM was told of each point, `nil` where it stays hidden.
  var told: [UInt8?]?
  /// Whether the components are drawn, or the points alone.
  var showsModel = true
  var xName: String
  var yName: String
  /// How an M-step moves the means, where that is shown.
  var moves: [ComponentUpdate] = []
  var options: PlotOptions
  var theme: Theme

  /// What hollow and filled marks mean, where points are drawn as marks: how many share a cell, and
  /// not how certain they are.
  var legend: String? {
    options.drawing(points: points.count, hasColors: theme.hasColors) == .marks && labels != nil
      ? "in a cell:  ○ one point  ● several" : nil
  }

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    let axes = axes(size: size)
    axes.draw(on: &frame, xName: xName, yName: yName, theme: theme)
    let area = axes.area
    guard !area.isEmpty else { return frame }
    var picture = Frame(size: area.size)
    if showsModel { drawModel(on: &picture, axes.viewport) }
    drawPoints(on: &picture, axes.viewport)
    if let told {
      LabelLayer(points: points, labels: told, viewport: axes.viewport)
        .draw(on: &picture, theme: theme)
    }
    if showsModel {
      ArrowLayer(moves: moves, viewport: axes.viewport).draw(on: &picture, theme: theme)
    }
    if let chosen {
      ChosenLayer(point: chosen, viewport: axes.viewport).draw(on: &picture, theme: theme)
    }
    if showsModel {
      MeanLayer(shapes: model.shapes, viewport: axes.viewport).draw(on: &picture, theme: theme)
    }
    frame.paste(picture, at: area.origin)
    return frame
  }

  /// Where it draws what, at a size.
  func axes(size: Size) -> PlotAxes {
    PlotAxes(points: points, size: size, zoom: options.zoom)
  }

  private func drawModel(on picture: inout Frame, _ viewport: Viewport) {
    drawBackground(on: &picture, viewport)
    OutlineLayer(
      shapes: model.shapes, levels: options.levels(components: model.componentCount),
      viewport: viewport
    )
    .draw(on: &picture, theme: theme)
    if options.shows(.trails) {
      TrailLayer(trails: trails, viewport: viewport).draw(on: &picture, theme: theme)
    }
  }

  private func drawBackground(on picture: inout Frame, _ viewport: Viewport) {
    if options.shows(.uncertainty) {
      UncertaintyLayer(model: model, viewport: viewport).draw(on: &picture, theme: theme)
    }
    if options.shows(.contours), model.criterion == .logLikelihood {
      ContourLayer(model: model, viewport: viewport).draw(on: &picture, theme: theme)
    }
    if options.shows(.regions) || model.criterion == .distortion {
      BoundaryLayer(model: model, viewport: viewport, marksRegions: options.shows(.regions))
        .draw(on: &picture, theme: theme)
    }
  }

  private func drawPoints(on picture: inout Frame, _ viewport: Viewport) {
    PointLayer(
      points: points, labels: labels,
      components: max(model.componentCount, labels?.max().map { Int($0) + 1 } ?? 0),
      responsibilities: options.shows(.blending) ? responsibilities : nil, viewport: viewport
    ).draw(
      on: &picture,
      as: options.drawing(points: points.count, hasColors: theme.hasColors), theme: theme)
  }
}
