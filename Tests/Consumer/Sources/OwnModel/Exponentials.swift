import Foundation
import MixtureEngine

/// Waiting times, exponential in each component.
///
///     p(x, z = k) = πₖ exp(−x / aₖ) / aₖ,   x ≥ 0
struct Exponentials: Sendable {
  /// The weights πₖ.
  var weights: [Double]
  /// The mean waiting times aₖ, which are standard deviations too.
  var means: [Double]
}

extension Exponentials: MomentModel {
  init(
    from start: GaussianMixture, over points: PointSet, observed: ObservedLabels?
  ) throws(Collapse) {
    self.init(weights: start.components.map(\.weight), means: start.components.map(\.mean.x))
    for (k, mean) in means.enumerated() where mean <= 0 {
      throw Collapse(component: k, reason: .singularCovariance)
    }
  }

  var componentCount: Int { means.count }
  var freeParameterCount: Int { 2 * means.count - 1 }

  func logJoint(of point: Point, label k: Int) -> Double {
    guard point.x >= 0 else { return -.infinity }
    return log(weights[k]) - log(means[k]) - point.x / means[k]
  }

  func reference(of k: Int) -> Point { Point(x: means[k], y: 0) }

  func maximization(
    from sums: [ComponentStatistics], safeguard: Safeguard
  ) throws(Collapse) -> Exponentials {
    let total = sums.reduce(0) { $0 + $1.mass }
    for (k, sum) in sums.enumerated() where sum.mass < safeguard.leastMass {
      throw Collapse(component: k, reason: .noMass)
    }
    return Exponentials(weights: sums.map { $0.mass / total }, means: sums.map(\.mean.x))
  }

  func expectedLogJoint(from sums: [ComponentStatistics]) -> Double {
    // The logarithm is linear in x, so the points may be replaced by their mean.
    zip(sums, means.indices).reduce(0) { total, next in
      next.0.mass > 0 ? total + next.0.mass * logJoint(of: next.0.mean, label: next.1) : total
    }
  }

  var shapes: [ComponentShape] {
    zip(weights, means).map { weight, mean in
      ComponentShape(
        weight: weight, centre: Point(x: mean, y: 0), outline: .ellipse(.univariate(mean * mean)))
    }
  }
}
