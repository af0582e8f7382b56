import RealModule

extension StartingRule {
  /// The points cut into K slices of equal count along the first principal axis.
  ///
  /// Each mean is the middle of a slice. No chance is involved: every seed gives the same start.
  public static let principalAxis = StartingRule(
    name: "principal-axis",
    summary: "the middles of K equal slices along the direction of greatest variance",
    source: "after Su & Dy 2007, Intell. Data Anal. 11:319–338"
  ) { points, k, _ in
    let angle = points.covariance.axes.angle
    let c = Double.cos(angle)
    let s = Double.sin(angle)
    let along = points.points.map {
      ($0.x - points.mean.x) * c + ($0.y - points.mean.y) * s
    }
    let order = along.indices.sorted { (along[$0], $0) < (along[$1], $1) }
    let means = (0..<k).map { j in
      let slice = order[(j * order.count / k)..<((j + 1) * order.count / k)]
      var sums = ComponentStatistics(reference: points.mean)
      for n in slice { sums.add(points[n], responsibility: 1) }
      return sums.mean
    }
    return .start(means: means, over: points)
  }
}
