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
  /// log p(θ) in nats, or `nil` without a prior.
  package var logPrior: Double? = nil

  /// What the run climbed, by which ends are ranked: the objective, with log p(θ) where there is a prior.
  package var climbed: Double { objective + (logPrior ?? 0) }

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
    guard terms.algorithm == .em else {
      self.init(climbing: stage.model, under: terms, seeing: seeing)
      return
    }
    func fit(_ model: some LatentLabelModel) -> Outcome? {
      Fit(
        from: model, after: stage.iterations, before: stage.before, over: terms.points,
        observed: terms.observed, stopping: terms.stopping, safeguard: terms.safeguard,
        seeing: seeing
      ).map {
        Outcome(
          model: $0.model, objective: $0.objective, iterations: $0.iterations, status: $0.status,
          logPrior: $0.logPrior)
      }
    }
    guard let outcome = fit(stage.model) else { return nil }
    self = outcome
  }

  /// Where a run under another algorithm than EM ends; it is the run itself, and goes alone.
  private init?(
    climbing model: any LatentLabelModel, under terms: RunTerms, seeing: (Int, Double) -> Void
  ) {
    var run = Run(
      of: model, over: terms.points, observed: terms.observed, stopping: terms.stopping,
      safeguard: terms.safeguard, algorithm: terms.algorithm)
    seeing(0, run.snapshot.objective)
    while run.snapshot.status == .running {
      if Task.isCancelled { return nil }
      run.iterate()
      seeing(run.snapshot.iteration, run.snapshot.objective)
    }
    let end = run.snapshot
    self.init(
      model: end.model, objective: end.objective, iterations: end.iteration, status: end.status,
      logPrior: end.logPrior)
  }

  /// A start that could not even be written down under its kind of model.
  init(collapsedAtStart start: GaussianMixture, _ collapse: Collapse, over points: PointSet) {
    self.init(
      model: start, objective: start.expectation(over: points, observed: nil).objective,
      iterations: 0, status: .collapsed(collapse))
  }
}
