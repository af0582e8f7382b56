extension GaussianMixture {
  /// The M-step of the lecture, from the weighted sums.
  ///
  ///     πₖ = Nₖ / W,   μₖ = Σₙ wₙ qₖₙ xₙ / Nₖ,   Σₖ = Σₙ wₙ qₖₙ (xₙ − μₖ)(xₙ − μₖ)ᵀ / Nₖ
  ///
  /// with Nₖ = Σₙ wₙ qₖₙ and W = Σₙ wₙ, which are the lecture's where every wₙ is 1, and with Σₖ pooled as the structure says. A component whose weight is exactly zero has no
  /// responsibility anywhere and stays as it is. Under a prior it is the M-step of that.
  ///
  /// - Throws: ``Collapse`` for the first component that lost its mass or its extent.
  public func maximization(
    from statistics: [ComponentStatistics], safeguard: Safeguard
  ) throws(Collapse) -> GaussianMixture {
    if let prior = safeguard.prior(of: self) {
      return try maximization(from: statistics, under: prior, safeguard: safeguard)
    }
    let total = statistics.reduce(0) { $0 + $1.mass }
    var means: [Point] = []
    var covariances: [Covariance2] = []
    for (k, sums) in statistics.enumerated() {
      if sums.mass == 0, components[k].weight == 0 {
        means.append(components[k].mean)
        covariances.append(components[k].covariance)
        continue
      }
      guard sums.mass >= safeguard.leastMass else {
        throw Collapse(component: k, reason: .noMass)
      }
      let mean = sums.mean
      means.append(mean)
      covariances.append((1 / sums.mass) * sums.scatter(about: mean))
    }
    let masses = statistics.map(\.mass)
    let allowed = structure.constrain(
      covariances, masses: masses, by: safeguard.standardization)
    var updated: [GaussianComponent] = []
    for k in allowed.indices {
      let weight = structure.holdsWeights ? components[k].weight : masses[k] / total
      guard let covariance = safeguard.admit(allowed[k]),
        let component = GaussianComponent(weight: weight, mean: means[k], covariance: covariance)
      else { throw Collapse(component: k, reason: .singularCovariance) }
      updated.append(component)
    }
    return GaussianMixture(components: updated, structure: structure)
  }

  /// Σₖ Nₖ (log πₖ − log 2π − ½ log det Σₖ) − ½ Σₖ tr(Σₖ⁻¹ Sₖ), with Sₖ the scatter about μₖ.
  public func expectedLogJoint(from statistics: [ComponentStatistics]) -> Double {
    var sum = 0.0
    for (component, sums) in zip(components, statistics) where sums.mass > 0 {
      let scatter = sums.scatter(about: component.mean)
      sum += sums.mass * component.logPeak - component.factor.traceOfInverse(times: scatter) / 2
    }
    return sum
  }
}
