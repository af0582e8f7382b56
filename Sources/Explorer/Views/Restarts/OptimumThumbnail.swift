import MixtureEngine
import TerminalCanvas

/// A small plot of one optimum: points, outlines and means, without axes.
struct OptimumThumbnail {
  var points: PointSet
  var model: any LatentLabelModel
  var theme: Theme

  /// More points than this say nothing more in so little room.
  private static let mostPoints = 2_000

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    let (lower, upper) = points.bounds
    guard points.dimension == 2 else {
      return line(lower.x...upper.x, on: frame)
    }
    let viewport = Viewport(
      x: lower.x...upper.x, y: lower.y...upper.y, size: size, margin: 0.04)
    // Where there are outlines they are the picture: points in colours would look like their dots.
    let isOutlined = model.shapes.contains { $0.outline != .none }
    var canvas = BrailleCanvas(size: size, owners: isOutlined ? 1 : model.componentCount)
    for n in stride(from: 0, to: points.count, by: max(1, points.count / Self.mostPoints)) {
      canvas.set(
        viewport.dot(points.xs[n], points.ys[n]),
        owner: isOutlined ? 0 : model.predict(points[n]), layer: .points)
    }
    frame.draw(canvas, at: .zero) {
      theme.style(isOutlined ? .muted : .component($0.owner ?? 0))
    }
    OutlineLayer(shapes: model.shapes, levels: [2], viewport: viewport)
      .draw(on: &frame, theme: theme)
    MeanLayer(shapes: model.shapes, viewport: viewport).draw(on: &frame, theme: theme)
    TintLayer(shapes: model.shapes, levels: [2], viewport: viewport).draw(on: &frame, theme: theme)
    return frame
  }

  /// The curves over a line, above the means.
  private func line(_ range: ClosedRange<Double>, on empty: Frame) -> Frame {
    var frame = empty
    let rows = LineRows(height: frame.size.height)
    let viewport = Viewport(
      x: range, y: rows.range(height: frame.size.height), size: frame.size)
    DensityLayer(model: model, viewport: viewport).draw(on: &frame, theme: theme)
    MeanLayer(shapes: model.shapes, viewport: viewport).draw(on: &frame, theme: theme)
    return frame
  }
}
