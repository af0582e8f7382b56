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
    // w · D(x)² of every point, D the distance to the nearest mean.
    rows(k, from: NearestCentres(over: points, isWeighted: true), points, &generator) {
      $0.isAnyLeft ? $1.index(inProportionTo: $0.shares) : points.draw(&$1)
    }
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
    rows(k, from: NearestCentres(over: points, isWeighted: false), points, &generator) {
      nearest, _ in
      nearest.farthest
    }
  }

  /// Rows one after the other: the first at random, each next one by the distances to those before.
  private static func rows(
    _ k: Int, from none: NearestCentres, _ points: PointSet, _ generator: inout SeededGenerator,
    next: (NearestCentres, inout SeededGenerator) -> Int
  ) -> [Int] {
    var (rows, nearest) = ([points.draw(&generator)], none)
    while rows.count < k {
      nearest.add(points[rows[rows.count - 1]])
      rows.append(next(nearest, &generator))
    }
    return rows
  }
}
