/// R runs of the same settings from a starting rule with seeds s, s + 1, …: what is to be done.
public struct RestartPlan: Equatable, Sendable {
  /// The data.
  public var points: PointSet
  /// Labels that are known.
  public var observed: ObservedLabels?
  /// The kind of model.
  public var kind: ModelKind
  /// The structure of the covariances, where the kind has one.
  public var structure: CovarianceStructure
  /// The number of components K.
  public var components: Int
  /// How each start is chosen.
  public var rule: StartingRule
  /// The seed of the first run.
  public var firstSeed: UInt64
  /// How many runs, R.
  public var count: Int
  /// When a run is over.
  public var stopping: StoppingRule

  /// A plan.
  ///
  /// - Precondition: 1 ≤ K ≤ N and K ≤ 255; `count` is not negative.
  public init(
    points: PointSet, observed: ObservedLabels? = nil, kind: ModelKind = .gaussianMixture,
    structure: CovarianceStructure = .full, components: Int, rule: StartingRule = .randomPoints,
    firstSeed: UInt64 = 1, count: Int = 100, stopping: StoppingRule = StoppingRule()
  ) {
    precondition(count >= 0, "a number of runs cannot be negative")
    self.points = points
    self.observed = observed
    self.kind = kind
    self.structure = structure
    self.components = components
    self.rule = rule
    self.firstSeed = firstSeed
    self.count = count
    self.stopping = stopping
  }

  /// The one run of a seed, the same wherever and whenever it is done.
  ///
  /// - Returns: `nil` when the task is cancelled first.
  public func run(seed: UInt64) -> SeededOutcome? {
    let start = rule.start(over: points, components: components, seed: seed)
      .with(structure: structure)
    do throws(Collapse) {
      let model = try kind.model(from: start, over: points, observed: observed)
      return Outcome(from: model, over: points, observed: observed, rule: stopping)
        .map { SeededOutcome(seed: seed, outcome: $0) }
    } catch {
      return SeededOutcome(
        seed: seed, outcome: Outcome(collapsedAtStart: start, error, over: points))
    }
  }

  /// Does the runs on all cores; cancelling the task ends early and keeps what is done.
  ///
  /// - Parameters:
  ///   - done: Runs of this plan that are there already and need not be done again.
  ///   - positions: Which runs to do, counted from 0; `nil` for all.
  ///   - progress: Told now and then what there is so far.
  /// - Returns: The runs that are done: all of them unless the task was cancelled.
  public func run(
    keeping done: Restarts? = nil, only positions: Set<Int>? = nil,
    progress: (Restarts) -> Void = { _ in }
  ) async -> Restarts {
    let seeds = (0..<count).filter { positions?.contains($0) ?? true }
      .map { firstSeed &+ UInt64($0) }
    let wanted = Set(seeds)
    var runs = (done?.runs ?? []).filter { wanted.contains($0.seed) }
    let known = Set(runs.map(\.seed))
    let stride = max(1, count / 50)
    await AllCores.run(seeds.filter { !known.contains($0) }, { run(seed: $0) }) {
      runs.append($0)
      if runs.count % stride == 0, runs.count < count {
        progress(Restarts(runs, of: self))
      }
    }
    return Restarts(runs, of: self)
  }

  /// Which of the runs are done, counted from 0, in ascending order.
  public func positions(in done: Restarts) -> [Int] {
    done.runs.map { Int(clamping: $0.seed &- firstSeed) }
  }
}
