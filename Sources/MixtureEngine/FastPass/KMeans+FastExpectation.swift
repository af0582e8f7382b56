import CMixtureKernels

extension KMeans: FusedModel {
  /// The hard E-step in one fused pass over the points: the labels are those of the reference,
  /// ties and all.
  ///
  /// Of the second moments it keeps J alone: Lloyd's algorithm needs no cluster's own. They come
  /// pooled, J/2N for each point of a cluster and each coordinate, so that their traces sum to J. Of points
  /// with weights it finds the labels alone, and the sums are those of the reference.
  ///
  /// - Returns: `nil` when a squared distance overflows, and where distances are those of z-scores.
  @_spi(Benchmarks) public func fastExpectation(
    over points: PointSet, options: PassOptions = PassOptions()
  ) -> Expectation? {
    guard standardization.isNone else { return nil }
    return withUnsafeTemporaryAllocation(of: KernelCluster.self, capacity: componentCount) {
      clusters in
      for (k, centre) in centres.enumerated() {
        clusters[k] = KernelCluster(
          centreX: centre.x, centreY: centre.y, count: 0, sumX: 0, sumY: 0)
      }
      var distortion = 0.0
      let labels = points.labels(options: options) { cells, labels in
        kernelMeansPassOverCells(
          cells, clusters.baseAddress, Int32(componentCount), options.kernel, labels, &distortion)
      } from: { labels in
        kernelMeansPass(
          points.xs, points.ys, points.count, clusters.baseAddress, Int32(componentCount),
          options.kernel, labels, &distortion)
      }
      guard let labels else { return nil }
      if points.weights != nil {
        return expectation(over: points, labels: labels.ofPoints, observed: nil)
      }
      let pooled = distortion / (2 * Double(max(points.count, 1)))
      return Expectation(
        objective: -distortion, entropy: 0, labels: labels,
        posterior: .sums(
          clusters.map { $0.statistics(origin: centres[0], squaredDeviation: pooled) }, at: self,
          observed: nil))
    }
  }
}

extension KernelCluster {
  /// The sums about the cluster's own centre.
  ///
  /// - Parameters:
  ///   - origin: The first cluster's centre, which the kernel's sums are taken about.
  ///   - squaredDeviation: What each point adds to the second moment of each coordinate.
  func statistics(origin: Point, squaredDeviation: Double) -> ComponentStatistics {
    var statistics = ComponentStatistics(reference: Point(x: centreX, y: centreY))
    statistics.mass = count
    statistics.weight = count
    statistics.sumX = sumX - count * (centreX - origin.x)
    statistics.sumY = sumY - count * (centreY - origin.y)
    statistics.second = .isotropic(count * squaredDeviation)
    return statistics
  }
}
