import RealModule

/// The identity behind EM, L(θ) = F(q, θ) + KL(q ‖ p(z | x, θ)), term by term for any q and θ.
extension LatentLabelModel {
  /// F(q, θ) = Σₙ wₙ Σₖ qₖₙ log p(xₙ, z = k | θ) + H(q) in nats, for the q of an E-step at any θ.
  ///
  /// In the hard limit it is −J(q, μ), the distortion with the labels as they are.
  package func lowerBound(over points: PointSet, under expectation: Expectation) -> Double {
    expectedLogJoint(over: points, under: expectation) + expectation.entropy
  }

  /// F(q, θ) in nats, for any table q.
  public func lowerBound(over points: PointSet, under q: Responsibilities) -> Double {
    var sum = 0.0
    for n in 0..<points.count {
      let w = points.weight(of: n)
      for k in 0..<componentCount where q[n, k] > 0 {
        sum += w * q[n, k] * (logJoint(of: points[n], label: k) - .log(q[n, k]))
      }
    }
    return sum
  }

  /// KL(q ‖ p(z | x, θ)) = Σₙ wₙ Σₖ qₖₙ log (qₖₙ / p(z = k | xₙ, θ)) in nats, at least 0: the gap
  /// of Jensen's inequality.
  ///
  /// The posterior's logarithm is taken before it can underflow, so the sum is a number also
  /// where the posterior vanishes. Where a label is known and q gives any of the point to another
  /// component, it is infinite.
  public func divergence(
    of q: Responsibilities, over points: PointSet, observed: ObservedLabels? = nil
  ) -> Double {
    var row = [Double](repeating: 0, count: componentCount)
    var sum = 0.0
    for n in 0..<points.count {
      let (w, known) = (points.weight(of: n), observed?[n])
      let logLikelihood = posterior(of: points[n], known: known, into: &row)
      for k in 0..<componentCount where q[n, k] > 0 {
        if let known, known != k { return .infinity }
        let logPosterior = logJoint(of: points[n], label: k) - logLikelihood
        sum += w * q[n, k] * (.log(q[n, k]) - logPosterior)
      }
    }
    return sum
  }
}
