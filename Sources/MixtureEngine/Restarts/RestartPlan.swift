import Synchronization

/// R runs of one recipe with seeds s, s + 1, …: what is to be done.
public struct RestartPlan: Equatable, Sendable {
  /// The data.
  package var points: PointSet
  /// The recipe of each run; its seed is that of the first run.
  package var recipe: RunRecipe
  /// How many runs, R.
  package var count: Int

  /// A plan; a start that the recipe was given is left aside, as each run draws its own.
  ///
  /// - Precondition: 1 ≤ K ≤ N and K ≤ 255; `count` is not negative.
  package init(_ recipe: RunRecipe, over points: PointSet, count: Int = 100) {
    precondition(count >= 0, "a number of runs cannot be negative")
    self.points = points
    self.recipe = recipe
    self.recipe.givenStart = nil
    self.count = count
  }

  /// How many runs there are to do: R, but one for a rule that draws nothing, as every seed then begins
  /// the same run.
  package var runCount: Int { isDrawn ? count : min(count, 1) }

  /// Whether the rule draws its starts.
  package var isDrawn: Bool { recipe.rule.isRandom(over: points) }

  /// The seed of the first run.
  package var firstSeed: UInt64 { recipe.seed }

  /// The one run of a seed, the same wherever and whenever it is done.
  ///
  /// - Returns: `nil` when the task is cancelled first.
  package func run(seed: UInt64) -> SeededOutcome? {
    let recipe = recipe(seed: seed)
    let (beginning, startIterations) = recipe.beginning(over: points)
    return beginning.outcome(under: RunTerms(of: recipe, over: points)).map {
      SeededOutcome(seed: seed, outcome: $0, startIterations: startIterations)
    }
  }

  /// The recipe of the run of a seed.
  func recipe(seed: UInt64) -> RunRecipe {
    var recipe = recipe
    recipe.seed = seed
    return recipe
  }

  /// Does the runs on all cores; cancelling the task ends early and keeps what is done.
  ///
  /// - Parameters:
  ///   - done: Runs of this plan that are there already and need not be done again.
  ///   - positions: Which runs to do, counted from 0; `nil` for all.
  ///   - progress: Told now and then what there is so far.
  /// - Returns: The runs that are done: all of them unless the task was cancelled.
  package func run(
    keeping done: Restarts? = nil, only positions: Set<Int>? = nil,
    progress: (Restarts) -> Void = { _ in }
  ) async -> Restarts {
    let seeds = (0..<runCount).filter { positions?.contains($0) ?? true }
      .map { firstSeed &+ UInt64($0) }
    let wanted = Set(seeds)
    var runs = (done?.runs ?? []).filter { wanted.contains($0.seed) }
    let known = Set(runs.map(\.seed))
    let stride = max(1, runCount / 50)
    let missing = seeds.filter { !known.contains($0) }
    let spent = Mutex([Int](repeating: 0, count: missing.count))
    await ManyRuns(under: RunTerms(of: recipe, over: points)).run(
      count: missing.count,
      from: { number in
        let (beginning, startIterations) = recipe(seed: missing[number]).beginning(over: points)
        spent.withLock { $0[number] = startIterations }
        return beginning
      }
    ) { number, outcome in
      runs.append(
        SeededOutcome(
          seed: missing[number], outcome: outcome,
          startIterations: spent.withLock { $0[number] }))
      if runs.count % stride == 0, runs.count < runCount {
        progress(Restarts(runs, of: self))
      }
    }
    return Restarts(runs, of: self)
  }

  /// Which of the runs are done, counted from 0, in ascending order.
  package func positions(in done: Restarts) -> [Int] {
    done.runs.map { Int(clamping: $0.seed &- firstSeed) }
  }
}
