import RealModule

extension StartingRule {
  /// The points cut into K slices of equal count along the first principal axis.
  ///
  /// Each mean is the middle of a slice. Points with weights are cut into slices of equal weight, and
  /// one on a border is shared out between the slices on either side. No chance is involved: every
  /// seed gives the same start. The equal slices are this program's own; PCA-Part of Su & Dy 2007,
  /// Intell. Data Anal. 11:319–338, takes the same direction, but divides one cluster in two at its
  /// mean, again and again, each time along that cluster's own axis.
  public static let principalAxis = StartingRule(
    name: "principal-axis",
    summary: "the middles of K equal slices along the direction of greatest variance",
    source: "own; for PCA-Part, which divides again and again, see Su & Dy 2007",
    means: { points, k, _ in
      let measure = points.standardization
      let angle = measure.standardized(points.covariance).axes.angle
      let c = Double.cos(angle)
      let s = Double.sin(angle)
      let along = points.points.map {
        ($0.x - points.mean.x) / measure.scale.x * c + ($0.y - points.mean.y) / measure.scale.y * s
      }
      let order = along.indices.sorted { (along[$0], $0) < (along[$1], $1) }
      guard points.weights == nil else {
        return slicesOfEqualWeight(points, in: order, k).map(\.mean)
      }
      return (0..<k).map { j in
        let slice = order[(j * order.count / k)..<((j + 1) * order.count / k)]
        var sums = ComponentStatistics(reference: points.mean)
        for n in slice { sums.add(points[n], responsibility: 1) }
        return sums.mean
      }
    })

  /// The sums over K slices of equal weight of the points in an order.
  private static func slicesOfEqualWeight(
    _ points: PointSet, in order: [Int], _ k: Int
  ) -> [ComponentStatistics] {
    var slices = [ComponentStatistics](
      repeating: ComponentStatistics(reference: points.mean), count: k)
    let share = points.totalWeight / Double(k)
    var (slice, room) = (0, share)
    for n in order {
      var rest = points.weight(of: n)
      while slice < k - 1, rest >= room {
        slices[slice].add(points[n], responsibility: room)
        rest -= room
        (slice, room) = (slice + 1, share)
      }
      slices[slice].add(points[n], responsibility: rest)
      room -= rest
    }
    return slices
  }
}
