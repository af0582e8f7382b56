/// How lengths are measured in the plane: in the units of the coordinates, or in standard deviations,
/// as if every coordinate were a z-score (x − shift) / scale.
///
/// Points, parameters and L stay in the units of the data all the same. What goes by distance goes by
/// this one: which centre of k-means is the nearest, J, what a round covariance is, and the rules that
/// look for points far apart. EM with full, tied or diagonal covariances never asks for it, without a floor
/// or a prior.
public struct Standardization: Hashable, Sendable {
  /// What is taken from each coordinate: the data's mean; the origin where nothing is standardised.
  public let shift: Point
  /// What each coordinate is then divided by: the data's standard deviation (N-denominator), 1 where that
  /// is 0 and where nothing is standardised.
  public let scale: Point

  /// The units of the coordinates themselves.
  public static let none = Standardization(shift: Point(x: 0, y: 0), scale: Point(x: 1, y: 1))

  private init(shift: Point, scale: Point) {
    (self.shift, self.scale) = (shift, scale)
  }

  /// The z-scores of some points, each counting as often as its weight says.
  public init(of points: PointSet) {
    func deviation(_ variance: Double) -> Double { variance > 0 ? variance.squareRoot() : 1 }
    self.init(
      shift: points.mean,
      scale: Point(x: deviation(points.covariance.xx), y: deviation(points.covariance.yy)))
  }

  /// Whether lengths are those of the coordinates.
  public var isNone: Bool { self == .none }

  /// The z-scores of a place.
  package func place(of point: Point) -> Point {
    Point(x: (point.x - shift.x) / scale.x, y: (point.y - shift.y) / scale.y)
  }

  /// The squared distance between two places.
  package func squaredDistance(_ a: Point, _ b: Point) -> Double {
    let (dx, dy) = ((a.x - b.x) / scale.x, (a.y - b.y) / scale.y)
    return dx * dx + dy * dy
  }

  /// The trace of a matrix of squared lengths, such as a covariance in the units of the data.
  package func trace(of matrix: Covariance2) -> Double {
    matrix.xx / scale.x / scale.x + matrix.yy / scale.y / scale.y
  }

  /// The covariance that is round here, in the units of the data: σ² diag(sx², sy²).
  package func round(_ variance: Double) -> Covariance2 {
    Covariance2(xx: variance * scale.x * scale.x, xy: 0, yy: variance * scale.y * scale.y)
  }

  /// A covariance of the data as that of the z-scores.
  package func standardized(_ matrix: Covariance2) -> Covariance2 {
    Covariance2(
      xx: matrix.xx / scale.x / scale.x, xy: matrix.xy / scale.x / scale.y,
      yy: matrix.yy / scale.y / scale.y)
  }

  /// A covariance of the z-scores in the units of the data.
  package func inDataUnits(_ matrix: Covariance2) -> Covariance2 {
    Covariance2(
      xx: matrix.xx * scale.x * scale.x, xy: matrix.xy * scale.x * scale.y,
      yy: matrix.yy * scale.y * scale.y)
  }

  /// Whether a covariance is round here, but for the rounding of one multiplication and division.
  package func isRound(_ matrix: Covariance2) -> Bool {
    let (x, y) = (matrix.xx / scale.x / scale.x, matrix.yy / scale.y / scale.y)
    return matrix.xy == 0 && (isNone ? x == y : abs(x - y) <= 8 * x.ulp)
  }
}

extension PointSet {
  /// The same points, whose lengths are those of their z-scores.
  public var standardized: PointSet { measured(by: Standardization(of: self)) }

  /// The same points, whose lengths are measured as a recipe says.
  package func measured(for recipe: RunRecipe) -> PointSet {
    recipe.goesByScores == !standardization.isNone
      ? self : measured(by: recipe.goesByScores ? Standardization(of: self) : .none)
  }
}
