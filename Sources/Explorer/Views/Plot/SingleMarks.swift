import MixtureEngine
import TerminalCanvas

/// The mean of each component: its number in a box, on top of everything.
struct MeanLayer {
  var shapes: [ComponentShape]
  var viewport: Viewport
  /// Whether the boxes are three cells wide, for a hall.
  var isWide = false
  /// Whether they are in no component's colour, to stand out from cells that are full of it.
  var isPlain = false

  func draw(on frame: inout Frame, theme: Theme) {
    for (k, shape) in shapes.enumerated() where shape.outline != .everywhere {
      guard let cell = viewport.cell(shape.centre.x, shape.centre.y) else { continue }
      let style = theme.style(isPlain ? .selection : .mean(k))
      frame[cell] = Cell(Marks.name(k), style: style)
      guard isWide else { continue }
      for x in [cell.x - 1, cell.x + 1]
      where Rect(viewport.size).contains(Position(x: x, y: cell.y)) {
        frame[x, cell.y] = Cell(" ", style: style)
      }
    }
  }
}

/// Brackets around the point that is looked at, whose mark goes before an outline.
struct ChosenLayer {
  var point: Point
  var viewport: Viewport
  /// The mark of a cell, where it has points.
  var mark: (Position) -> Cell?

  func draw(on frame: inout Frame, theme: Theme) {
    guard let cell = viewport.cell(point.x, point.y) else { return }
    if let mark = mark(cell) { frame[cell] = mark }
    frame[cell.x - 1, cell.y] = Cell("[", style: theme.style(.key))
    frame[cell.x + 1, cell.y] = Cell("]", style: theme.style(.key))
  }
}

/// Points that neither E nor M sees: small crosses, in no component's colour.
struct HeldOutLayer {
  var points: PointSet
  var viewport: Viewport

  func draw(on frame: inout Frame, theme: Theme) {
    for n in points.xs.indices {
      guard let cell = viewport.cell(points.xs[n], points.ys[n]) else { continue }
      frame[cell] = Cell("+", style: theme.style(.muted))
    }
  }
}

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
      frame[cell] = Cell(Marks.mark(Int(label)), style: style)
    }
  }
}
