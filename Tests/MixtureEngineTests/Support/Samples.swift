import MixtureEngine
import Testing

/// A data set of the tests, with a name that a failing test can print.
struct Sample: CustomTestStringConvertible, Sendable {
  var name: String
  var points: PointSet
  var testDescription: String { name }

  /// Points drawn from round and stretched clouds.
  static func clouds(
    _ clouds: [(count: Int, mean: Point, covariance: Covariance2)], seed: UInt64, name: String
  ) -> Sample {
    var generator = SeededGenerator(seed: seed)
    var points: [Point] = []
    for cloud in clouds {
      guard let factor = Cholesky2(cloud.covariance) else { preconditionFailure("not positive") }
      for _ in 0..<cloud.count {
        let u = generator.normal()
        let v = generator.normal()
        points.append(
          Point(
            x: cloud.mean.x + factor.l11 * u,
            y: cloud.mean.y + factor.l21 * u + factor.l22 * v))
      }
    }
    return Sample(name: name, points: PointSet(points))
  }

  /// Three clouds that overlap a little.
  static let threeClouds = clouds(
    [
      (40, Point(x: 0, y: 0), Covariance2(xx: 1, xy: 0.5, yy: 1)),
      (30, Point(x: 5, y: 1), Covariance2(xx: 0.5, xy: 0, yy: 2)),
      (30, Point(x: 2, y: 6), Covariance2(xx: 2, xy: -0.8, yy: 1)),
    ], seed: 11, name: "three clouds")

  /// Two clouds on top of each other, one wide and one narrow.
  static let nested = clouds(
    [
      (60, Point(x: 0, y: 0), .isotropic(9)), (40, Point(x: 0.5, y: 0), .isotropic(0.25)),
    ], seed: 12, name: "nested")

  /// One cloud, where more than one component has nothing to find.
  static let oneCloud = clouds(
    [(80, Point(x: -3, y: 2), Covariance2(xx: 4, xy: 1, yy: 1))], seed: 13, name: "one cloud")

  /// Every third row of Old Faithful, ties and all.
  static let faithfulThird = Sample(
    name: "a third of Old Faithful",
    points: PointSet(
      PointSet.oldFaithful.points.enumerated().filter { $0.offset % 3 == 0 }.map(\.element)))

  /// Ordinary data of different shapes, small enough for laws over many seeds.
  static let ordinary = [threeClouds, nested, oneCloud, faithfulThird]

  /// The same data moved and scaled.
  func moved(scale: Double, offset: Double) -> Sample {
    Sample(
      name: "\(name) × \(scale) + \(offset)",
      points: PointSet(
        points.points.map { Point(x: $0.x * scale + offset, y: $0.y * scale + offset) }))
  }

  /// Three clouds at the ends of the range of coordinates.
  static let extreme = [
    threeClouds.moved(scale: 1e150, offset: 0), threeClouds.moved(scale: 1e-150, offset: 0),
    threeClouds.moved(scale: 1, offset: 1e8),
  ]

  /// Data with nothing, or too little, to fit.
  static let degenerate = [
    Sample(name: "one point", points: PointSet(xs: [3], ys: [-2])),
    Sample(name: "two points", points: PointSet(xs: [3, 4], ys: [-2, 5])),
    Sample(
      name: "identical points",
      points: PointSet(xs: .init(repeating: 2.5, count: 9), ys: .init(repeating: 1e8, count: 9))),
    Sample(name: "all at the origin", points: PointSet(xs: [0, 0, 0, 0], ys: [0, 0, 0, 0])),
    Sample(
      name: "on a line",
      points: PointSet(xs: (0..<12).map(Double.init), ys: (0..<12).map { 2 * Double($0) + 1 })),
    Sample(
      name: "on a horizontal line",
      points: PointSet(xs: (0..<12).map(Double.init), ys: .init(repeating: 7, count: 12))),
    Sample(
      name: "two places, many times",
      points: PointSet(xs: [0, 0, 0, 0, 1, 1, 1, 1], ys: [0, 0, 0, 0, 1, 1, 1, 1])),
    Sample(
      name: "a line far away",
      points: PointSet(xs: [1e8, 1e8 + 1, 1e8 + 2], ys: [1e8, 1e8 + 1, 1e8 + 2])),
  ]
}
