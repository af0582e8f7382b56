import CMixtureKernels

extension GaussianMixture {
  /// The E-step in one fused pass, or by the reference where a label is known or a point is out
  /// of every component's reach.
  public func expectation(over points: PointSet, observed: ObservedLabels?) -> Expectation {
    if observed == nil, let fast = fastExpectation(over: points) { return fast }
    return referenceExpectation(over: points, observed: observed)
  }

  /// The E-step in one fused pass over the points, without a table of responsibilities.
  ///
  /// Agrees with ``MomentModel/referenceExpectation(over:observed:)`` to rounding.
  ///
  /// - Returns: `nil` when a point is so far from all components, in their standard deviations,
  ///   that no density is left even in log space.
  /// - Complexity: O(*n* · *k*), a few tenths of a nanosecond each with the widest vectors.
  public func fastExpectation(
    over points: PointSet, options: PassOptions = PassOptions()
  ) -> Expectation? {
    let gaussians = components.map(\.whitened)
    var moments = [KernelMoments](repeating: KernelMoments(), count: componentCount)
    var logLikelihood = 0.0
    var entropy = 0.0
    let labels = points.labels { labels in
      kernelGaussianPass(
        points.xs, points.ys, points.count, gaussians, Int32(gaussians.count), options.kernel,
        labels, &moments, &logLikelihood, &entropy)
    }
    guard let labels else { return nil }
    return Expectation(
      objective: logLikelihood, entropy: entropy, labels: labels,
      statistics: zip(components, moments).map { $0.statistics(from: $1) })
  }
}

extension GaussianComponent {
  /// The component in the coordinates (u, v) = L⁻¹ (x − μ) of the fast pass.
  var whitened: KernelGaussian {
    KernelGaussian(
      logScale: logPeak, meanX: mean.x, meanY: mean.y,
      xx: 1 / factor.l11, yx: -(factor.l21 / factor.l11) / factor.l22, yy: 1 / factor.l22)
  }

  /// The sums about the mean, back from whitened coordinates: Σ q d = L Σ q (u, v) and
  /// Σ q d dᵀ = L (Σ q (u, v)(u, v)ᵀ) Lᵀ.
  func statistics(from moments: KernelMoments) -> ComponentStatistics {
    let (l11, l21, l22) = (factor.l11, factor.l21, factor.l22)
    var sums = ComponentStatistics(reference: mean)
    sums.mass = moments.mass
    sums.weight = moments.mass
    sums.sumX = l11 * moments.u
    sums.sumY = l21 * moments.u + l22 * moments.v
    sums.second = Covariance2(
      xx: l11 * (l11 * moments.uu),
      xy: l11 * (l21 * moments.uu + l22 * moments.uv),
      yy: l21 * (l21 * moments.uu + l22 * moments.uv)
        + l22 * (l21 * moments.uv + l22 * moments.vv))
    return sums
  }
}
