/// The best fits for several numbers of components, side by side.
public struct ChoiceOfK: Sendable {
  /// The best of several runs with K components.
  public struct Row: Sendable {
    /// K.
    public let components: Int
    /// The best fit of the runs, or `nil` where all of them collapsed.
    public let best: Optimum?
    /// The seed that leads to it.
    package let seed: UInt64?
    /// BIC, AIC and ICL, or `nil` without a fit and in the hard limit.
    public let criteria: InformationCriteria?
    /// L of the held-out points in nats, or J in squared units of the data in the hard limit, per
    /// point; `nil` where none were held out, or without a fit.
    public let heldOut: Double?
    /// Whether the best fit is worse than that of a smaller K, so that a better one is there to be
    /// found: with a component more L can only rise.
    public let isNotFoundYet: Bool
    /// What is wrong with the best fit, if anything is.
    package let flaw: Optimum.Flaw?
    /// The criteria of the best fit that nothing is wrong with, or `nil` where there is none.
    package let soundCriteria: InformationCriteria?
    /// How many of the runs reached the best fit.
    package let reachedCount: Int
    /// How many of the runs collapsed.
    package let collapsedCount: Int
    /// How many runs there were.
    package let runCount: Int
  }

  /// One row for each K that was finished, in rising order.
  public let rows: [Row]

  /// The runs of each K that has had some.
  package let fits: [Int: Fits]

  /// The runs of one K.
  package struct Fits: Sendable {
    /// How many runs there are over all points, and over all points but each fold.
    let count: Int
    /// Those over all points.
    let all: Restarts
    /// Those over all points but those of each fold.
    let folds: [Restarts]
  }

  /// Fits every K of a range with several runs of a recipe, whose own K is left aside.
  ///
  /// Cancelling the task ends early and keeps the K that are finished.
  ///
  /// - Parameters:
  ///   - recipe: The recipe of each run.
  ///   - range: The numbers of components.
  ///   - points: The data.
  ///   - runs: How many runs for each K.
  ///   - validation: How fits are judged by points that they have not seen.
  ///   - progress: Told of each K when it is finished.
  /// - Throws: ``InvalidInput`` for what cannot be asked.
  public init(
    of recipe: RunRecipe, among range: ClosedRange<Int>, over points: PointSet, runs: Int = 20,
    validation: Validation = .none, progress: (Row) -> Void = { _ in }
  ) async throws(InvalidInput) {
    for k in [range.lowerBound, range.upperBound] {
      var recipe = recipe
      recipe.setComponents(k)
      try recipe.admit(over: points)
    }
    guard runs > 0 else { throw InvalidInput("each number of components needs at least one run.") }
    try validation.admit(over: points, components: range.upperBound)
    let plan = RestartPlan(recipe, over: points, count: runs)
    await self.init(among: range, by: plan, validation: validation, progress: progress)
  }

  /// Fits every K of a range with the runs of a plan, whose own K is left aside.
  ///
  /// Cancelling the task ends early and keeps the K that are finished.
  ///
  /// - Precondition: Every K lies between 1 and N and is at most 255, and the validation admits it.
  package init(
    among range: ClosedRange<Int>, by plan: RestartPlan, validation: Validation = .none,
    progress: (Row) -> Void = { _ in }
  ) async {
    let plan = ChoicePlan(plan, among: range, rounds: [plan.count], validation: validation)
    self = await plan.run { if let row = $0.rows.last { progress(row) } }
  }

  /// The K with the least value of a criterion, or `nil` where no row has one.
  ///
  ///     choice.best(by: \.bic)
  public func best(by criterion: KeyPath<InformationCriteria, Double>) -> Int? {
    rows.compactMap { row in row.criteria.map { (row.components, $0[keyPath: criterion]) } }
      .min { $0.1 < $1.1 }?.0
  }

  /// The K with the least value of a criterion among the fits that nothing is wrong with, or `nil` where
  /// no row has one.
  public func soundBest(by criterion: KeyPath<InformationCriteria, Double>) -> Int? {
    rows.compactMap { row in row.soundCriteria.map { (row.components, $0[keyPath: criterion]) } }
      .min { $0.1 < $1.1 }?.0
  }

  /// What is wrong with the fit of a K, if anything is.
  package func flaw(of k: Int) -> Optimum.Flaw? { rows.first { $0.components == k }?.flaw }

  /// The K whose fit is worth most on the held-out points, or `nil` where there are none.
  public var bestOnHeldOut: Int? {
    rows.compactMap { row in
      row.heldOut.map { (row.components, row.best?.distortion == nil ? -$0 : $0) }
    }.min { $0.1 < $1.1 }?.0
  }
}

// MARK: - From runs to rows

extension ChoiceOfK {
  /// What the runs of each K come to, for the K of a plan.
  init(_ fits: [Int: Fits], by plan: ChoicePlan, _ splits: [PointSplit]) {
    var rows: [Row] = []
    var best: Optimum?
    let climber = plan.runs.recipe.climber
    let climbsL = climber == .em || climber.restsWithEM
    for k in plan.range {
      guard let fits = fits[k] else { continue }
      rows.append(
        Row(
          components: k, of: fits, by: plan, splits,
          isBelow: climbsL
            && fits.best.map { $0.falls(short: best, over: plan.runs.points) } ?? false))
      if let found = fits.best, best.map({ $0.climbed < found.climbed }) ?? true {
        best = found
      }
    }
    (self.rows, self.fits) = (rows, fits)
  }
}

extension ChoiceOfK.Fits {
  /// The best fit to all points, if a run came to its end.
  fileprivate var best: Optimum? { all.optima.all.first }

  /// The sum of the objectives over all folds, each under the best fit to the others, per point.
  fileprivate func overFolds(_ splits: [PointSplit], of points: PointSet) -> Double? {
    var sum = 0.0
    for (split, restarts) in zip(splits, folds) {
      guard let model = restarts.optima.all.first?.model else { return nil }
      let fold = points.subset(split.heldOut)
      sum += model.objectivePerPoint(over: fold) * fold.totalWeight
    }
    return splits.isEmpty ? nil : sum / points.totalWeight
  }
}

extension ChoiceOfK.Row {
  fileprivate init(
    components: Int, of fits: ChoiceOfK.Fits, by plan: ChoicePlan, _ splits: [PointSplit],
    isBelow: Bool
  ) {
    let best = fits.best
    self.components = components
    self.best = best
    seed = best.map(fits.all.exampleSeed(of:))
    let observed = plan.runs.of(components).recipe.observed
    func criteria(_ optimum: Optimum?) -> InformationCriteria? {
      optimum.flatMap {
        InformationCriteria(of: $0.model, over: plan.runs.points, observed: observed)
      }
    }
    self.criteria = criteria(best)
    flaw = best?.flaw
    soundCriteria =
      flaw == nil
      ? self.criteria
      : criteria(fits.all.optima.all.first { $0.flaw == nil })
    let value: Double? =
      switch plan.validation {
      case .none: nil
      case .heldOut(let points): best?.model.objectivePerPoint(over: points)
      case .folds: fits.overFolds(splits, of: plan.runs.points)
      }
    heldOut = value.map { best?.distortion == nil ? $0 : -$0 }
    // Where weights are held at 1/K, a fit of fewer components is none of more.
    isNotFoundYet = isBelow && !(best?.model.holdsWeights ?? false)
    reachedCount = best?.members.count ?? 0
    collapsedCount = fits.all.optima.collapsedCount
    runCount = fits.all.runs.count
  }
}

extension Optimum {
  /// Whether this is worse than the best fit of a smaller K, beyond what a converged run leaves undone.
  ///
  /// Any mixture is one of K + 1 components, two of them identical; not so with equal weights that
  /// are not fitted, as those of the dial, nor under a prior, which each K has its own of.
  fileprivate func falls(short smaller: Optimum?, over points: PointSet) -> Bool {
    guard let smaller, logPrior == nil,
      smaller.model.componentCount == 1 || Dial.variance(of: model) == nil
    else { return false }
    let slack = OptimumTolerance().objective
    return objective < smaller.objective
      - slack * (distortion == nil ? points.totalWeight : abs(smaller.objective))
  }
}
