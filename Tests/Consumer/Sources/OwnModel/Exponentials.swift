import Foundation
import MixtureEngine

/// Pairs of waiting times, independent and exponential in each component.
///
///     p(x, y, z = k) = πₖ exp(−x / aₖ − y / bₖ) / aₖ bₖ,   x, y ≥ 0
struct Exponentials: Sendable {
  /// The weights πₖ.
  var weights: [Double]
  /// The mean waiting times (aₖ, bₖ), which are standard deviations too.
  var means: [Point]
}

extension Exponentials: MomentModel {
  init(
    from start: GaussianMixture, over points: PointSet, observed: ObservedLabels?
  ) throws(Collapse) {
    self.init(weights: start.components.map(\.weight), means: start.components.map(\.mean))
    for (k, mean) in means.enumerated() where !(mean.x > 0 && mean.y > 0) {
      throw Collapse(component: k, reason: .singularCovariance)
    }
  }

  var componentCount: Int { means.count }
  var freeParameterCount: Int { 3 * means.count - 1 }

  func logJoint(of point: Point, label k: Int) -> Double {
    guard point.x >= 0, point.y >= 0 else { return -.infinity }
    let (a, b) = (means[k].x, means[k].y)
    return log(weights[k]) - log(a) - log(b) - point.x / a - point.y / b
  }

  func reference(of k: Int) -> Point { means[k] }

  func maximization(
    from sums: [ComponentStatistics], safeguard: Safeguard
  ) throws(Collapse) -> Exponentials {
    let total = sums.reduce(0) { $0 + $1.mass }
    for (k, sum) in sums.enumerated() where sum.mass < safeguard.leastMass {
      throw Collapse(component: k, reason: .noMass)
    }
    return Exponentials(weights: sums.map { $0.mass / total }, means: sums.map(\.mean))
  }

  func expectedLogJoint(from sums: [ComponentStatistics]) -> Double {
    // The logarithm is linear in x and y, so the points may be replaced by their mean.
    zip(sums, means.indices).reduce(0) { total, next in
      next.0.mass > 0 ? total + next.0.mass * logJoint(of: next.0.mean, label: next.1) : total
    }
  }

  var shapes: [ComponentShape] {
    zip(weights, means).map { weight, mean in
      let spread = Covariance2(xx: mean.x * mean.x, xy: 0, yy: mean.y * mean.y)
      return ComponentShape(weight: weight, centre: mean, outline: .ellipse(spread))
    }
  }
}
