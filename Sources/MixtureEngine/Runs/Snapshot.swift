/// One state (θ, q) of a run, with what it is worth.
public struct Snapshot: Sendable {
  /// How many M-steps, or steps of another algorithm, led here.
  public var iteration: Int
  /// How often the data was gone through to come here: once an iteration under EM.
  public var passes: Int
  /// θ.
  public var model: any LatentLabelModel
  /// The parameters whose posterior q is: θ itself after an E-step, the previous θ after an
  /// M-step, `nil` before the first E-step.
  package var posteriorModel: (any LatentLabelModel)?
  /// The half-step that comes next.
  public var next: HalfStep
  /// The objective at θ: L in nats, or −J in the hard limit.
  public var objective: Double
  /// The lower bound F(q, θ) (in the hard limit −J(q, θ)), or `nil` before the first E-step.
  package var bound: Double?
  /// How the run stands here.
  public var status: Status
  /// log p(θ) in nats, or `nil` for a run without a prior.
  public var logPrior: Double? = nil

  /// What the run climbs: the objective, with log p(θ) where there is a prior.
  public var climbed: Double { objective + (logPrior ?? 0) }

  /// L(θ) in nats, or `nil` in the hard limit.
  public var logLikelihood: Double? {
    model.criterion == .logLikelihood ? objective : nil
  }

  /// F(q, θ) in nats, or `nil` in the hard limit and before the first E-step.
  public var lowerBound: Double? {
    model.criterion == .logLikelihood ? bound : nil
  }

  /// J(μ) = Σₙ wₙ minₖ ‖xₙ − μₖ‖² in squared units of the data, or `nil` for soft models.
  public var distortion: Double? {
    model.criterion == .distortion ? -objective : nil
  }

  /// The gap L − F = KL(q ‖ posterior) ≥ 0, or `nil` before the first E-step.
  public var gap: Double? {
    bound.map { $0 < objective ? objective - $0 : 0 }
  }
}

/// One of the two halves of an iteration.
public enum HalfStep: Hashable, Sendable {
  /// E: q becomes the posterior at θ; the bound rises to touch L.
  case expectation
  /// M: θ becomes the maximiser of the bound for this q.
  case maximization
}

/// How a run stands.
public enum Status: Hashable, Sendable {
  /// There are steps to take.
  case running
  /// The last iteration gained no more than the tolerance.
  case converged
  /// The limit of iterations was reached first.
  case iterationLimit
  /// The next M-step would degenerate a component; θ is the last one before.
  case collapsed(Collapse)
}
