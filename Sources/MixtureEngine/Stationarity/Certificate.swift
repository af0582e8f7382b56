import RealModule

/// What a stationary point of L is, and how fast EM comes to it: the leading eigenvalue of EM's
/// Jacobian there.
///
/// Near a fixed point θ* EM is linear: M(θ) − θ* ≈ J (θ − θ*), and J is the share of the information
/// that is missing because labels are hidden. Below 1 the point is a maximum of L and the eigenvalue
/// the rate at which the distance shrinks with each iteration; above 1 it is a saddle, which EM leaves;
/// at 1 the point is one of a continuum, or can't be told from it.
///
/// Dempster, Laird & Rubin 1977, JRSS B 39:1–38; Meng & Rubin 1991, JASA 86:899–909.
public struct Certificate: Sendable {
  /// What the point is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A maximum: every way leads down.
    case maximum
    /// A saddle: L grows along the slow direction.
    case saddle
    /// One of a continuum of points with the same L, such as where two components are identical.
    case degenerate
  }

  /// What the point is.
  public let kind: Kind
  /// The leading eigenvalue of the Jacobian: by what an iteration multiplies what is left of the way.
  public let rate: Double
  /// The stationary point itself, where the run would end with no tolerance.
  public let point: any LatentLabelModel
  /// L there, in nats.
  public let logLikelihood: Double
  /// The slow direction as a displacement of each component's mean, in units of the data.
  ///
  /// The greatest is one standard deviation of its component long; all are zero where no mean moves, and
  /// so is that of a component without a mean. The sign is arbitrary.
  public let meanDisplacements: [Point]
  /// How often EM was mapped to find it.
  package let mapCount: Int

  /// How near to 1 an eigenvalue is 1.
  private static let resolution = 1e-5
}

extension Certificate {
  /// The certificate of the point where a model is.
  ///
  /// The nearest stationary point is sought first, with Newton's method on EM's map, since a run ends
  /// somewhat before it. Derivatives are central differences of the map.
  ///
  /// - Parameters:
  ///   - model: θ at the end of a run.
  ///   - points: The data.
  ///   - observed: Labels that are known.
  ///   - safeguard: When an M-step counts as a collapse, with the run's floor.
  /// - Returns: `nil` in the hard limit, for models without coordinates, where no stationary point is
  ///   near, and when the task is cancelled first.
  public init?(
    of model: any LatentLabelModel, over points: PointSet, observed: ObservedLabels? = nil,
    safeguard: Safeguard? = nil
  ) {
    guard model.criterion == .logLikelihood, let charted = model as? any ChartedModel else {
      return nil
    }
    func certificate(_ charted: some ChartedModel) -> Certificate? {
      Certificate(
        LocalMap(
          points: points, observed: observed, safeguard: safeguard ?? Safeguard(for: points),
          centre: charted))
    }
    guard let certificate = certificate(charted) else { return nil }
    self = certificate
  }

  /// The certificate of the present state of a run; see ``init(of:over:observed:safeguard:)``.
  public init?(of run: Run) {
    self.init(
      of: run.model, over: run.points, observed: run.observed, safeguard: run.safeguard)
  }

  private init?(_ begin: LocalMap<some ChartedModel>) {
    var map = begin
    // A component of weight zero is nowhere: any mean will do.
    let isIdle = map.centre.shapes.contains { $0.weight == 0 && $0.outline != .everywhere }
    guard isIdle || map.settle() else { return nil }
    let shapes = map.centre.shapes
    point = map.centre
    logLikelihood =
      map.centre.expectation(over: map.points, observed: map.observed).objective
    guard !isIdle else {
      (kind, rate, mapCount) = (.degenerate, 1, map.mapCount)
      meanDisplacements = shapes.map { _ in Point(x: 0, y: 0) }
      return
    }
    guard let (value, vector) = map.leading() else { return nil }
    rate = value
    kind =
      abs(value - 1) <= Self.resolution ? .degenerate : value > 1 ? .saddle : .maximum
    meanDisplacements = map.meanDisplacements(along: vector)
    mapCount = map.mapCount
  }
}

/// EM's map about one θ, in the coordinates of that θ.
private struct LocalMap<Model: ChartedModel> {
  let points: PointSet
  let observed: ObservedLabels?
  let safeguard: Safeguard
  var centre: Model
  var mapCount = 0

  /// The step of a difference: far above rounding, far below a component's size.
  private static var step: Double { 3e-5 }
  /// The most maps for one space; enough for ten components of every direction.
  private static var mapLimit: Int { 60 }
  /// How far from the end of a run its stationary point may be.
  private static var reach: Double { 0.5 }

  /// M(θ) in coordinates, `nil` where it collapses.
  private mutating func image(of model: Model) -> [Double]? {
    guard !Task.isCancelled else { return nil }
    mapCount += 1
    let expectation = model.expectation(over: points, observed: observed)
    guard
      let updated = try? model.maximization(
        over: points, from: expectation, safeguard: safeguard)
    else { return nil }
    return centre.coordinates(of: updated, scale: points.startingCovariance)
  }

  /// J times a direction of length 1.
  private mutating func derivative(along direction: [Double]) -> [Double]? {
    var images: [[Double]] = []
    for sign in [1.0, -1.0] {
      guard
        let model = centre.displaced(
          by: direction.map { sign * Self.step * $0 }, scale: points.startingCovariance),
        let image = image(of: model)
      else { return nil }
      images.append(image)
    }
    return zip(images[0], images[1]).map { ($0 - $1) / (2 * Self.step) }
  }

  /// Moves the centre to the stationary point next to it.
  ///
  /// - Returns: Whether there is one.
  mutating func settle() -> Bool {
    var way = 0.0
    for _ in 0..<8 {
      guard let rest = image(of: centre) else { return false }
      if KrylovSpace.length(of: rest) < 1e-9 { return true }
      guard
        let space = KrylovSpace(
          of: rest, limit: Self.mapLimit,
          { direction in derivative(along: direction) }),
        let step = space.stationaryStep
      else { break }
      way += KrylovSpace.length(of: step)
      guard way < Self.reach,
        let moved = centre.displaced(by: step, scale: points.startingCovariance)
      else { break }
      centre = moved
    }
    guard let rest = image(of: centre) else { return false }
    return KrylovSpace.length(of: rest) < 1e-6
  }

  /// The leading eigenvalue of J at the centre and its direction.
  mutating func leading() -> (value: Double, vector: [Double])? {
    var generator = SeededGenerator(seed: 1)
    let count = centre.coordinates(of: centre, scale: points.startingCovariance).count
    let start = (0..<count).map { _ in generator.normal() }
    // One map takes the start to where EM can lead.
    guard let first = derivative(along: start.map { $0 / KrylovSpace.length(of: start) }),
      KrylovSpace.length(of: first) > 1e-9
    else { return (0, start.map { _ in 0 }) }
    let space = KrylovSpace(
      of: first, limit: Self.mapLimit, until: { $0.leading.residual < 1e-7 },
      { direction in derivative(along: direction) })
    return space.map { ($0.leading.value, $0.leading.vector) }
  }

  /// A direction as displacements of the means, the greatest of them one standard deviation long.
  func meanDisplacements(along direction: [Double]) -> [Point] {
    let shapes = centre.shapes
    guard
      let moved = centre.displaced(
        by: direction.map { Self.step * $0 }, scale: points.startingCovariance)
    else { return shapes.map { _ in Point(x: 0, y: 0) } }
    let displacements = zip(shapes, moved.shapes).map { a, b in
      Point(x: b.centre.x - a.centre.x, y: b.centre.y - a.centre.y)
    }
    let lengths = zip(shapes, displacements).map { shape, d -> Double in
      switch shape.outline {
      case .ellipse(let covariance):
        Cholesky2(covariance)?.squaredMahalanobis(d.x, d.y).squareRoot() ?? 0
      case .line(_, _, let deviation): abs(d.y) / deviation
      case .none, .everywhere: 0
      }
    }
    let greatest = lengths.max() ?? 0
    guard greatest > 1e-6 * Self.step else { return shapes.map { _ in Point(x: 0, y: 0) } }
    return displacements.map { Point(x: $0.x / greatest, y: $0.y / greatest) }
  }
}
