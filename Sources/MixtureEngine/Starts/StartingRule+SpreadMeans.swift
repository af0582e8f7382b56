/// Means far from each other.
extension StartingRule {
  /// The first mean a random row, each next one with probability in proportion to w · D(x)².
  public static let kMeansPlusPlus = StartingRule(
    name: "k-means++", summary: "each next mean a data point drawn in proportion to D(x)²",
    source: "Arthur & Vassilvitskii 2007, SODA",
    means: { points, k, generator in plusPlusMeans(points, k, &generator) })

  /// Means by D² sampling; where all points are already means, further ones are drawn as the first.
  static func plusPlusMeans(
    _ points: PointSet, _ k: Int, _ generator: inout SeededGenerator
  ) -> [Point] {
    plusPlusRows(points, k, &generator).map { points[$0] }
  }

  /// The rows that are these means.
  static func plusPlusRows(
    _ points: PointSet, _ k: Int, _ generator: inout SeededGenerator
  ) -> [Int] {
    var rows = [points.draw(&generator)]
    // w · D(x)² of every point, D the distance to the nearest mean.
    var nearest = NearestCentres(over: points, isWeighted: true)
    while rows.count < k {
      nearest.add(points[rows[rows.count - 1]])
      rows.append(
        nearest.isAnyLeft
          ? generator.index(inProportionTo: nearest.shares) : points.draw(&generator))
    }
    return rows
  }

  /// The first mean a random row, each next one the row farthest from those chosen, whatever its
  /// weight.
  public static let farthestFirst = StartingRule(
    name: "farthest-first", summary: "each next mean the data point farthest from those chosen",
    source: "Gonzalez 1985, Theoret. Comput. Sci. 38:293–306",
    means: { points, k, generator in
      farthestRows(points, k, &generator).map { points[$0] }
    })

  /// The rows that are these means.
  static func farthestRows(
    _ points: PointSet, _ k: Int, _ generator: inout SeededGenerator
  ) -> [Int] {
    var rows = [points.draw(&generator)]
    var nearest = NearestCentres(over: points, isWeighted: false)
    while rows.count < k {
      nearest.add(points[rows[rows.count - 1]])
      rows.append(nearest.farthest)
    }
    return rows
  }
}
