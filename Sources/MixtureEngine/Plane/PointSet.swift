/// The data: points of the plane, kept as one array for each coordinate.
///
/// Structure of arrays is what the vectorised pass reads; one point is a `subscript` away.
public struct PointSet: Sendable, Equatable {
  /// First coordinates, one for each point.
  public let xs: [Double]
  /// Second coordinates, one for each point.
  public let ys: [Double]
  /// The mean of all points; (0, 0) for none.
  public let mean: Point
  /// The covariance of all points with the n-denominator; zero for fewer than two points.
  public let covariance: Covariance2
  private let lower: Point
  private let upper: Point

  /// The largest magnitude a coordinate may have, so that squares and their sums stay finite.
  package static let coordinateLimit = 1e151

  /// The points (xs[n], ys[n]).
  ///
  ///     let points = try PointSet(validating: [1.8, 4.5, 2.0], [54, 82, 51])
  ///
  /// - Throws: ``InvalidInput`` when the arrays differ in length, or when a coordinate is no number
  ///   or larger than 1e151.
  public init(validating xs: [Double], _ ys: [Double]) throws(InvalidInput) {
    guard xs.count == ys.count else {
      throw InvalidInput("there are \(xs.count) first coordinates, but \(ys.count) second ones.")
    }
    let within = -Self.coordinateLimit...Self.coordinateLimit
    for n in xs.indices where !within.contains(xs[n]) || !within.contains(ys[n]) {
      throw InvalidInput(
        "point \(n + 1) is (\(xs[n]), \(ys[n])), but coordinates are numbers of at most "
          + "\(Self.coordinateLimit).")
    }
    self.init(unchecked: xs, ys)
    guard isUsable else {
      throw InvalidInput("the squares of so many large coordinates overflow; rescale the points.")
    }
  }

  /// The given points, in their order.
  ///
  /// - Throws: ``InvalidInput`` when a coordinate is no number or larger than 1e151.
  public init(validating points: some Sequence<Point>) throws(InvalidInput) {
    let points = Array(points)
    try self.init(validating: points.map(\.x), points.map(\.y))
  }

  /// The points (xs[n], ys[n]).
  ///
  /// - Precondition: The arrays have equal length; coordinates are numbers no larger than
  ///   ``coordinateLimit``.
  package init(xs: [Double], ys: [Double]) {
    precondition(xs.count == ys.count, "xs and ys must have equal length")
    self.init(unchecked: xs, ys)
    precondition(isUsable, "coordinates must be finite and at most 1e151 large")
  }

  private init(unchecked xs: [Double], _ ys: [Double]) {
    self.xs = xs
    self.ys = ys
    (mean, covariance) = PointSet.moments(xs, ys)
    lower = Point(x: xs.min() ?? 0, y: ys.min() ?? 0)
    upper = Point(x: xs.max() ?? 0, y: ys.max() ?? 0)
  }

  /// Whether all coordinates are numbers and their squares can be added up.
  private var isUsable: Bool { mean.isFinite && covariance.isFinite }

  /// The given points, in their order.
  package init(_ points: some Sequence<Point>) {
    var xs: [Double] = []
    var ys: [Double] = []
    for point in points {
      xs.append(point.x)
      ys.append(point.y)
    }
    self.init(xs: xs, ys: ys)
  }

  /// The smallest box that holds all points, by its lower left and upper right corners; both are
  /// the origin for no points.
  package var bounds: (lower: Point, upper: Point) { (lower, upper) }

  /// How many points there are, the lecture's N.
  public var count: Int { xs.count }

  /// The point xₙ, counted from 0.
  public subscript(n: Int) -> Point { Point(x: xs[n], y: ys[n]) }

  /// All points as values, in order.
  public var points: [Point] { xs.indices.map { self[$0] } }

  /// The mean first, then deviations from it, so that an offset of 1e8 costs no digits.
  private static func moments(_ xs: [Double], _ ys: [Double]) -> (Point, Covariance2) {
    guard let x0 = xs.first, let y0 = ys.first else {
      return (Point(x: 0, y: 0), Covariance2(xx: 0, xy: 0, yy: 0))
    }
    let count = Double(xs.count)
    var sumX = 0.0
    var sumY = 0.0
    for n in xs.indices {
      sumX += xs[n] - x0
      sumY += ys[n] - y0
    }
    let mean = Point(x: x0 + sumX / count, y: y0 + sumY / count)
    var xx = 0.0
    var xy = 0.0
    var yy = 0.0
    for n in xs.indices {
      let dx = xs[n] - mean.x
      let dy = ys[n] - mean.y
      xx += dx * dx
      xy += dx * dy
      yy += dy * dy
    }
    return (mean, Covariance2(xx: xx / count, xy: xy / count, yy: yy / count))
  }
}
