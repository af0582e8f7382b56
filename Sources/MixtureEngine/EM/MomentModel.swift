/// A model whose M-step needs no more of the data than each component's weighted sums.
///
/// Its E-step keeps ``ComponentStatistics`` instead of the full table q, so a million points cost
/// no more memory than their labels.
public protocol MomentModel: LatentLabelModel {
  /// The place about which component k's sums are taken, near its points.
  func reference(of k: Int) -> Point

  /// The M-step from the weighted sums of N points.
  ///
  /// - Throws: ``Collapse`` when a component degenerates.
  func maximization(
    from statistics: [ComponentStatistics], safeguard: Safeguard
  ) throws(Collapse) -> Self

  /// The plain E-step, point by point, for any θ and any points: what faster ones are held to.
  func referenceExpectation(over points: PointSet, observed: ObservedLabels?) -> Expectation

  /// Σₙ Σₖ qₖₙ log p(xₙ, z = k | θ) from the weighted sums.
  func expectedLogJoint(from statistics: [ComponentStatistics]) -> Double
}

extension MomentModel {
  /// The weighted sums under any q.
  public func statistics(
    over points: PointSet, under q: Responsibilities
  ) -> [ComponentStatistics] {
    var statistics = (0..<componentCount).map { ComponentStatistics(reference: reference(of: $0)) }
    for n in 0..<points.count {
      for k in 0..<componentCount where q[n, k] > 0 {
        statistics[k].add(points[n], responsibility: q[n, k])
      }
    }
    return statistics
  }

  /// The weighted sums that an E-step kept, or those of its table.
  public func statistics(
    over points: PointSet, under expectation: Expectation
  ) -> [ComponentStatistics] {
    switch expectation.posterior {
    case .sums(let sums, _, _): sums
    case .table(let q): statistics(over: points, under: q)
    }
  }

  /// The plain E-step, folded into sums; the table is dropped.
  public func referenceExpectation(
    over points: PointSet, observed: ObservedLabels?
  ) -> Expectation {
    var expectation = plainExpectation(over: points, observed: observed)
    expectation.posterior = .sums(
      statistics(over: points, under: expectation), at: self, observed: observed)
    return expectation
  }

  /// The E-step, by way of the reference.
  public func expectation(over points: PointSet, observed: ObservedLabels?) -> Expectation {
    referenceExpectation(over: points, observed: observed)
  }

  /// The M-step from a full table.
  public func maximization(
    over points: PointSet, responsibilities: Responsibilities, safeguard: Safeguard
  ) throws(Collapse) -> Self {
    try maximization(
      from: statistics(over: points, under: responsibilities), safeguard: safeguard)
  }

  /// The M-step from the E-step's sums.
  public func maximization(
    over points: PointSet, from expectation: Expectation, safeguard: Safeguard
  ) throws(Collapse) -> Self {
    try maximization(from: statistics(over: points, under: expectation), safeguard: safeguard)
  }

  /// The expected complete-data log-likelihood from the E-step's sums.
  public func expectedLogJoint(over points: PointSet, under expectation: Expectation) -> Double {
    expectedLogJoint(from: statistics(over: points, under: expectation))
  }
}
