import MixtureEngine
import TerminalCanvas

/// The plot while a start is placed by hand: points without colour, the means, the cursor.
struct HandPane {
  var hand: HandState
  /// The axes of a pane of a size; added points don't move them.
  var axes: (Size) -> PlotAxes
  var options: PlotOptions
  var theme: Theme

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    let data = hand.draft.data
    let axes = axes(size)
    axes.draw(on: &frame, xName: data.xName, yName: data.yName, theme: theme)
    guard !axes.area.isEmpty else { return frame }
    var picture = Frame(size: axes.area.size)
    let viewport = axes.viewport
    let points =
      data.points.dimension == 1 ? data.points.stacked(in: viewport).points : data.points
    PointLayer(points: points, viewport: viewport).draw(
      on: &picture,
      as: options.drawing(points: data.points.count, hasColors: theme.hasColors), theme: theme)
    LabelLayer(points: points, labels: hand.draft.labels, viewport: viewport)
      .draw(on: &picture, theme: theme)
    drawMeans(on: &picture, viewport)
    if hand.tool != .means { drawCursor(on: &picture, viewport) }
    frame.paste(picture, at: axes.area.origin)
    return frame
  }

  private func drawMeans(on picture: inout Frame, _ viewport: Viewport) {
    for (k, mean) in hand.draft.means.enumerated() {
      guard let cell = viewport.cell(mean.x, mean.y) else { continue }
      picture[cell] = Cell(Marks.name(k), style: theme.style(.mean(k)))
      if hand.tool == .means, k == hand.selection { bracket(cell, on: &picture) }
    }
  }

  /// The cursor stands on its place, or around the point that a label would go to.
  private func drawCursor(on picture: inout Frame, _ viewport: Viewport) {
    let points = hand.draft.data.points
    let place =
      hand.tool == .labels ? points[hand.nearestPoint(in: viewport)] : hand.cursor
    guard let cell = viewport.cell(place.x, place.y) else { return }
    if hand.tool == .points { picture[cell] = Cell("┼", style: theme.style(.selection)) }
    bracket(cell, on: &picture)
  }

  private func bracket(_ cell: Position, on picture: inout Frame) {
    picture[cell.x - 1, cell.y] = Cell("[", style: theme.style(.key))
    picture[cell.x + 1, cell.y] = Cell("]", style: theme.style(.key))
  }
}
