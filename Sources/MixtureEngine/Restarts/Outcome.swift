/// Where a run ended; the way there is not kept.
public struct Outcome: Sendable {
  /// θ at the end.
  public let model: any LatentLabelModel
  /// The objective there: L in nats, or −J in the hard limit.
  public let objective: Double
  /// How many iterations led there.
  public let iterations: Int
  /// Why the run ended; never ``Status/running``.
  public let status: Status

  /// Whether a component degenerated.
  public var isCollapsed: Bool {
    if case .collapsed = status { true } else { false }
  }
}

extension Outcome {
  /// Iterates from a model until the run is over, through exactly the states of a ``Run``.
  ///
  /// - Returns: `nil` when the task that it runs in is cancelled first.
  public init?(
    from model: any LatentLabelModel, over points: PointSet, observed: ObservedLabels? = nil,
    rule: StoppingRule = StoppingRule(), safeguard: Safeguard? = nil
  ) {
    guard
      let outcome = Outcome.settle(
        model, points, observed, rule, safeguard ?? Safeguard(for: points))
    else { return nil }
    self = outcome
  }

  /// A start that could not even be written down under its kind of model.
  init(collapsedAtStart start: GaussianMixture, _ collapse: Collapse, over points: PointSet) {
    self.init(
      fitted: start, objective: start.expectation(over: points, observed: nil).objective,
      iterations: 0, status: .collapsed(collapse))
  }

  /// An outcome from its parts.
  init(
    fitted model: any LatentLabelModel, objective: Double, iterations: Int, status: Status
  ) {
    self.model = model
    self.objective = objective
    self.iterations = iterations
    self.status = status
  }

  private static func settle<Model: LatentLabelModel>(
    _ start: Model, _ points: PointSet, _ observed: ObservedLabels?, _ rule: StoppingRule,
    _ safeguard: Safeguard
  ) -> Outcome? {
    var model = start
    var expectation = model.expectation(over: points, observed: observed)
    var iterations = 0
    while !Task.isCancelled {
      do throws(Collapse) {
        model = try model.maximization(over: points, from: expectation, safeguard: safeguard)
      } catch {
        return Outcome(
          fitted: model, objective: expectation.objective, iterations: iterations,
          status: .collapsed(error))
      }
      iterations += 1
      let before = expectation.objective
      expectation = model.expectation(over: points, observed: observed)
      let isSettled = rule.isSatisfied(
        from: before, to: expectation.objective, points: points.count,
        criterion: model.criterion)
      if isSettled || iterations >= rule.iterationLimit {
        return Outcome(
          fitted: model, objective: expectation.objective, iterations: iterations,
          status: isSettled ? .converged : .iterationLimit)
      }
    }
    return nil
  }
}
