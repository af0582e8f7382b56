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
    var means = [points[points.draw(&generator)]]
    // w · D(x)² of every point, D the distance to the nearest mean.
    var shares = [Double](repeating: .infinity, count: points.count)
    while means.count < k {
      let last = means[means.count - 1]
      for n in shares.indices {
        let squared = points.standardization.squaredDistance(points[n], last)
        shares[n] = min(shares[n], points.weight(of: n) * squared)
      }
      let isAnyLeft = shares.contains { $0 > 0 }
      means.append(
        points[
          isAnyLeft ? generator.index(inProportionTo: shares) : points.draw(&generator)])
    }
    return means
  }

  /// The first mean a random row, each next one the row farthest from those chosen, whatever its
  /// weight.
  public static let farthestFirst = StartingRule(
    name: "farthest-first", summary: "each next mean the data point farthest from those chosen",
    source: "Gonzalez 1985, Theoret. Comput. Sci. 38:293–306",
    means: { points, k, generator in
      var means = [points[points.draw(&generator)]]
      var squared = [Double](repeating: .infinity, count: points.count)
      while means.count < k {
        let last = means[means.count - 1]
        var farthest = 0
        for n in squared.indices {
          squared[n] = min(squared[n], points.standardization.squaredDistance(points[n], last))
          if squared[n] > squared[farthest] { farthest = n }
        }
        means.append(points[farthest])
      }
      return means
    })
}
