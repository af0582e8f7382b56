/// A place on a braille canvas, counted in dots from the upper left one; may lie between dots.
public struct DotPoint: Hashable, Sendable {
  /// Dots to the right of the first column.
  public var x: Double
  /// Dots below the first row.
  public var y: Double

  /// The place `x` dots to the right and `y` dots down.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  /// Says whether both coordinates are numbers; shapes through other places aren't drawn.
  public var isFinite: Bool { x.isFinite && y.isFinite }
}
