/// What each point counts.
///
/// Weights are frequencies: with integers every result is what it is when each point is there as
/// often as it counts, and other numbers fill the gaps between them. A single point's
/// responsibilities know nothing of its weight; every sum over points does.
extension PointSet {
  /// The weights that a point may have, so that sums over points neither overflow nor vanish.
  package static let weightLimits = 1e-100...1e100

  /// The weight wₙ of point `n`, counted from 0: 1 where there are no weights.
  public func weight(of n: Int) -> Double { weights?[n] ?? 1 }

  /// What counts as one point where a mass is compared with points: 1, or the lightest point where
  /// that is less.
  var unitMass: Double { min(1, weights?.min() ?? 1) }

  /// Whether the weights can be given to points.
  static func check(weights: [Double], count: Int) throws(InvalidInput) {
    guard weights.count == count else {
      throw InvalidInput(
        "there are \(weights.count) weights for \(count) points; give one for each.")
    }
    for (n, weight) in weights.enumerated() where !weightLimits.contains(weight) {
      throw InvalidInput(
        "the weight of point \(n + 1) is \(weight), but weights are numbers from 1e-100 to 1e100; "
          + "leave points that do not count out.")
    }
  }

  /// Whether weighted squares of distances between places near the points can be added up.
  var weighsLittle: Bool {
    let (lower, upper) = bounds
    let (width, height) = (upper.x - lower.x, upper.y - lower.y)
    return totalWeight * (width * width + height * height) <= 1e300
  }
}

extension PointSet {
  /// The points of these numbers, in this order, with their weights; lengths are measured in the units
  /// of the coordinates, whatever they were before.
  func subset(_ numbers: [Int]) -> PointSet {
    PointSet(
      xs: numbers.map { xs[$0] }, ys: numbers.map { ys[$0] },
      weights: weights.map { weights in numbers.map { weights[$0] } }, dimension: dimension
    ).tossed(tosses)
  }

  /// The points with one more at their end, of weight 1; on a line at its first coordinate.
  func adding(_ point: Point) -> PointSet {
    PointSet(
      xs: xs + [point.x], ys: ys + [dimension == 1 ? 0 : point.y],
      weights: weights.map { $0 + [1] }, dimension: dimension
    ).tossed(point.x == point.x.rounded() ? tosses : nil).measured(by: standardization)
  }

  /// The points without point `n`, counted from 0.
  func removing(_ n: Int) -> PointSet {
    subset(xs.indices.filter { $0 != n }).measured(by: standardization)
  }
}
