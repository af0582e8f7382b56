/// The hard limit of EM as σ² → 0: Lloyd's k-means, with the distortion J in the place of L.
///
/// The E-step gives each point wholly to the nearest centre (ties to the lowest number), the
/// M-step moves each centre to the mean of its points. Lloyd 1982, IEEE Trans. Inf. Theory 28.
/// Distances, and with them J, are those of the points' ``PointSet/standardization``.
public struct KMeans: Hashable, Sendable {
  /// The centres μₖ.
  public let centres: [Point]
  /// The share of the points' weight in each cluster when the centres were made.
  package let shares: [Double]
  /// How distances are measured, and with them J.
  package let standardization: Standardization
  /// 2 for centres in the plane, 1 for centres on a line.
  package let dimension: Int

  /// Clusters around the given centres.
  ///
  /// - Throws: ``InvalidInput`` unless there are 1 to 255 centres, all of them numbers.
  public init(validating centres: [Point]) throws(InvalidInput) {
    guard (1...255).contains(centres.count) else {
      throw InvalidInput("k-means has 1 to 255 centres, not \(centres.count).")
    }
    for (k, centre) in centres.enumerated() where !centre.isFinite {
      throw InvalidInput("centre \(k + 1) is (\(centre.x), \(centre.y)).")
    }
    self.init(centres: centres)
  }

  /// Clusters around the given centres.
  ///
  /// - Precondition: There are 1 to 255 centres.
  package init(
    centres: [Point], shares: [Double]? = nil, standardization: Standardization = .none,
    dimension: Int = 2
  ) {
    precondition((1...255).contains(centres.count), "k-means has 1 to 255 centres")
    self.centres = centres
    self.dimension = dimension
    self.standardization = standardization
    self.shares =
      shares ?? [Double](repeating: 1 / Double(centres.count), count: centres.count)
  }

  /// The nearest centre, the lowest where several are equally near, and its squared distance.
  package func nearest(to point: Point) -> (label: Int, squaredDistance: Double) {
    var best = (label: 0, squaredDistance: Double.infinity)
    for k in centres.indices {
      let squared = standardization.squaredDistance(point, centres[k])
      if squared < best.squaredDistance { best = (k, squared) }
    }
    return best
  }
}

extension KMeans: MomentModel {
  /// The start's means.
  public init(from start: GaussianMixture, over points: PointSet, observed: ObservedLabels?) {
    self.init(
      centres: start.components.map(\.mean), standardization: points.standardization,
      dimension: points.dimension)
  }

  /// K.
  public var componentCount: Int { centres.count }

  /// The distortion J.
  public var criterion: Criterion { .distortion }

  /// −‖x − μₖ‖²: the joint log-density times 2σ², up to a constant, as σ² → 0.
  public func logJoint(of point: Point, label k: Int) -> Double {
    -standardization.squaredDistance(point, centres[k])
  }

  /// 2K coordinates, K on a line.
  public var freeParameterCount: Int { dimension * componentCount }

  /// Centre and share of each cluster.
  public var shapes: [ComponentShape] {
    zip(centres, shares).map { ComponentShape(weight: $1, centre: $0, outline: .none) }
  }

  /// The plain hard E-step: each point to its nearest centre, or to its known label.
  package func referenceExpectation(
    over points: PointSet, observed: ObservedLabels?
  ) -> Expectation {
    expectation(
      over: points, labels: labels(of: points, observed: observed), observed: observed)
  }

  /// Each point's nearest centre, or its known label.
  private func labels(of points: PointSet, observed: ObservedLabels?) -> [UInt8] {
    (0..<points.count).map { UInt8(observed?[$0] ?? nearest(to: points[$0]).label) }
  }

  /// The hard E-step of points that have their labels.
  func expectation(
    over points: PointSet, labels: [UInt8], observed: ObservedLabels?
  ) -> Expectation {
    var statistics = centres.map { ComponentStatistics(reference: $0) }
    var distortion = 0.0
    for (n, label) in labels.enumerated() {
      let k = Int(label)
      let w = points.weight(of: n)
      distortion += w * standardization.squaredDistance(points[n], centres[k])
      statistics[k].add(points[n], responsibility: w)
    }
    return Expectation(
      objective: -distortion, entropy: 0, labels: labels,
      posterior: .sums(statistics, at: self, observed: observed))
  }

  /// The hard table: 1 for the nearest centre, 0 elsewhere.
  public func responsibilities(
    over points: PointSet, observed: ObservedLabels?
  ) -> Responsibilities {
    Responsibilities(labels: labels(of: points, observed: observed), componentCount: componentCount)
  }

  /// Each centre moves to the weighted mean of its points; the centre of an empty cluster stays.
  public func maximization(
    from statistics: [ComponentStatistics], safeguard: Safeguard
  ) throws(Collapse) -> KMeans {
    let total = statistics.reduce(0) { $0 + $1.mass }
    return with(
      centres: zip(centres, statistics).map { $1.mass > 0 ? $1.mean : $0 },
      shares: statistics.map { $0.mass / total })
  }

  /// −Σₖ Σ w ‖x − μₖ‖² over the points of each cluster.
  public func expectedLogJoint(from statistics: [ComponentStatistics]) -> Double {
    -zip(centres, statistics).reduce(0) {
      $0 + standardization.trace(of: $1.1.scatter(about: $1.0))
    }
  }
}

extension KMeans: ExplorableModel {
  /// Linear in the centres.
  package func interpolated(to other: KMeans, at s: Double) -> KMeans? {
    guard other.componentCount == componentCount else { return nil }
    return with(
      centres: zip(centres, other.centres).map {
        Point(x: (1 - s) * $0.x + s * $1.x, y: (1 - s) * $0.y + s * $1.y)
      })
  }

  /// Each centre.
  package var blocks: [ParameterBlock] { centres.indices.map { .mean($0) } }

  package func taking(_ block: ParameterBlock, from other: KMeans) -> KMeans? {
    guard case .mean(let k) = block, other.componentCount == componentCount else { return nil }
    var moved = centres
    moved[k] = other.centres[k]
    return with(centres: moved)
  }
}

extension ModelKind {
  /// The hard limit: Lloyd's k-means from the start's means.
  public static let kMeans = ModelKind(
    KMeans.self, name: "k-means",
    summary: "the hard limit σ² → 0: each point to its nearest centre", settings: [.lengths])
}

extension KMeans {
  /// Other centres, with distances measured alike and in as many dimensions.
  ///
  /// - Parameter shares: The clusters' shares; unless given, those that there are.
  func with(centres: [Point], shares: [Double]? = nil) -> KMeans {
    KMeans(
      centres: centres, shares: shares ?? self.shares, standardization: standardization,
      dimension: dimension)
  }

  /// The same centres with distances measured so.
  package func measured(by standardization: Standardization) -> KMeans {
    KMeans(
      centres: centres, shares: shares, standardization: standardization, dimension: dimension)
  }

  /// The weighted sums of the points that are nearest to each centre.
  func clusters(of points: PointSet) -> [ComponentStatistics] {
    statistics(over: points, under: referenceExpectation(over: points, observed: nil))
  }
}
