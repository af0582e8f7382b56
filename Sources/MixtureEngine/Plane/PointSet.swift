/// The data: points of the plane or of a line, kept as one array for each coordinate, and how much
/// each counts.
///
/// Structure of arrays is what the vectorised pass reads; one point is a `subscript` away. A point
/// of weight w counts as w equal points, whole or not: see ``weights``. Points on a line have the
/// second coordinate 0, and models leave it out.
public struct PointSet: Sendable, Equatable {
  /// First coordinates, one for each point.
  public let xs: [Double]
  /// Second coordinates, one for each point.
  public let ys: [Double]
  /// 2 for points of the plane, 1 for points on a line.
  public let dimension: Int
  /// Of how many tosses each point counts the heads, where that is stated; models of coins need it.
  public private(set) var tosses: Int?
  /// The weight wₙ of each point: how many points it counts as; `nil` where each counts as one.
  public let weights: [Double]?
  /// W = Σₙ wₙ: the number of points where each counts as one.
  public let totalWeight: Double
  /// The weighted mean of all points; (0, 0) for none.
  public let mean: Point
  /// The weighted covariance of all points with the W-denominator; zero for fewer than two points.
  public let covariance: Covariance2
  /// How lengths between the points are measured: in the units of the coordinates unless asked for
  /// otherwise.
  public private(set) var standardization = Standardization.none
  private let lower: Point
  private let upper: Point
  private let sharedCells: SharedCells?

  /// The largest magnitude a coordinate may have, so that squares and their sums stay finite.
  package static let coordinateLimit = 1e151
  /// The least length over which coordinates may vary, so that densities and the squares of what is far
  /// smaller are numbers.
  package static let extentLimit = 1e-151

  /// The points (xs[n], ys[n]), each with its weight.
  ///
  ///     let points = try PointSet(validating: [1.8, 4.5, 2.0], [54, 82, 51])
  ///     let counted = try PointSet(validating: [1.8, 4.5], [54, 82], weights: [3, 0.5])
  ///
  /// - Throws: ``InvalidInput`` when the arrays differ in length, when a coordinate is no number or
  ///   larger than 1e151, when coordinates vary by less than 1e-151 but do vary, or when a weight is no
  ///   number from 1e-100 to 1e100.
  public init(
    validating xs: [Double], _ ys: [Double], weights: [Double]? = nil
  ) throws(InvalidInput) {
    guard xs.count == ys.count else {
      throw InvalidInput("there are \(xs.count) first coordinates, but \(ys.count) second ones.")
    }
    let within = -Self.coordinateLimit...Self.coordinateLimit
    for n in xs.indices where !within.contains(xs[n]) || !within.contains(ys[n]) {
      throw InvalidInput(
        "point \(n + 1) is (\(xs[n]), \(ys[n])), but coordinates are numbers of at most "
          + "\(Self.coordinateLimit).")
    }
    if let weights { try Self.check(weights: weights, count: xs.count) }
    self.init(unchecked: xs, ys, weights, dimension: 2)
    try checkSums()
  }

  /// The points xs[n] on a line, each with its weight.
  ///
  ///     let points = try PointSet(validating: [54, 82, 51])
  ///
  /// - Throws: ``InvalidInput`` when a coordinate is no number or larger than 1e151, when coordinates
  ///   vary by less than 1e-151 but do vary, or when there is not one weight for each point, a number
  ///   from 1e-100 to 1e100.
  public init(validating xs: [Double], weights: [Double]? = nil) throws(InvalidInput) {
    let within = -Self.coordinateLimit...Self.coordinateLimit
    for n in xs.indices where !within.contains(xs[n]) {
      throw InvalidInput(
        "point \(n + 1) is \(xs[n]), but coordinates are numbers of at most "
          + "\(Self.coordinateLimit).")
    }
    if let weights { try Self.check(weights: weights, count: xs.count) }
    self.init(unchecked: xs, [Double](repeating: 0, count: xs.count), weights, dimension: 1)
    try checkSums()
  }

  /// The coordinate, 0 or 1, that varies by less than ``extentLimit`` but does vary.
  package var tooNarrowCoordinate: Int? {
    [upper.x - lower.x, upper.y - lower.y].firstIndex { $0 > 0 && $0 < Self.extentLimit }
  }

  /// Checks that squares, their inverses and their weighted sums are numbers.
  private func checkSums() throws(InvalidInput) {
    if let narrow = tooNarrowCoordinate {
      throw InvalidInput(
        "the \(narrow == 0 ? "first" : "second") coordinates vary by less than "
          + "\(Self.extentLimit); rescale the points.")
    }
    guard isUsable else {
      throw InvalidInput("the squares of so many large coordinates overflow; rescale the points.")
    }
    guard self.weights == nil || weighsLittle else {
      throw InvalidInput(
        "so large weights of so large coordinates overflow; rescale the points or the weights.")
    }
  }

  /// The given points, in their order, each with its weight.
  ///
  /// - Throws: ``InvalidInput`` when a coordinate is no number or larger than 1e151, when coordinates
  ///   vary by less than 1e-151 but do vary, or when there is not one weight for each point, a number
  ///   from 1e-100 to 1e100.
  public init(
    validating points: some Sequence<Point>, weights: [Double]? = nil
  ) throws(InvalidInput) {
    let points = Array(points)
    try self.init(validating: points.map(\.x), points.map(\.y), weights: weights)
  }

  /// The points (xs[n], ys[n]), each with its weight.
  ///
  /// - Precondition: The arrays have equal length; coordinates are numbers no larger than
  ///   ``coordinateLimit``, and weights lie within ``weightLimits``. On a line all `ys` are 0.
  package init(xs: [Double], ys: [Double], weights: [Double]? = nil, dimension: Int = 2) {
    precondition(xs.count == ys.count, "xs and ys must have equal length")
    precondition(weights.map { $0.count == xs.count } ?? true, "one weight for each point")
    self.init(unchecked: xs, ys, weights, dimension: dimension)
    precondition(isUsable, "coordinates must be finite and at most 1e151 large")
  }

  private init(
    unchecked xs: [Double], _ ys: [Double], _ weights: [Double]?, dimension: Int
  ) {
    self.xs = xs
    self.ys = ys
    self.dimension = dimension
    // Points that all count as one are points without weights, to the last bit of every result.
    self.weights = weights.flatMap { $0.allSatisfy { $0 == 1 } ? nil : $0 }
    totalWeight = self.weights?.reduce(0, +) ?? Double(xs.count)
    (mean, covariance) = PointSet.moments(xs, ys, self.weights, totalWeight)
    sharedCells = SharedCells(count: xs.count)
    lower = Point(x: xs.min() ?? 0, y: ys.min() ?? 0)
    upper = Point(x: xs.max() ?? 0, y: ys.max() ?? 0)
  }

  /// The points as heads out of a number of tosses.
  ///
  /// - Throws: ``InvalidInput`` unless the points are on a line, whole numbers from 0 to `tosses`.
  public func heads(outOf tosses: Int) throws(InvalidInput) -> PointSet {
    guard dimension == 1 else {
      throw InvalidInput("heads are one column; choose it with --columns.")
    }
    guard tosses > 0 else { throw InvalidInput("a number of tosses is 1 or more, not \(tosses).") }
    for (n, x) in xs.enumerated() where x != x.rounded() || x < 0 || x > Double(tosses) {
      throw InvalidInput(
        "point \(n + 1) is \(x), but heads out of \(tosses) tosses are whole numbers from 0 to "
          + "\(tosses).")
    }
    return tossed(tosses)
  }

  /// The points with as many tosses as others.
  package func tossed(_ tosses: Int?) -> PointSet {
    var points = self
    points.tosses = tosses
    return points
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

  /// The points sorted into cells, for passes that leave out what doesn't count; `nil` for few points.
  var cells: PointCells? { sharedCells?.cells(of: self) }

  /// The same points with lengths that are measured so.
  package func measured(by standardization: Standardization) -> PointSet {
    var points = self
    points.standardization = standardization
    return points
  }

  /// How many points there are, the lecture's N.
  public var count: Int { xs.count }

  /// The point xₙ, counted from 0.
  public subscript(n: Int) -> Point { Point(x: xs[n], y: ys[n]) }

  /// All points as values, in order.
  public var points: [Point] { xs.indices.map { self[$0] } }
}
