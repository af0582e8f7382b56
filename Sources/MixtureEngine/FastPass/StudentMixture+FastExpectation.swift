import CMixtureKernels

extension StudentMixture {
  /// The E-step: by the fused pass where there is an answer, else the plain one with its table.
  ///
  /// Points with known labels take the plain one.
  public func expectation(over points: PointSet, observed: ObservedLabels?) -> Expectation {
    let fast = observed == nil ? fastExpectation(over: points) : nil
    return fast ?? plainExpectation(over: points, observed: observed)
  }

  /// The E-step in one fused pass, which keeps the sums that the inner loop of the M-step begins with in
  /// the place of the table q.
  ///
  /// - Returns: `nil` when numbers overflow or no density is left, and for more than
  ///   ``mostComponents``.
  @_spi(Benchmarks) public func fastExpectation(
    over points: PointSet, options: PassOptions = PassOptions()
  ) -> Expectation? {
    guard componentCount <= Self.mostComponents else { return nil }
    var sums = [KernelPrecisions](repeating: KernelPrecisions(), count: componentCount)
    var logLikelihood = 0.0
    var entropy = 0.0
    let labels = points.labels(options: options) { labels in
      kernelStudentPass(
        points.xs, points.ys, points.weights, points.count, components.map(whitened),
        Int32(componentCount), tails, options.kernel, labels, &sums, &logLikelihood, &entropy)
    }
    guard let labels else { return nil }
    return Expectation(
      objective: logLikelihood, entropy: entropy, labels: labels,
      posterior: .precisions(sums.map(PrecisionSums.init), at: self))
  }

  /// The sums of so many components have room on the stack of any thread.
  private static let mostComponents = 128

  /// The sums of components at other places, under the q of this mixture.
  ///
  /// - Parameters:
  ///   - places: The components where they have moved.
  ///   - numbers: Which of the mixture's components each of them is.
  /// - Returns: `nil` when the kernel's results are not to be used.
  func precisionSums(
    at places: [GaussianComponent], of numbers: [Int], over points: PointSet, options: PassOptions
  ) -> [PrecisionSums]? {
    var sums = [KernelPrecisions](repeating: KernelPrecisions(), count: places.count)
    let isUsable = kernelStudentMovedPass(
      points.xs, points.ys, points.weights, points.count, components.map(whitened),
      Int32(componentCount), tails, options.kernel, places.map(whitened), numbers.map(Int32.init),
      Int32(places.count), &sums)
    return isUsable ? sums.map(PrecisionSums.init) : nil
  }

  private var tails: KernelTails {
    KernelTails(degreesOfFreedom: degreesOfFreedom, dimension: Int32(dimension))
  }

  /// A component in the coordinates of the pass, log t at its centre.
  private func whitened(_ component: GaussianComponent) -> KernelGaussian {
    var whitened = component.whitened
    whitened.logScale += peakOffset
    return whitened
  }
}
