import MixtureEngine
import TerminalCanvas

/// A button of the mouse that is held down on the plot.
struct Grip: Hashable, Sendable {
  /// The cell of the screen where the pointer was last.
  var last: Position
  /// Whether it has left the cell where the button went down.
  var hasMoved = false
}

extension AppState {
  /// Obeys the mouse: the wheel zooms at the pointer, dragging moves the plot.
  ///
  /// Whatever lies over the picture is scrolled and clicked instead.
  mutating func handle(_ mouse: MouseEvent) -> Effect? {
    let spot = spot(at: mouse.position)
    if overlay != nil { return handleOverPicture(mouse.action, at: spot) }
    switch (mouse.action, spot) {
    case (.press, .plot(_, let point)) where hand != nil,
      (.drag, .plot(_, let point)) where hand != nil:
      place(mouse.action, at: point)
    case (.wheelUp, .plot(_, let point)): magnify(by: Zoom.step, around: point)
    case (.wheelDown, .plot(_, let point)): magnify(by: 1 / Zoom.step, around: point)
    case (.press(.left), .view(let cell)) where hand == nil: return click(inView: cell)
    case (.press(.left), .plot): grip = Grip(last: mouse.position)
    case (.drag(.left), _): drag(to: mouse.position)
    case (.release, let spot): release(at: spot)
    default: break
    }
    return nil
  }

  private mutating func magnify(by ratio: Double, around point: Point) {
    guard let view = plotAxes?.viewport else { return }
    plotOptions.zoom.magnify(by: ratio, around: point, in: view)
  }

  /// Moves the plot so that what was under the pointer stays there.
  private mutating func drag(to position: Position) {
    guard var grip, grip.last != position, let axes = plotAxes else { return }
    let (width, height) = (Double(axes.area.size.width), Double(axes.area.size.height))
    let way = axes.viewport.way(
      across: Double(grip.last.x - position.x) / width,
      Double(position.y - grip.last.y) / height)
    plotOptions.zoom.move(by: way, in: axes.viewport)
    grip.last = position
    grip.hasMoved = true
    self.grip = grip
  }

  /// Lets the plot go; a click without a move looks at the nearest point.
  private mutating func release(at spot: Spot) {
    defer { grip = nil }
    guard view == .posterior, let grip, !grip.hasMoved, case .plot(let cell, let point) = spot
    else {
      return
    }
    inspect(at: cell, near: point)
  }

  private mutating func handleOverPicture(_ action: MouseEvent.Action, at spot: Spot) -> Effect? {
    switch (action, spot) {
    case (.wheelUp, _): moveInOverlay(by: -1)
    case (.wheelDown, _): moveInOverlay(by: 1)
    case (.press(.left), .overlay(let line)): return chooseInOverlay(line: line)
    case (.press(.left), .elsewhere): overlay = nil
    default: break
    }
    return nil
  }

  /// Takes the item of a menu that was clicked.
  private mutating func chooseInOverlay(line: Int) -> Effect? {
    if case .card(var card) = overlay, let overlayRect {
      guard let choice = CardPane(card: card, theme: theme).choice(at: line, size: overlayRect.size)
      else { return nil }
      card.selection = choice
      overlay = .card(card)
      return choose()
    }
    guard case .menu(var menu) = overlay, let overlayRect,
      let item = MenuPane(menu: menu, theme: theme).item(at: line, size: overlayRect.size)
    else { return nil }
    menu.selection = item
    overlay = .menu(menu)
    return choose()
  }
}
