/// A cell of a screen, counted from the upper left corner.
public struct Position: Hashable, Sendable {
  /// The column, counted from zero at the left.
  public var x: Int
  /// The row, counted from zero at the top.
  public var y: Int

  /// The cell in column `x` of row `y`.
  public init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }

  /// The upper left corner.
  public static let zero = Position(x: 0, y: 0)
}
