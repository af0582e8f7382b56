import MixtureEngine
import TerminalCanvas

/// The picture of the data: axes, points coloured by their component, outlines, means.
///
/// From bottom to top: shading, regions and contours; trails; points; outlines, which share their cells
/// with the points on them; means; and behind all of it the tint of the ellipses' insides. A cell
/// takes the colour of the component that has most of its points, and its mark is filled where most of
/// them are decided. Regions, contours, shading, tints and outlines are those of θ; the colours of the
/// points are q. In the hard limit the boundaries of the clusters take the place of the outlines.
struct PlotPane {
  var points: PointSet
  /// Points that the axes are made for in the place of those, if there are any.
  var framing: PointSet?
  /// Points that neither E nor M sees, if there are any.
  var heldOut: PointSet?
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
  /// The slow direction of each mean, where that is shown.
  var slowWays: [Point] = []
  /// The ground under the plot and what is drawn on it, where that is shown.
  var landscape: LandscapeLayer?
  var options: PlotOptions
  /// Whether outlines are heavy, to be seen from the last row of a hall.
  var isBold = false
  var theme: Theme

  /// What the points' looks mean.
  var legend: String? {
    let parts = [meaningOfMarks, heldOut == nil ? nil : "+ held out"].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: "  ")
  }

  private var meaningOfMarks: String? {
    guard landscape?.other == nil, labels != nil, model.criterion == .logLikelihood,
      model.componentCount > 1
    else {
      return nil
    }
    return drawing == .marks
      ? "● q ≥ \(Uncertainty.certainty.fixed(1))  ○ undecided" : "mixed colours: undecided"
  }

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    let axes = axes(size: size)
    let names = landscape?.names(of: xName) ?? (xName, yName)
    axes.draw(
      on: &frame, xName: names.x, yName: names.y, hasCurves: showsModel, theme: theme)
    let area = axes.area
    guard !area.isEmpty else { return frame }
    var picture = Frame(size: area.size)
    let viewport = axes.viewport
    guard points.dimension == 2 else {
      if let landscape {
        landscape.drawPair(on: &picture, in: viewport, theme: theme)
      } else {
        drawLine(on: &picture, viewport)
      }
      frame.paste(picture, at: area.origin)
      return frame
    }
    let layer = pointLayer(of: points, in: viewport)
    if showsModel { drawBackground(on: &picture, viewport) }
    let apart = heldOut.map { HeldOutLayer(points: $0, viewport: viewport) }
    // Dots are many: what they cover would be covered by crosses whole.
    if drawing == .dots { apart?.draw(on: &picture, theme: theme) }
    layer.draw(on: &picture, as: drawing, theme: theme)
    if drawing == .marks { apart?.draw(on: &picture, theme: theme) }
    if showsModel {
      OutlineLayer(
        shapes: model.shapes, levels: options.levels, viewport: viewport, points: layer.tally,
        isBold: isBold
      )
      .draw(on: &picture, theme: theme)
    }
    if let told {
      LabelLayer(points: points, labels: told, viewport: viewport)
        .draw(on: &picture, theme: theme)
    }
    if showsModel {
      ArrowLayer(moves: moves, viewport: viewport).draw(on: &picture, theme: theme)
      SlowLayer(means: model.shapes.map(\.centre), ways: slowWays, viewport: viewport)
        .draw(on: &picture, theme: theme)
    }
    landscape?.drawLines(on: &picture, over: layer.tally, in: viewport, theme: theme)
    if let chosen {
      ChosenLayer(point: chosen, viewport: viewport) { layer.mark(at: $0, theme: theme) }
        .draw(on: &picture, theme: theme)
    }
    if showsModel {
      MeanLayer(
        shapes: model.shapes, viewport: viewport, isWide: isBold || drawing == .dots,
        isPlain: drawing == .dots
      )
      .draw(on: &picture, theme: theme)
      landscape?.drawBrackets(on: &picture, in: viewport, theme: theme)
      if options.shows(.tint) {
        TintLayer(shapes: model.shapes, levels: options.levels, viewport: viewport)
          .draw(on: &picture, theme: theme)
      }
    }
    landscape?.drawGround(on: &picture, in: viewport, theme: theme)
    frame.paste(picture, at: area.origin)
    return frame
  }

  /// Where it draws what, at a size.
  func axes(size: Size) -> PlotAxes {
    PlotAxes(
      points: framing ?? points, isPair: landscape?.other != nil, beside: heldOut, size: size,
      zoom: options.zoom, aspect: options.aspect)
  }

  /// What a point looks like.
  private var drawing: PlotOptions.Drawing {
    options.drawing(points: points.count, hasColors: theme.hasColors)
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
    if options.shows(.trails) {
      TrailLayer(trails: trails, viewport: viewport).draw(on: &picture, theme: theme)
    }
  }

  /// The picture of points on a line: curves, means, dots and posterior.
  private func drawLine(on picture: inout Frame, _ viewport: Viewport) {
    let (stacks, perDot) = points.stacked(in: viewport)
    let rows = LineRows(height: viewport.size.height)
    picture.horizontalLine(
      x: 0, y: rows.means, width: picture.size.width, style: theme.style(.axis))
    if showsModel {
      if options.shows(.regions) {
        LineRegions(model: model, viewport: viewport).draw(on: &picture, theme: theme)
      }
      if rows.curves > 0 {
        DensityLayer(model: model, viewport: viewport, isBold: isBold)
          .draw(on: &picture, theme: theme)
      }
      if options.shows(.trails) {
        TrailLayer(trails: trails, viewport: viewport).draw(on: &picture, theme: theme)
      }
      PosteriorStrip(model: model, viewport: viewport).draw(on: &picture, theme: theme)
    }
    let layer = pointLayer(of: stacks, in: viewport)
    layer.draw(on: &picture, as: drawing, theme: theme)
    heldOut.map { HeldOutLayer(points: $0.stacked(in: viewport).points, viewport: viewport) }?
      .draw(on: &picture, theme: theme)
    if let told {
      LabelLayer(points: stacks, labels: told, viewport: viewport).draw(on: &picture, theme: theme)
    }
    if showsModel {
      ArrowLayer(moves: moves, viewport: viewport).draw(on: &picture, theme: theme)
      SlowLayer(means: model.shapes.map(\.centre), ways: slowWays, viewport: viewport)
        .draw(on: &picture, theme: theme)
    }
    if let chosen, let number = points.xs.firstIndex(of: chosen.x) {
      ChosenLayer(point: stacks[number], viewport: viewport) { layer.mark(at: $0, theme: theme) }
        .draw(on: &picture, theme: theme)
    }
    if showsModel {
      MeanLayer(shapes: model.shapes, viewport: viewport, isWide: isBold)
        .draw(on: &picture, theme: theme)
    }
    let remark = " a dot: up to \(perDot) points "
    let x = picture.size.width - remark.count - 1
    if perDot > 1, rows.posterior > 0, x > 24 {
      picture.write(remark, x: x, y: rows.floor + 1, style: theme.style(.muted))
    }
  }

  private func pointLayer(of points: PointSet, in viewport: Viewport) -> PointLayer {
    PointLayer(
      points: points, labels: labels,
      components: max(model.componentCount, labels?.max().map { Int($0) + 1 } ?? 0),
      responsibilities: showsModel ? responsibilities : nil, blends: options.shows(.blending),
      viewport: viewport)
  }
}
