/// When a run is over.
public struct StoppingRule: Hashable, Sendable {
  /// An iteration that gains at most this many nats per point has converged.
  ///
  /// A point counts as often as its weight says. For k-means it is the fraction of J. 0 never stops early.
  public var tolerance: Double
  /// The gain relative to |L| that also counts as converged; guards against rounding.
  package var relativeTolerance: Double
  /// The most iterations a run may take.
  public var iterationLimit: Int

  /// The least gain that a sum of this many terms can tell from rounding.
  package static let defaultRelativeTolerance = 1e-14

  /// A rule; the defaults settle L to about 1e-6 nats on a few hundred points.
  public init(
    tolerance: Double = 1e-10, relativeTolerance: Double? = nil, iterationLimit: Int = 10_000
  ) {
    self.tolerance = tolerance
    self.relativeTolerance =
      relativeTolerance ?? (tolerance > 0 ? Self.defaultRelativeTolerance : 0)
    self.iterationLimit = iterationLimit
  }

  /// Whether a gain in the objective, from `old` to `new`, is too small to go on.
  ///
  /// - Parameter mayFall: Whether the objective may fall although the run has not settled: a start
  ///   that is narrower than a floor is raised to it by the first M-step.
  func isSatisfied(
    from old: Double, to new: Double, totalWeight: Double, criterion: Criterion,
    mayFall: Bool = false
  ) -> Bool {
    guard tolerance > 0 || relativeTolerance > 0 else { return false }
    let least = leastGain(at: new, totalWeight: totalWeight, criterion: criterion)
    return new - old <= least && (!mayFall || new - old >= -least)
  }

  /// The gain that an iteration has to exceed for the run to go on, in the objective's unit.
  package func leastGain(
    at objective: Double, totalWeight: Double, criterion: Criterion
  ) -> Double {
    switch criterion {
    case .logLikelihood: max(tolerance * totalWeight, relativeTolerance * abs(objective))
    case .distortion: max(tolerance, relativeTolerance) * abs(objective)
    }
  }
}
