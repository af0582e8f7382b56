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

  /// Obeys the mouse: the wheel zooms at the pointer, dragging moves the plot.
  ///
  /// Whatever lies over the picture is scrolled and clicked instead.
  mutating func obey(_ mouse: MouseEvent) throws(Notice) -> Effect? {
    let spot = spot(at: mouse.position)
    if overlay != nil { return try obeyOverPicture(mouse.action, at: spot) }
    switch (mouse.action, spot) {
    case (.press, .plot(_, let point)) where hand != nil,
      (.drag, .plot(_, let point)) where hand != nil:
      try place(mouse.action, at: point)
    case (.wheelUp, .plot(_, let point)): magnify(by: Zoom.step, around: point)
    case (.wheelDown, .plot(_, let point)): magnify(by: 1 / Zoom.step, around: point)
    case (.press(.left), .view(let cell)) where hand == nil:
      return try view.clicked(&self, cell)
    case (.press(.left), .plot): plot.dragState = PlotState.DragState(last: mouse.position)
    case (.drag(.left), .view(let cell)) where hand == nil && plot.dragState == nil:
      notice = nil
      view.dragged(&self, cell)
    case (.drag(.left), _): drag(to: mouse.position)
    case (.release, let spot): release(at: spot)
    default: break
    }
    return nil
  }

  private mutating func obeyOverPicture(
    _ action: MouseEvent.Action, at spot: Spot
  ) throws(Notice) -> Effect? {
    switch (action, spot) {
    case (.wheelUp, _): try moveInOverlay(by: -1)
    case (.wheelDown, _): try moveInOverlay(by: 1)
    case (.press(.left), .overlay(let line)):
      guard let size = overlayRect?.size, overlay?.select(line: line, size: size) ?? false else {
        return nil
      }
      return try choose()
    case (.press(.left), .elsewhere): overlay = nil
    default: break
    }
    return nil
  }
}

extension Position {
  /// The same cell, counted from another one.
  fileprivate func relative(to origin: Position) -> Position {
    Position(x: x - origin.x, y: y - origin.y)
  }
}
