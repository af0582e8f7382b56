import MixtureEngine
import TerminalCanvas

/// What lies at a cell of the screen.
enum Spot: Hashable, Sendable {
  /// The plot: a cell counted from its upper left one, and the point of the plane there.
  case plot(cell: Position, point: Point)
  /// The view that isn't the plot: a cell counted from its upper left one.
  case view(cell: Position)
  /// A line of what lies over the picture, counted from its upper border.
  case overlay(line: Int)
  /// Anything else.
  case elsewhere
}

extension AppState {
  /// What lies at a cell of the screen.
  func spot(at position: Position) -> Spot {
    if let overlayRect {
      return overlayRect.contains(position)
        ? .overlay(line: position.y - overlayRect.origin.y) : .elsewhere
    }
    if let axes = plotAxes {
      for plot in plots {
        let cell = position.relative(to: plot.origin).relative(to: axes.area.origin)
        guard Rect(axes.area.size).contains(cell) else { continue }
        let place = axes.viewport.data(at: cell)
        return .plot(cell: cell, point: Point(x: place.x, y: place.y))
      }
    }
    if let view = layout.view, view.contains(position) {
      return .view(cell: position.relative(to: view.origin))
    }
    return .elsewhere
  }

  /// Where everything stands at present.
  var layout: Layout {
    layout(of: pictureSize)
  }

  /// Where everything stands on a screen of a size.
  func layout(of size: Size) -> Layout {
    Layout(
      size: size, view: view, components: run.model.componentCount, showsFormulas: showsFormulas,
      showsGauge: Dial.variance(of: run.model) != nil, showsLabels: showsLabels)
  }

  /// Where the plots stand on the screen: one, two equally large ones in a race, or none.
  var plots: [Rect] {
    let layout = layout
    guard isRacing, let view = layout.view else { return layout.plot.map { [$0] } ?? [] }
    return RacePane.plots(in: view.size).map {
      Rect(
        origin: Position(x: view.origin.x + $0.origin.x, y: view.origin.y + $0.origin.y),
        size: $0.size)
    }
  }

  /// The axes of the plots on screen, if there are any.
  var plotAxes: PlotAxes? {
    plots.first.map { PlotAxes(points: data.points, size: $0.size, zoom: plotOptions.zoom) }
  }
}

extension Position {
  /// The same cell, counted from another one.
  fileprivate func relative(to origin: Position) -> Position {
    Position(x: x - origin.x, y: y - origin.y)
  }
}
