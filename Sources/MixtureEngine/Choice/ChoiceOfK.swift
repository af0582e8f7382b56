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
    /// How many of the runs reached the best fit.
    package let reachedCount: Int
    /// How many of the runs collapsed.
    package let collapsedCount: Int
    /// How many runs there were.
    package let runCount: Int
  }

  /// One row for each K that was finished, in rising order.
  public let rows: [Row]

  /// Fits every K of a range with several runs of a recipe, whose own K is left aside.
  ///
  /// Cancelling the task ends early and keeps the K that are finished.
  ///
  /// - Parameters:
  ///   - recipe: The recipe of each run.
  ///   - range: The numbers of components.
  ///   - points: The data.
  ///   - runs: How many runs for each K.
  ///   - progress: Told of each K when it is finished.
  /// - Throws: ``InvalidInput`` for what cannot be asked.
  public init(
    of recipe: RunRecipe, among range: ClosedRange<Int>, over points: PointSet, runs: Int = 20,
    progress: (Row) -> Void = { _ in }
  ) async throws(InvalidInput) {
    for k in [range.lowerBound, range.upperBound] {
      var recipe = recipe
      recipe.setComponents(k)
      try recipe.admit(over: points)
    }
    guard runs > 0 else { throw InvalidInput("each number of components needs at least one run.") }
    let plan = RestartPlan(recipe, over: points, count: runs)
    await self.init(among: range, by: plan, progress: progress)
  }

  /// Fits every K of a range with the runs of a plan, whose own K is left aside.
  ///
  /// Cancelling the task ends early and keeps the K that are finished.
  ///
  /// - Precondition: Every K lies between 1 and N and is at most 255.
  package init(
    among range: ClosedRange<Int>, by plan: RestartPlan, progress: (Row) -> Void = { _ in }
  ) async {
    var rows: [Row] = []
    for k in range {
      var plan = plan
      plan.recipe.setComponents(k)
      let restarts = await plan.run()
      guard restarts.isComplete else { break }
      let row = Row(components: k, best: restarts.optima.all.first, of: restarts, by: plan)
      rows.append(row)
      progress(row)
    }
    self.rows = rows
  }

  /// The K with the least value of a criterion, or `nil` where no row has one.
  ///
  ///     choice.best(by: \.bic)
  public func best(by criterion: KeyPath<InformationCriteria, Double>) -> Int? {
    rows.compactMap { row in row.criteria.map { (row.components, $0[keyPath: criterion]) } }
      .min { $0.1 < $1.1 }?.0
  }
}

extension ChoiceOfK.Row {
  fileprivate init(
    components: Int, best: Optimum?, of restarts: Restarts, by plan: RestartPlan
  ) {
    self.components = components
    self.best = best
    seed = best.map(restarts.exampleSeed(of:))
    criteria = best.flatMap {
      InformationCriteria(of: $0.model, over: plan.points, observed: plan.recipe.observed)
    }
    reachedCount = best?.members.count ?? 0
    collapsedCount = restarts.optima.collapsedCount
    runCount = restarts.runs.count
  }
}
