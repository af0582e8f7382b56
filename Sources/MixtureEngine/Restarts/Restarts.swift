/// The outcome of the run that a seed begins.
package struct SeededOutcome: Sendable {
  /// The seed of the start.
  package let seed: UInt64
  /// Where the run ended.
  package let outcome: Outcome
  /// How many iterations its starting rule took before that.
  package let startIterations: Int

  /// The outcome of a seed.
  package init(seed: UInt64, outcome: Outcome, startIterations: Int = 0) {
    self.seed = seed
    self.outcome = outcome
    self.startIterations = startIterations
  }
}

/// What R runs from one starting rule came to, grouped into optima.
///
/// The value depends on which runs are done and on nothing else: not on the number of cores, nor
/// on the order in which they finished.
public struct Restarts: Sendable {
  /// Whether the starts are drawn; of a rule that draws nothing there is one run, and it is all there is.
  package let areDrawn: Bool
  /// How many runs were planned.
  package let planned: Int
  /// The runs that are done, in the order of their seeds.
  package let runs: [SeededOutcome]
  /// The optima that the runs end in.
  public let optima: Optima

  /// Does some runs of a recipe on all cores, from its seed and the numbers that follow.
  ///
  /// A rule that draws nothing begins the same run from every seed, which is done once.
  ///
  /// Cancelling the task ends early and keeps what is done.
  ///
  /// - Parameters:
  ///   - recipe: The recipe of each run.
  ///   - points: The data.
  ///   - count: How many runs.
  ///   - progress: Told now and then what there is so far.
  /// - Throws: ``InvalidInput`` for what cannot be asked.
  public init(
    of recipe: RunRecipe, over points: PointSet, count: Int = 100,
    progress: (Restarts) -> Void = { _ in }
  ) async throws(InvalidInput) {
    try recipe.admit(over: points)
    guard count >= 0 else { throw InvalidInput("\(count) runs cannot be done; ask for 0 or more.") }
    self = await RestartPlan(recipe, over: points, count: count).run(progress: progress)
  }

  /// Groups the runs that are done.
  init(_ runs: [SeededOutcome], of plan: RestartPlan) {
    areDrawn = plan.isDrawn
    planned = plan.runCount
    let ordered = runs.sorted { $0.seed &- plan.firstSeed < $1.seed &- plan.firstSeed }
    self.runs = ordered
    optima = Optima(grouping: ordered.map(\.outcome), over: plan.points)
  }

  /// Whether all planned runs are done.
  package var isComplete: Bool { runs.count == planned }

  /// The share of all runs that are done, collapsed ones included, that end in an optimum.
  public func share(of optimum: Optimum) -> Double {
    Double(optimum.members.count) / Double(max(1, runs.count))
  }

  /// Where the run of a seed ended, `nil` where it has not.
  package func end(ofSeed seed: UInt64) -> (any LatentLabelModel)? {
    runs.first { $0.seed == seed }?.outcome.model
  }

  /// The first seed whose run ends in an optimum.
  public func exampleSeed(of optimum: Optimum) -> UInt64 { runs[optimum.members[0]].seed }

  /// The first seed whose run collapses, after at least one iteration if there is such a run; `nil`
  /// where none does.
  package var exampleSeedOfCollapse: UInt64? {
    let collapsed = runs.filter(\.outcome.isCollapsed)
    return (collapsed.first { $0.outcome.iterations > 0 } ?? collapsed.first)?.seed
  }
}
