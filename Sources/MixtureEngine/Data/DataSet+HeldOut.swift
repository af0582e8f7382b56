/// What no run over a data set sees, though it belongs to it.
package struct HeldOutPoints: Sendable {
  /// The share of all points that was asked for.
  package let share: Double
  /// The points, with their weights.
  package let points: PointSet
  /// Their known labels, if the data has some.
  fileprivate let labels: [Int?]?
  /// Where they stand among all points, ascending.
  fileprivate var positions: [Int]
  /// The starts on all points, whose names say nothing of a part of them.
  fileprivate let starts: [NamedStart]
}

extension DataSet {
  /// The data with a share of the points held out: ``points`` and labels are those of the rest.
  ///
  /// Starts with a name are left out, as what they are named for happens on all points.
  ///
  /// - Parameter share: How many of all points are held out, between 0 and 1.
  /// - Throws: ``InvalidInput`` where they cannot be split so.
  package func holdingOut(_ share: Double) throws(InvalidInput) -> DataSet {
    var data = whole
    let split = try PointSplit(holdingOut: share, of: data.points.count)
    let labels = data.labels?.ofPoints
    data.heldOut = HeldOutPoints(
      share: share, points: data.points.subset(split.heldOut),
      labels: labels.map { labels in split.heldOut.map { labels[$0] } },
      positions: split.heldOut, starts: data.starts)
    data.points = data.points.subset(split.seen)
    data.labels?.ofPoints = split.seen.map { labels?[$0] }
    data.starts = []
    return data
  }

  /// The data with no point held out, in their own order.
  package var whole: DataSet {
    guard let heldOut else { return self }
    var data = self
    data.heldOut = nil
    var order: [(Point, Double, Int??)] = []
    order.reserveCapacity(wholeCount)
    var (seen, apart) = (0, 0)
    while order.count < wholeCount {
      let isApart =
        apart < heldOut.positions.count
        && (heldOut.positions[apart] <= order.count || seen == points.count)
      if isApart {
        order.append(
          (heldOut.points[apart], heldOut.points.weight(of: apart), heldOut.labels?[apart]))
        apart += 1
      } else {
        order.append((points[seen], points.weight(of: seen), labels?.ofPoints[seen]))
        seen += 1
      }
    }
    let isWeighted = points.weights != nil || heldOut.points.weights != nil
    data.points = PointSet(
      xs: order.map(\.0.x), ys: order.map(\.0.y), weights: isWeighted ? order.map(\.1) : nil,
      dimension: points.dimension
    ).tossed(points.tosses)
    data.labels?.ofPoints = order.map { $0.2 ?? nil }
    data.starts = heldOut.starts
    return data
  }

  /// How many points there are, those that are held out among them.
  package var wholeCount: Int { points.count + (heldOut?.points.count ?? 0) }

  /// Lets the places of held-out points follow when the n-th of the others is removed.
  mutating func closeGap(at n: Int) {
    guard var heldOut else { return }
    let place = heldOut.positions.reduce(n) { $1 <= $0 ? $0 + 1 : $0 }
    heldOut.positions = heldOut.positions.map { $0 > place ? $0 - 1 : $0 }
    self.heldOut = heldOut
  }
}
