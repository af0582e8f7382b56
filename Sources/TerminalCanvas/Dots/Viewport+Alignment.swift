extension Viewport {
  /// The view made a little larger, so that the ticks of its axes are whole cells apart, and moved by
  /// less than a cell, so that they stand in the middle of cells.
  ///
  /// Where that would cost more than a quarter of the plot, a direction stays as it is.
  ///
  /// - Parameters:
  ///   - mostX: Into how many intervals ticks may divide the range from left to right; see
  ///     ``AxisTicks``.
  ///   - mostY: The same from bottom to top.
  ///   - isMoved: Whether it may move; what lies at its ends may leave it then.
  public func aligned(mostX: Int, mostY: Int, isMoved: Bool = true) -> Viewport {
    guard size.width > 1, size.height > 1 else { return self }
    var view = self
    // A larger range may have ticks farther apart, which then have to be whole cells once more.
    for _ in 0..<4 {
      let rows = view.enlargement(of: view.y, dots: size.height * 4, perCell: 4, most: mostY)
      let columns =
        aspect == .equal
        ? rows : view.enlargement(of: view.x, dots: size.width * 2, perCell: 2, most: mostX)
      view = view.enlarged(x: columns, y: rows)
    }
    guard isMoved else { return view }
    return view.panned(
      x: view.shift(of: view.x, dots: size.width * 2, perCell: 2, most: mostX, isFalling: false),
      y: view.shift(of: view.y, dots: size.height * 4, perCell: 4, most: mostY, isFalling: true))
  }

  /// The view moved up or down by less than a cell, so that the dots of a height lie in one of the two
  /// rows in the middle of a cell, where a mark of that height stands.
  ///
  /// Where a part of the range would leave the view, it stays as it is.
  ///
  /// - Parameters:
  ///   - height: The height.
  ///   - range: What has to stay in view.
  func leveled(at height: Double, keeping range: ClosedRange<Double>) -> Viewport {
    let rows = Double(size.height * 4 - 1)
    let row = dot(x.lowerBound, height).y
    guard row.isFinite, rows > 0 else { return self }
    let cell = (row / 4).rounded(.down) * 4
    // A little inside the range that is rounded to these rows.
    let (first, last) = (0.55, 2.45)
    let moves = [
      0, cell + first - row, cell + last - row - 4, cell + last - row, cell + first + 4 - row,
    ]
    .filter { move in
      let within = row + move - ((row + move) / 4).rounded(.down) * 4
      return within > first - 1e-6 && within < last + 1e-6
    }
    let views = moves.sorted { abs($0) < abs($1) }.map { panned(x: 0, y: $0 / rows) }
    return views.first { view in
      let slack = view.y.halfLength / rows * 1e-3
      return view.y.lowerBound <= range.lowerBound + slack
        && view.y.upperBound >= range.upperBound - slack
    } ?? self
  }

  /// The most that a range grows for its ticks.
  private static let most = 1.34

  /// How many times longer a range has to be for its ticks to be whole cells apart.
  private func enlargement(
    of range: ClosedRange<Double>, dots: Int, perCell: Int, most: Int
  ) -> Double {
    let ticks = AxisTicks.values(in: range, most: most)
    guard ticks.count > 1 else { return 1 }
    let unit = (range.upperBound - range.lowerBound) / Double(dots - 1) * Double(perCell)
    let cells = (ticks[1] - ticks[0]) / unit
    let whole = (cells + 1e-6).rounded(.down)
    guard whole >= 1, cells.isFinite, cells / whole <= Self.most else { return 1 }
    return max(1, cells / whole)
  }

  /// The share of a range by which it has to move for its ticks to stand in the middle of cells.
  private func shift(
    of range: ClosedRange<Double>, dots: Int, perCell: Int, most: Int, isFalling: Bool
  ) -> Double {
    guard let tick = AxisTicks.values(in: range, most: most).first else { return 0 }
    let share = (tick - range.lowerBound) / (range.upperBound - range.lowerBound)
    let dot = (isFalling ? 1 - share : share) * Double(dots - 1)
    let middle = Double(perCell - 1) / 2
    let cell = ((dot - middle) / Double(perCell)).rounded()
    let missing = (cell * Double(perCell) + middle - dot) / Double(dots - 1)
    return isFalling ? missing : -missing
  }
}
