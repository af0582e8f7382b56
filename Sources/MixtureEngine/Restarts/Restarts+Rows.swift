extension Restarts {
  /// What became of one run.
  public struct Row: Hashable, Sendable {
    /// The seed of its start.
    public let seed: UInt64
    /// What its objective is.
    public let criterion: Criterion
    /// L where it ended, in nats, or J for k-means, in squared units of the data.
    public let value: Double
    /// How many iterations led there.
    public let iterations: Int
    /// How many the starting rule took before that, such as those of its short runs.
    public let startIterations: Int
    /// Why it ended.
    public let status: Status
    /// The position of its optimum in ``Optima/all``, or `nil` where it collapsed.
    public let optimum: Int?
  }

  /// What became of each run that is done, in the order of their seeds.
  public var rows: [Row] {
    zip(runs, optima.membership).map { run, optimum in
      let outcome = run.outcome
      let isHard = outcome.model.criterion == .distortion
      return Row(
        seed: run.seed, criterion: outcome.model.criterion,
        value: isHard ? -outcome.objective : outcome.objective, iterations: outcome.iterations,
        startIterations: run.startIterations, status: outcome.status, optimum: optimum)
    }
  }
}
