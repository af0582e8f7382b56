/// How the plot is drawn.
struct PlotOptions: Hashable, Sendable {
  /// What a point looks like.
  enum Drawing: Hashable, Sendable {
    /// One mark in each cell, with the shape of its component.
    case marks
    /// Braille dots, eight to a cell.
    case dots
  }

  /// What the user chose; otherwise few points are marks and many are dots.
  private var chosen: Drawing?
  /// The radii of the ellipses, in standard deviations.
  var levels: [Double] = [1, 2]
  /// Which part of the plane is shown.
  var zoom = Zoom()

  /// The most points that are drawn as marks unless the user chooses.
  private static let fewPoints = 500

  /// What a point looks like when there are so many.
  func drawing(points: Int) -> Drawing {
    chosen ?? (points <= Self.fewPoints ? .marks : .dots)
  }

  /// Marks in the place of dots, or dots in the place of marks.
  mutating func toggleDrawing(points: Int) {
    chosen = drawing(points: points) == .marks ? .dots : .marks
  }
}
