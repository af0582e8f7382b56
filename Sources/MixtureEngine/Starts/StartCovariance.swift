/// What the covariances Σ₀ are at the start, where a rule chooses means alone.
///
/// "Clusters" are what the means make of the points: each point goes to the nearest mean, as
/// lengths are measured; of means equally near the lowest number has it.
public enum StartCovariance: String, Hashable, Sendable, CaseIterable {
  /// Every component has the data's covariance.
  case data
  /// Every component has the pooled covariance within the clusters.
  case within
  /// Each component has the covariance of its own cluster; that within all clusters where its own is
  /// singular, as with fewer than three points.
  case clusters
  /// Every component is round, with the mean of the data's variances.
  case spherical

  /// The name by which it is chosen.
  public var name: String { rawValue }

  /// One line that says what it is.
  public var summary: String {
    switch self {
    case .data: "that of all points, for every component"
    case .within: "the pooled covariance of the points about their nearest means"
    case .clusters: "the covariance of each mean's own nearest points"
    case .spherical: "round, with the mean of the two variances"
    }
  }
}

extension StartCovariance {
  /// Whether the points have to be given to their nearest means.
  var needsClusters: Bool { self == .within || self == .clusters }

  /// Σ₀ of each component, all of them positive definite.
  ///
  /// Where the clusters' covariances are singular, the data's stands in for them.
  ///
  /// - Parameters:
  ///   - clusters: The weighted sums of each cluster, where they are needed.
  ///   - count: K.
  ///   - points: The data.
  func covariances(
    of clusters: [ComponentStatistics], count: Int, over points: PointSet
  ) -> [Covariance2] {
    func everywhere(_ covariance: Covariance2) -> [Covariance2] {
      [Covariance2](repeating: covariance, count: count)
    }
    switch self {
    case .data: return everywhere(points.startingCovariance)
    case .spherical where points.dimension == 2:
      let measure = points.standardization
      return everywhere(measure.round(measure.trace(of: points.startingCovariance) / 2))
    case .spherical: return everywhere(points.startingCovariance)
    case .within: return everywhere(clusters.pooledCovariance(over: points))
    case .clusters:
      let pooled = clusters.pooledCovariance(over: points)
      let safeguard = Safeguard(for: points)
      return clusters.map { sums in
        guard sums.mass >= safeguard.leastMass else { return pooled }
        return safeguard.admit((1 / sums.mass) * sums.scatter(about: sums.mean)) ?? pooled
      }
    }
  }
}

extension [ComponentStatistics] {
  /// The scatter of all clusters about their own means, divided by the weight of all points; the data's
  /// covariance where that is singular.
  fileprivate func pooledCovariance(over points: PointSet) -> Covariance2 {
    let scatter = reduce(Covariance2(xx: 0, xy: 0, yy: 0)) {
      $1.mass > 0 ? $0 + $1.scatter(about: $1.mean) : $0
    }
    return Safeguard(for: points).admit((1 / points.totalWeight) * scatter)
      ?? points.startingCovariance
  }
}
