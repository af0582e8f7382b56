/// The missing-data view of a state (θ, q): the log-likelihood of the data with their labels,
/// without them, and averaged over them.
///
///     complete    log p(X, Z | θ) = Σₙ log p(xₙ, zₙ | θ)              what one would maximise if z were known
///     incomplete  log p(X | θ)    = Σₙ log Σₖ p(xₙ, k | θ) = L(θ)     what there is to maximise
///     expected    E log p(X, Z | θ) = Σₙ Σₖ qₖₙ log p(xₙ, k | θ)      what the M-step maximises: F − H(q)
///
/// All in nats, and each point as often as it counts. Where every label is known and told, the three are one.
package struct MissingData: Hashable, Sendable {
  /// log p(X, Z | θ), or `nil` where a label is missing or names no component.
  package let complete: Double?
  /// log p(X | θ) = L(θ).
  package let incomplete: Double
  /// The expected complete-data log-likelihood under q, or `nil` before the first E-step.
  package let expected: Double?

  /// The view of a run's present state.
  ///
  /// - Parameters:
  ///   - run: A run that climbs the log-likelihood.
  ///   - components: The component that each point's known label stands for, counted from 0; `nil`
  ///     where it is missing.
  /// - Returns: `nil` in the hard limit, which has no likelihood.
  /// - Precondition: There is one entry for each point, if there are any.
  package init?(of run: Run, components: [Int?]?) {
    guard let incomplete = run.snapshot.logLikelihood else { return nil }
    self.incomplete = incomplete
    expected = run.snapshot.lowerBound.flatMap { bound in run.posterior.map { bound - $0.entropy } }
    complete = components.flatMap { components in
      precondition(components.count == run.points.count, "one label for each point")
      var sum = 0.0
      for (n, component) in components.enumerated() {
        guard let component, component < run.model.componentCount else { return nil }
        sum += run.points.weight(of: n) * run.model.logJoint(of: run.points[n], label: component)
      }
      return sum.isFinite ? sum : nil
    }
  }
}
