import CMixtureKernels

/// Runs of EM for Gaussian mixtures side by side, one in each lane of the processor's vectors.
///
/// All are over the same few points and of the same form. Each comes to the same bits as a ``Fit``
/// alone does: the E-step goes through the very code of the fused pass, and adds up what one lane
/// of a pass adds up before the next; the M-step is the same operations in the same order. Where
/// something out of the common comes next, such as a collapse, the run leaves its lane and is to go
/// on alone.
struct GaussianLanes: ~Copyable {
  /// What mixtures have to agree in to go side by side.
  struct Form: Hashable {
    let components: Int
    let structure: CovarianceStructure
  }

  /// How a run stands that is no longer to be iterated in its lane.
  enum End {
    /// It is over.
    case over(Status, objective: Double)
    /// It is to go on alone; the objective before its last M-step where that is not compared yet.
    case alone(before: Double?)
  }

  /// The form of the mixtures.
  let form: Form
  /// How many lanes there are.
  let count: Int
  private let runs: OpaquePointer

  /// Empty lanes, or `nil` where runs under such terms have none.
  init?(for form: Form, under terms: RunTerms, options: PassOptions = PassOptions()) {
    let (points, safeguard, stopping) = (terms.points, terms.safeguard, terms.stopping)
    guard let covariances = form.structure.kernel, terms.observed == nil, points.weights == nil,
      safeguard.prior == nil, points.standardization.isNone || !form.structure.goesByLength,
      points.standardization.isNone || safeguard.varianceFloor == nil,
      (1...Int(KERNEL_RUN_POINTS)).contains(points.count)
    else { return nil }
    let rules = KernelRunRules(
      covariances: covariances, leastMass: safeguard.leastMass,
      leastXX: safeguard.leastXX, leastYY: safeguard.leastYY,
      scaleXX: points.covariance.xx, scaleYY: points.covariance.yy,
      floor: safeguard.varianceFloor ?? -1,
      leastGain: stopping.tolerance * points.totalWeight,
      leastRelativeGain: stopping.relativeTolerance,
      mayStop: stopping.tolerance > 0 || stopping.relativeTolerance > 0,
      iterationLimit: Int64(clamping: stopping.iterationLimit))
    let made = kernelRunsMake(
      points.xs, points.ys, points.count, Int32(form.components), rules,
      options.instructionSet.kernel)
    guard let made else { return nil }
    self.form = form
    runs = made
    count = Int(kernelRunsLaneCount(made))
  }

  deinit { kernelRunsFree(runs) }

  /// Puts a run into a lane that has none.
  ///
  /// - Precondition: The mixture is of the lanes' form.
  func put(_ mixture: GaussianMixture, after iterations: Int, into lane: Int) {
    kernelRunsPut(
      runs, Int32(lane), mixture.components.map(\.parameters), Int64(iterations))
  }

  /// Goes on with all runs until one of them ends, for so many iterations at most.
  ///
  /// - Returns: How many iterations were done.
  func advance(_ iterations: Int) -> Int { Int(kernelRunsAdvance(runs, Int32(iterations))) }

  /// How the run in a lane ended, or `nil` where it goes on.
  func end(of lane: Int) -> End? {
    let run = kernelRunsLook(runs, Int32(lane))
    switch run.state {
    case KernelRunConverged: return .over(.converged, objective: run.logLikelihood)
    case KernelRunLimited: return .over(.iterationLimit, objective: run.logLikelihood)
    case KernelRunLeft: return .alone(before: run.logLikelihood.isNaN ? nil : run.logLikelihood)
    default: return nil
    }
  }

  /// Takes a run out of its lane: its mixture, and how many iterations led there.
  func take(_ lane: Int) -> (mixture: GaussianMixture, iterations: Int) {
    let iterations = Int(kernelRunsLook(runs, Int32(lane)).iterations)
    let parameters = [KernelParameters](unsafeUninitializedCapacity: form.components) {
      kernelRunsTake(runs, Int32(lane), $0.baseAddress)
      $1 = form.components
    }
    return (
      GaussianMixture(
        components: parameters.map { GaussianComponent($0) }, structure: form.structure), iterations
    )
  }
}

extension CovarianceStructure {
  /// The structure as the lanes know it; `nil` on the dial and on a line, which have none.
  fileprivate var kernel: KernelCovariances? {
    switch self {
    case .full: KernelCovariancesFull
    case .tied: KernelCovariancesTied
    case .diagonal: KernelCovariancesDiagonal
    case .spherical: KernelCovariancesSpherical
    case .sharedSpherical: KernelCovariancesSharedSpherical
    case .fixedSpherical, .univariate: nil
    }
  }
}

extension GaussianComponent {
  fileprivate var parameters: KernelParameters {
    KernelParameters(
      weight: weight, meanX: mean.x, meanY: mean.y, xx: covariance.xx, xy: covariance.xy,
      yy: covariance.yy)
  }

  fileprivate init(_ parameters: KernelParameters) {
    let component = GaussianComponent(
      weight: parameters.weight, mean: Point(x: parameters.meanX, y: parameters.meanY),
      covariance: Covariance2(xx: parameters.xx, xy: parameters.xy, yy: parameters.yy))
    guard let component else { preconditionFailure("a lane keeps to the parameters it admitted") }
    self = component
  }
}
