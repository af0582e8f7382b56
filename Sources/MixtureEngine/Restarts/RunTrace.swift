/// The way of the objective in one run, with few enough places for a picture of it.
package struct RunTrace: Hashable, Sendable {
  /// A place of the way.
  package struct Place: Hashable, Sendable {
    /// After how many iterations.
    package let iteration: Int
    /// L in nats, or −J in the hard limit.
    package let objective: Double
  }

  /// The seed of the run.
  package let seed: UInt64
  /// The places, the start first and the end last.
  package let places: [Place]

  /// Whether an iteration has a place though it isn't the last one: each of the first 64, and then 32 for
  /// each doubling, as a picture over the logarithm needs no more.
  ///
  /// - Parameter iteration: The number of the iteration.
  static func keeps(_ iteration: Int) -> Bool {
    guard iteration >= 64 else { return true }
    let doublings = Int.bitWidth - 1 - iteration.leadingZeroBitCount
    return iteration.trailingZeroBitCount >= doublings - 5
  }
}

/// The ways of some of many runs.
package struct RunTraces: Sendable {
  /// The seeds of the runs that are wanted.
  package let seeds: [UInt64]
  /// The ways that are done, in the order of the seeds that are wanted.
  package let all: [RunTrace]

  /// Whether all of them are done.
  package var isComplete: Bool { all.count == seeds.count }

  /// Which of them are done, counted from 0 in their order, ascending.
  package var positions: [Int] {
    let done = Set(all.map(\.seed))
    return seeds.indices.filter { done.contains(seeds[$0]) }
  }
}

extension Restarts {
  /// The seeds of runs that show what all of them do: one for each optimum, the best first, and one that
  /// collapses, then others in the order of their seeds.
  ///
  /// - Parameter most: How many at most.
  package func examples(most: Int) -> [UInt64] {
    let collapsed = exampleSeedOfCollapse.map { [$0] } ?? []
    let first = optima.all.prefix(most).map(exampleSeed(of:)) + collapsed
    let known = Set(first)
    return Array((first + runs.map(\.seed).filter { !known.contains($0) }).prefix(most))
  }
}

extension RestartPlan {
  /// The way of the one run of a seed, through exactly its states.
  ///
  /// - Parameter seed: The seed of the run.
  /// - Returns: `nil` when the task is cancelled first.
  package func trace(seed: UInt64) -> RunTrace? {
    guard !Task.isCancelled else { return nil }
    let recipe = recipe(seed: seed)
    switch recipe.beginning(over: points).beginning {
    case .collapsed(let outcome):
      return RunTrace(
        seed: seed, places: [RunTrace.Place(iteration: 0, objective: outcome.objective)])
    case .model(let model):
      var places: [RunTrace.Place] = []
      let outcome = Outcome(
        from: RunStage(model: model), under: RunTerms(of: recipe, over: points)
      ) { iteration, objective in
        // The latest place is the last one until there is a later one.
        if let last = places.last, !RunTrace.keeps(last.iteration) { places.removeLast() }
        places.append(RunTrace.Place(iteration: iteration, objective: objective))
      }
      return outcome.map { _ in RunTrace(seed: seed, places: places) }
    }
  }

  /// The ways of some of the runs, on all cores; cancelling the task keeps what is done.
  ///
  /// - Parameters:
  ///   - seeds: The seeds of the runs.
  ///   - done: Ways of runs of this plan that are there already and need not be gone again.
  ///   - positions: Which of the runs to do, counted from 0 in the order of the seeds; `nil` for all.
  ///   - progress: Told now and then what there is so far.
  package func traces(
    of seeds: [UInt64], keeping done: RunTraces? = nil, only positions: Set<Int>? = nil,
    progress: (RunTraces) -> Void = { _ in }
  ) async -> RunTraces {
    let wanted = seeds.indices.filter { positions?.contains($0) ?? true }.map { seeds[$0] }
    var known = Dictionary(
      (done?.all ?? []).map { ($0.seed, $0) }, uniquingKeysWith: { first, _ in first })
    func traces() -> RunTraces {
      RunTraces(seeds: seeds, all: wanted.compactMap { known[$0] })
    }
    let stride = max(1, seeds.count / 10)
    await withTaskGroup(of: RunTrace?.self) { group in
      for seed in wanted where known[seed] == nil {
        group.addTask { trace(seed: seed) }
      }
      var count = 0
      for await trace in group {
        guard let trace else { continue }
        known[trace.seed] = trace
        count += 1
        if count.isMultiple(of: stride) { progress(traces()) }
      }
    }
    return traces()
  }
}
