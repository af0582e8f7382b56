extension GaussianMixture {
  /// The start of all rules that choose means alone: unless given otherwise πₖ = 1/K, Σₖ the data's
  /// covariance.
  ///
  /// Where the data's covariance is singular (identical points, points on a line), the start is
  /// widened by a millionth of its extent so that it can be written down; the first M-step then
  /// reports the collapse.
  ///
  /// - Parameters:
  ///   - means: Where the components are.
  ///   - points: The data.
  ///   - covariance: What their covariances Σ₀ are.
  ///   - weights: What their weights π₀ are.
  /// - Precondition: There are 1 to 255 means, all of them numbers.
  public static func start(
    means: [Point], over points: PointSet, covariance: StartCovariance = .data,
    weights: StartWeights = .equal
  ) -> GaussianMixture {
    let clusters =
      covariance.needsClusters || weights == .clusters
      ? KMeans(centres: means, standardization: points.standardization).clusters(of: points) : []
    let covariances = covariance.covariances(of: clusters, count: means.count, over: points)
    let shares = weights.weights(of: clusters, count: means.count, over: points)
    return GaussianMixture(
      components: means.indices.map {
        .start(weight: shares[$0], mean: means[$0], covariance: covariances[$0])
      })
  }

  /// The start of all rules that share out the points first: one M-step with full covariances.
  ///
  /// A component without points stays at its place in `sums` with the weight of one point, or of the
  /// lightest where that counts less; one whose own covariance is singular takes the data's, so that every start can be written down.
  ///
  /// - Parameters:
  ///   - sums: The weighted sums of each component.
  ///   - means: Where the means stay, `nil` to take those of the sums; covariances are about them.
  ///   - points: The data they were taken over.
  static func start(
    from sums: [ComponentStatistics], keeping means: [Point]? = nil, over points: PointSet
  ) -> GaussianMixture {
    let safeguard = Safeguard(for: points)
    let masses = sums.map { max($0.mass, points.unitMass) }
    let total = masses.reduce(0, +)
    return GaussianMixture(
      components: sums.indices.map { k in
        let weight = masses[k] / total
        guard sums[k].mass >= safeguard.leastMass else {
          return .start(weight: weight, mean: sums[k].reference, over: points)
        }
        let mean = means?[k] ?? sums[k].mean
        let covariance = (1 / sums[k].mass) * sums[k].scatter(about: mean)
        guard let admitted = safeguard.admit(covariance),
          let component = GaussianComponent(weight: weight, mean: mean, covariance: admitted)
        else { return .start(weight: weight, mean: mean, over: points) }
        return component
      })
  }
}

extension GaussianComponent {
  /// A component with the data's covariance.
  static func start(weight: Double, mean: Point, over points: PointSet) -> GaussianComponent {
    start(weight: weight, mean: mean, covariance: points.startingCovariance)
  }

  /// A component with a covariance that is known to be positive definite.
  static func start(weight: Double, mean: Point, covariance: Covariance2) -> GaussianComponent {
    guard let component = GaussianComponent(weight: weight, mean: mean, covariance: covariance)
    else { preconditionFailure("a starting covariance is positive definite") }
    return component
  }
}

extension PointSet {
  /// The data's covariance, widened where it is singular.
  var startingCovariance: Covariance2 {
    if dimension == 1 {
      let extent = max(1e-6 * (covariance.xx + 1e-12 * mean.x * mean.x), 1e-300)
      let variance = covariance.xx > 0 ? covariance.xx : extent > 1e-300 ? extent : 1e-6
      return .univariate(variance)
    }
    if Cholesky2(covariance) != nil { return covariance }
    let extent = max(covariance.trace / 2, 1e-12 * (mean.x * mean.x + mean.y * mean.y))
    let widened = covariance + .isotropic(1e-6 * (extent > 0 ? extent : 1))
    return Cholesky2(widened) != nil ? widened : .isotropic(max(widened.trace, 1e-300))
  }
}
