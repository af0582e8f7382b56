import TerminalCanvas

extension Sparkline {
  /// A row of bars that shows in `width` columns what one of all heights of a line would.
  ///
  /// - Parameter range: The heights of the lowest and the highest bar; `nil` takes the line's own.
  init(sampling path: Path, width: Int, in range: ClosedRange<Double>? = nil) {
    self.init(
      Self.sample(path.points, width: width).map(\.y), in: range ?? path.box.heights ?? 0...0)
  }
}
