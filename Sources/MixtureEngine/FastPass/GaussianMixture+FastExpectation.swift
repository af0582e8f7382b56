import CMixtureKernels

extension GaussianMixture: FusedModel {
  /// The E-step in one fused pass; `nil` when a point is so far from all components, in their
  /// standard deviations, that no density is left even in log space.
  @_spi(Benchmarks) public func fastExpectation(
    over points: PointSet, options: PassOptions = PassOptions()
  ) -> Expectation? {
    points.expectation(of: self, components.map(\.whitened), options: options) { k, moments in
      components[k].statistics(from: moments)
    }
  }
}

extension PointSet {
  /// The fused E-step of weighted Gaussians in whitened coordinates.
  ///
  /// - Parameters:
  ///   - model: The model whose E-step it is.
  ///   - statistics: A component's sums in the coordinates of the data.
  /// - Returns: `nil` when the kernel's results are not to be used.
  func expectation(
    of model: any LatentLabelModel, _ components: [KernelGaussian], options: PassOptions,
    statistics: (_ k: Int, _ moments: KernelMoments) -> ComponentStatistics
  ) -> Expectation? {
    var moments = [KernelMoments](repeating: KernelMoments(), count: components.count)
    var logLikelihood = 0.0
    var entropy = 0.0
    // What a cell adds up to knows of no weights.
    var options = options
    options.isDense = options.isDense || weights != nil
    let labels = labels(options: options) { cells, labels in
      kernelGaussianPassOverCells(
        cells, components, Int32(components.count), options.kernel, labels, &moments,
        &logLikelihood, &entropy)
    } from: { labels in
      kernelGaussianPass(
        xs, ys, weights, count, components, Int32(components.count), options.kernel, labels,
        &moments, &logLikelihood, &entropy)
    }
    guard let labels else { return nil }
    return Expectation(
      objective: logLikelihood, entropy: entropy, labels: labels,
      posterior: .sums(
        moments.indices.map { statistics($0, moments[$0]) }, at: model, observed: nil))
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
