/// The same runs from each of several starting rules: what is to be done.
package struct RulesPlan: Equatable, Sendable {
  /// The rules.
  package let rules: [StartingRule]
  /// The runs of each rule, whose own rule is left aside.
  private let common: RestartPlan

  /// The runs of a plan from each rule.
  ///
  /// - Parameters:
  ///   - plan: The runs; its rule is left aside.
  ///   - rules: The rules, in the order of their rows.
  package init(_ plan: RestartPlan, rules: [StartingRule] = StartingRule.all) {
    self.rules = rules
    var common = plan
    common.recipe.rule = .randomPoints
    self.common = common
  }

  /// The data.
  package var points: PointSet { common.points }
  /// The recipe of the runs, whose rule means nothing.
  package var recipe: RunRecipe { common.recipe }
  /// How many runs from each rule that draws.
  package var count: Int { common.count }
  /// The seed of the first run.
  package var firstSeed: UInt64 { common.firstSeed }
  /// How many runs there are to do.
  package var runCount: Int { rules.map { plan(of: $0).runCount }.reduce(0, +) }

  /// The same with another number of runs from each rule that draws.
  ///
  /// - Parameter count: The number.
  package func with(count: Int) -> RulesPlan {
    var plan = common
    plan.count = count
    return RulesPlan(plan, rules: rules)
  }

  /// The runs of one rule.
  ///
  /// - Parameter rule: The rule.
  package func plan(of rule: StartingRule) -> RestartPlan {
    var plan = common
    plan.recipe.rule = rule
    return plan
  }

  /// Does the runs, rule by rule and each rule's on all cores; cancelling the task keeps what is done.
  ///
  /// - Parameters:
  ///   - done: Runs of this plan that are there already and need not be done again.
  ///   - positions: Which runs to do, counted from 0 through all rules; `nil` for all.
  ///   - progress: Told now and then what there is so far.
  /// - Returns: A row for each rule, whole unless the task was cancelled.
  package func run(
    keeping done: RuleComparison? = nil, only positions: Set<Int>? = nil,
    progress: (RuleComparison) -> Void = { _ in }
  ) async -> RuleComparison {
    var results: [(rule: StartingRule, restarts: Restarts)] = rules.map { rule in
      let known = done?.rows.first { $0.rule == rule }?.restarts
      return (rule, known ?? Restarts([], of: plan(of: rule)))
    }
    var first = 0
    for (number, rule) in rules.enumerated() {
      let plan = plan(of: rule)
      let wanted = positions.map { positions in
        Set((0..<plan.runCount).filter { positions.contains(first + $0) })
      }
      var next = 0
      results[number].restarts = await plan.run(keeping: results[number].restarts, only: wanted) {
        guard $0.runs.count >= next else { return }
        next = $0.runs.count + max(1, plan.runCount / 5)
        results[number].restarts = $0
        progress(RuleComparison(results, over: points))
      }
      progress(RuleComparison(results, over: points))
      first += plan.runCount
    }
    return RuleComparison(results, over: points)
  }

  /// Which of the runs are done, counted from 0 through all rules, ascending.
  ///
  /// - Parameter done: What is done.
  package func positions(in done: RuleComparison) -> [Int] {
    var first = 0
    return done.rows.flatMap { row in
      let plan = plan(of: row.rule)
      defer { first += plan.runCount }
      return plan.positions(in: row.restarts).map { first + $0 }
    }
  }
}
