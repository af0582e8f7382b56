/// Where a run ended; the way there is not kept.
package struct Outcome: Sendable {
  /// θ at the end.
  package let model: any LatentLabelModel
  /// The objective there: L in nats, or −J in the hard limit.
  package let objective: Double
  /// How many iterations led there.
  package let iterations: Int
  /// Why the run ended; never ``Status/running``.
  package let status: Status

  /// Whether a component degenerated.
  package var isCollapsed: Bool {
    if case .collapsed = status { true } else { false }
  }
}

extension Outcome {
  /// Iterates from a model until the run is over, through exactly the states of a ``Run``.
  ///
  /// - Returns: `nil` when the task that it runs in is cancelled first.
  package init?(
    from model: any LatentLabelModel, over points: PointSet, observed: ObservedLabels? = nil,
    stopping: StoppingRule = StoppingRule(), safeguard: Safeguard? = nil
  ) {
    self.init(
      from: RunStage(model: model),
      under: RunTerms(
        over: points, observed: observed, stopping: stopping, safeguard: safeguard))
  }

  /// Iterates on from where a run is until it is over.
  ///
  /// - Parameters:
  ///   - stage: Where the run is.
  ///   - terms: What the run has in common with others.
  ///   - seeing: Told the objective at each E-step, and after how many iterations it is.
  /// - Returns: `nil` when the task that it runs in is cancelled first.
  init?(
    from stage: RunStage, under terms: RunTerms, seeing: (Int, Double) -> Void = { _, _ in }
  ) {
    func fit(_ model: some LatentLabelModel) -> Outcome? {
      Fit(
        from: model, after: stage.iterations, before: stage.before, over: terms.points,
        observed: terms.observed, stopping: terms.stopping, safeguard: terms.safeguard,
        seeing: seeing
      ).map {
        Outcome(
          model: $0.model, objective: $0.objective, iterations: $0.iterations, status: $0.status)
      }
    }
    guard let outcome = fit(stage.model) else { return nil }
    self = outcome
  }

  /// A start that could not even be written down under its kind of model.
  init(collapsedAtStart start: GaussianMixture, _ collapse: Collapse, over points: PointSet) {
    self.init(
      model: start, objective: start.expectation(over: points, observed: nil).objective,
      iterations: 0, status: .collapsed(collapse))
  }
}
