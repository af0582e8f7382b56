/// Many runs under the same terms, on all cores, and side by side in the lanes of a core's vectors
/// where models and data have them (``GaussianLanes``).
///
/// Each ends where it would alone, to the bit, whatever the number of cores and lanes.
package struct ManyRuns: Sendable {
  /// What the runs have in common.
  package var terms: RunTerms
  /// How many cores may be used, 0 for all.
  package var cores = 0
  /// How many lanes of a core may be used; less than two for none.
  package var lanes = Int.max

  /// Runs under these terms.
  package init(under terms: RunTerms) { self.terms = terms }

  /// Where the runs from some models end, in their order; `nil` for those that were not done when
  /// the task was cancelled.
  package func outcomes(from starts: [any LatentLabelModel]) async -> [Outcome?] {
    // Equal forms one after the other, so that they share lanes.
    let forms = starts.map { GaussianLanes.Form(of: RunStage(model: $0)) }
    let order = Dictionary(grouping: starts.indices) { forms[$0] }.values
      .sorted { $0[0] < $1[0] }.flatMap(\.self)
    var outcomes = [Outcome?](repeating: nil, count: starts.count)
    await run(count: starts.count, from: { .model(starts[order[$0]]) }) {
      outcomes[order[$0]] = $1
    }
    return outcomes
  }

  /// Does so many runs and hands the outcome of each to `collect`, in the order in which they end.
  ///
  /// Runs begin in their order. When the task is cancelled no further ones begin, and those that go
  /// on may be left.
  ///
  /// - Parameters:
  ///   - count: How many runs, told apart by a number from 0.
  ///   - beginning: What a run begins with; called once for each on any core.
  ///   - collect: Gets the number of a run and its outcome.
  func run(
    count: Int, from beginning: @escaping @Sendable (Int) -> RunBeginning,
    collect: (Int, Outcome) -> Void
  ) async {
    let queue = RunQueue(count: count, from: beginning)
    await withTaskGroup(of: [(Int, Outcome)].self) { group in
      // One more than there are cores: while outcomes are collected, no core has to wait.
      for _ in 0..<min(count, cores > 0 ? cores : PassOptions.processors + 1) {
        group.addTask { turn(queue) }
      }
      while let ended = await group.next() {
        for (number, outcome) in ended { collect(number, outcome) }
        if !Task.isCancelled, !queue.isEmpty { group.addTask { turn(queue) } }
      }
    }
  }
}

extension ManyRuns {
  /// The work of one turn in points × components × iterations: some milliseconds.
  private static let turnLength = 1 << 21

  /// Goes on with runs for a while: those that ended; the others are put back.
  private func turn(_ queue: RunQueue) -> [(Int, Outcome)] {
    var turn = RunTurn(terms: terms, mostLanes: lanes, left: Self.turnLength)
    turn.take(from: queue)
    return turn.ended
  }
}
