extension Frame {
  /// Puts a mark on the cell of a data point, if that lies in view; a picture shows the mark as high as
  /// its dot.
  ///
  /// - Parameters:
  ///   - mark: The mark.
  ///   - point: The data point.
  ///   - viewport: The part of the plane that is shown.
  ///   - origin: Where the view's upper left cell is in the frame.
  public mutating func place(
    _ mark: Cell, at point: DotPoint, in viewport: Viewport, origin: Position = .zero
  ) {
    guard let dot = DotGrid(viewport).dot(point.x, point.y) else { return }
    var cell = mark
    cell.lift = Int8(6 - 4 * (dot.y % 4))
    self[origin.x + dot.x / 2, origin.y + dot.y / 4] = cell
  }
}
