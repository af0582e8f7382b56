/// A model whose M-step needs no more of the data than each component's weighted sums.
///
/// Its E-step keeps ``ComponentStatistics`` instead of the full table q, so a million points cost
/// no more memory than their labels.
public protocol MomentModel: LatentLabelModel {
  /// The M-step from the weighted sums over the points, with their weights.
  ///
  /// - Throws: ``Collapse`` when a component degenerates.
  func maximization(
    from statistics: [ComponentStatistics], safeguard: Safeguard
  ) throws(Collapse) -> Self

  /// Σₙ wₙ Σₖ qₖₙ log p(xₙ, z = k | θ) from the weighted sums.
  func expectedLogJoint(from statistics: [ComponentStatistics]) -> Double
}

extension MomentModel {
  /// The E-step, point by point, folded into sums; the table is dropped.
  public func expectation(over points: PointSet, observed: ObservedLabels?) -> Expectation {
    foldedExpectation(over: points, observed: observed)
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

  /// The weighted sums that an E-step kept, or those of its table.
  package func statistics(
    over points: PointSet, under expectation: Expectation
  ) -> [ComponentStatistics] {
    switch expectation.posterior {
    case .sums(let sums, _, _): sums
    case .table(let q): statistics(over: points, under: q)
    case .precisions: statistics(over: points, under: expectation.responsibilities(over: points))
    }
  }

  /// The weighted sums under any q, each about its component's place.
  private func statistics(
    over points: PointSet, under q: Responsibilities
  ) -> [ComponentStatistics] {
    var statistics = shapes.map { ComponentStatistics(about: $0) }
    for n in 0..<points.count {
      let w = points.weight(of: n)
      for k in 0..<componentCount where q[n, k] > 0 {
        statistics[k].add(points[n], responsibility: w * q[n, k])
      }
    }
    return statistics
  }

  /// The plain E-step folded into sums.
  package func foldedExpectation(
    over points: PointSet, observed: ObservedLabels?
  ) -> Expectation {
    var expectation = plainExpectation(over: points, observed: observed)
    expectation.posterior = .sums(
      statistics(over: points, under: expectation), at: self, observed: observed)
    return expectation
  }
}
