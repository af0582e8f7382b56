import CMixtureKernels

extension KMeans {
  /// The hard E-step in one fused pass, or by the reference where a label is known or a squared
  /// distance is too large for a number.
  public func expectation(over points: PointSet, observed: ObservedLabels?) -> Expectation {
    if observed == nil, let fast = fastExpectation(over: points) { return fast }
    return referenceExpectation(over: points, observed: observed)
  }

  /// The hard E-step in one fused pass over the points: the labels are those of the reference,
  /// ties and all.
  ///
  /// Of the second moments it keeps J alone: Lloyd's algorithm needs no cluster's own. They come
  /// pooled, J/2N for each point of a cluster and each coordinate, so that their traces sum to J.
  ///
  /// - Returns: `nil` when a squared distance overflows.
  public func fastExpectation(
    over points: PointSet, options: PassOptions = PassOptions()
  ) -> Expectation? {
    let xs = centres.map(\.x)
    let ys = centres.map(\.y)
    var sums = [KernelClusterSums](repeating: KernelClusterSums(), count: componentCount)
    var distortion = 0.0
    var usable = false
    let labels = [UInt8](unsafeUninitializedCapacity: points.count) { buffer, count in
      usable = kernelMeansPass(
        points.xs, points.ys, points.count, xs, ys, Int32(xs.count), options.kernel,
        buffer.baseAddress, &sums, &distortion)
      count = points.count
    }
    guard usable else { return nil }
    let pooled = distortion / (2 * Double(max(points.count, 1)))
    return Expectation(
      objective: -distortion, entropy: 0, labels: labels,
      statistics: zip(centres, sums).map { centre, cluster in
        var statistics = ComponentStatistics(reference: centre)
        statistics.mass = cluster.count
        statistics.weight = cluster.count
        statistics.sumX = cluster.x - cluster.count * (centre.x - xs[0])
        statistics.sumY = cluster.y - cluster.count * (centre.y - ys[0])
        statistics.second = .isotropic(cluster.count * pooled)
        return statistics
      })
  }
}
