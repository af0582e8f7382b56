extension GaussianMixture {
  /// The M-step under a prior, the θ that maximises F + log p(θ).
  ///
  ///     πₖ = Nₖ / W,   μₖ = (Σₙ wₙ qₖₙ xₙ + κ μ_P) / (Nₖ + κ),
  ///     Σₖ = (Sₖ + κ (μₖ − μ_P)(μₖ − μ_P)ᵀ + Λ) / (Nₖ + ν + 4)
  ///
  /// with Sₖ the scatter about μₖ, and with Λ and the divisor as the structure has them. A component that
  /// no point is left to comes to the prior's own maximum, so none collapses for want of points.
  ///
  /// - Throws: ``Collapse`` where the prior's own scale can't be told from one place.
  func maximization(
    from statistics: [ComponentStatistics], under prior: Prior, safeguard: Safeguard
  ) throws(Collapse) -> GaussianMixture {
    let total = statistics.reduce(0) { $0 + $1.mass }
    let sums = statistics.map { PriorSums($0, under: prior) }
    let covariances: [Covariance2]
    if structure.isShared {
      let pooled = sums.reduce(Covariance2(xx: 0, xy: 0, yy: 0)) { $0 + $1.scatter }
      let shared = structure.maximum(
        from: pooled, mass: total, count: statistics.count, under: prior)
      covariances = statistics.map { _ in shared }
    } else {
      covariances = zip(statistics, sums).map {
        structure.maximum(from: $1.scatter, mass: $0.mass, count: 1, under: prior)
      }
    }
    var updated: [GaussianComponent] = []
    for k in statistics.indices {
      guard let covariance = safeguard.admit(covariances[k]),
        let component = GaussianComponent(
          weight: statistics[k].mass / total, mean: sums[k].mean, covariance: covariance)
      else { throw Collapse(component: k, reason: .singularCovariance) }
      updated.append(component)
    }
    return GaussianMixture(components: updated, structure: structure)
  }
}

/// The sums of a component with what a prior adds to them.
struct PriorSums {
  /// μₖ, the mean with the prior's pull.
  let mean: Point
  /// Sₖ + κ (μₖ − μ_P)(μₖ − μ_P)ᵀ, the scatter about μₖ and the pull's part of it.
  let scatter: Covariance2

  /// The sums of a component under a prior.
  init(_ sums: ComponentStatistics, under prior: Prior) {
    let (r, kappa) = (sums.reference, prior.kappa)
    let mean = Point(
      x: r.x + (sums.sumX + kappa * (prior.mean.x - r.x)) / (sums.mass + kappa),
      y: r.y + (sums.sumY + kappa * (prior.mean.y - r.y)) / (sums.mass + kappa))
    self.mean = mean
    scatter = sums.scatter(about: mean) + prior.pull(on: mean)
  }
}

extension CovarianceStructure {
  /// The covariance that maximises F + log p(θ).
  ///
  /// - Parameters:
  ///   - scatter: The scatter with the pull's part, of one component or of all that share it.
  ///   - mass: Nₖ, or W.
  ///   - count: How many components share it.
  ///   - prior: The prior.
  fileprivate func maximum(
    from scatter: Covariance2, mass: Double, count: Int, under prior: Prior
  ) -> Covariance2 {
    let share = 1 / divisor(under: prior, mass: mass, count: count)
    return switch self {
    case .full, .tied: share * (prior.scale + scatter)
    case .diagonal:
      Covariance2(
        xx: share * (prior.roundMatrix.xx + scatter.xx), xy: 0,
        yy: share * (prior.roundMatrix.yy + scatter.yy))
    case .spherical, .sharedSpherical:
      prior.standardization.round(
        share * (prior.roundScale + prior.standardization.trace(of: scatter)))
    case .fixedSpherical(let variance): prior.standardization.round(variance)
    case .univariate: .univariate(share * (prior.scale.xx + scatter.xx))
    }
  }
}
