/// How many columns and rows of character cells a rectangle has.
public struct Size: Hashable, Sendable {
  /// Columns, counted in terminal cells.
  public var width: Int
  /// Rows, counted in terminal cells.
  public var height: Int

  /// A size of `width` columns and `height` rows; negative lengths count as zero.
  public init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
  }
}
