extension PointSet {
  /// The smallest box that holds all points, by its lower left and upper right corners; both are
  /// the origin for no points.
  public var bounds: (lower: Point, upper: Point) {
    let lower = Point(x: xs.min() ?? 0, y: ys.min() ?? 0)
    let upper = Point(x: xs.max() ?? 0, y: ys.max() ?? 0)
    return (lower, upper)
  }
}
