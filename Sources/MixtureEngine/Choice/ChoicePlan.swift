/// Runs for every K of a range, coarse to fine: a few for each K first, then more.
public struct ChoicePlan: Equatable, Sendable {
  /// The runs of a K; its own K and number of runs mean nothing.
  package var runs: RestartPlan
  /// The numbers of components.
  package var range: ClosedRange<Int>
  /// How many runs each K has after each round, rising.
  package var rounds: [Int]
  /// How fits are judged by points that they have not seen.
  package var validation: Validation

  /// A plan.
  ///
  /// - Precondition: Every K lies between 1 and N and is at most 255, and the validation admits it.
  package init(
    _ runs: RestartPlan, among range: ClosedRange<Int>, rounds: [Int],
    validation: Validation = .none
  ) {
    (self.runs, self.range, self.rounds, self.validation) = (runs, range, rounds, validation)
  }

  /// Fits every K on all cores; cancelling the task ends early and keeps the rounds that are done.
  ///
  /// - Parameters:
  ///   - done: Fits of this plan, perhaps over another range, that need not be done again.
  ///   - positions: Which pieces to do, as ``positions(in:)`` names them; `nil` for all.
  ///   - progress: Told what there is after each piece.
  package func run(
    keeping done: ChoiceOfK? = nil, only positions: Set<Int>? = nil,
    progress: (ChoiceOfK) -> Void = { _ in }
  ) async -> ChoiceOfK {
    var fits = done?.fits ?? [:]
    let splits = splits
    for (round, count) in rounds.enumerated() {
      for k in range where positions?.contains(position(k, round)) ?? true {
        guard fits[k].map({ $0.count < count }) ?? true else { continue }
        guard let next = await grown(k, to: count, from: fits[k], splits) else {
          return ChoiceOfK(fits, by: self, splits)
        }
        fits[k] = next
        progress(ChoiceOfK(fits, by: self, splits))
      }
    }
    return ChoiceOfK(fits, by: self, splits)
  }

  /// The pieces that are done, ascending: a piece is one K in one round.
  package func positions(in done: ChoiceOfK) -> [Int] {
    rounds.indices.flatMap { round in
      range.filter { done.fits[$0].map { $0.count >= rounds[round] } ?? false }
        .map { position($0, round) }
    }
  }

  /// How many runs are done, those of the folds left aside, and how many there are to do.
  package func progress(of done: ChoiceOfK) -> (done: Int, planned: Int) {
    let most = rounds.last ?? 0
    return (range.reduce(0) { $0 + min(most, done.fits[$1]?.count ?? 0) }, most * range.count)
  }

  /// Whether every K has had all its runs.
  package func isComplete(_ done: ChoiceOfK) -> Bool {
    range.allSatisfy { done.fits[$0].map { $0.count >= rounds.last ?? 0 } ?? false }
  }

  /// A K is at most 255, so that a piece keeps its number where the range is another.
  private func position(_ k: Int, _ round: Int) -> Int { round * 256 + k }

  /// The folds, if there are any.
  private var splits: [PointSplit] {
    guard case .folds(let count) = validation else { return [] }
    return (try? PointSplit.folds(count, of: runs.points.count)) ?? []
  }

  /// So many runs of a K, over all points and over all but each fold.
  ///
  /// - Returns: `nil` when the task is cancelled first.
  private func grown(
    _ k: Int, to count: Int, from known: ChoiceOfK.Fits?, _ splits: [PointSplit]
  ) async -> ChoiceOfK.Fits? {
    var plan = runs
    plan.count = count
    let all = await plan.of(k).run(keeping: known?.all)
    var folds: [Restarts] = []
    for (fold, split) in splits.enumerated() where all.isComplete {
      let restarts = await plan.over(split.seen).of(k).run(keeping: known?.folds[fold])
      guard restarts.isComplete else { return nil }
      folds.append(restarts)
    }
    return all.isComplete ? ChoiceOfK.Fits(count: count, all: all, folds: folds) : nil
  }
}

extension RestartPlan {
  /// The same runs with K components.
  package func of(_ k: Int) -> RestartPlan {
    var plan = self
    plan.recipe.setComponents(k)
    return plan
  }

  /// The same runs over some of the points, with their labels.
  fileprivate func over(_ numbers: [Int]) -> RestartPlan {
    var plan = self
    plan.points = points.subset(numbers)
    plan.recipe.observe(
      recipe.observed.map { observed in ObservedLabels(numbers.map { observed.labels[$0] }) })
    return plan
  }
}
