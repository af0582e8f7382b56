import TestSupport
import Testing

@testable import MixtureEngine

@Suite struct `Rules compared` {
  private static let plan = RulesPlan(
    RestartPlan(RunRecipe(components: 3, seed: 7), over: .oldFaithful, count: 12))

  @Test func `make the very runs of each rule's restarts`() async throws {
    let comparison = await Self.plan.run()
    #expect(comparison.isComplete && comparison.rows.map(\.rule) == StartingRule.all)
    #expect(comparison.runCount == Self.plan.runCount)
    for row in comparison.rows {
      let alone = await Self.plan.plan(of: row.rule).run()
      #expect(alone.runs.map(\.seed) == row.restarts.runs.map(\.seed))
      #expect(alone.runs.map(\.outcome.objective) == row.restarts.runs.map(\.outcome.objective))
      #expect(
        row.restarts.runs.count == (row.rule.isRandom(over: .oldFaithful) ? 12 : 1),
        "\(row.rule.name)")
    }
    // The best of each rule is the optimum that it is said to be.
    for row in comparison.rows {
      guard let best = row.best, let number = row.bestNumber else {
        #expect(row.best == nil && row.bestNumber == nil)
        continue
      }
      #expect(abs(comparison.bests[number].objective - best.objective) < 0.003)
      #expect((row.bestCount > 0) == (number == 0))
    }
    #expect(comparison.bests.map(\.objective) == comparison.bests.map(\.objective).sorted(by: >))
  }

  @Test func `come piece by piece, keep what is done and go on`() async {
    let plan = Self.plan
    let few = await plan.run(only: [0, 2, 13, 40])
    #expect(plan.positions(in: few) == [0, 2, 13, 40])
    let cut = await Task {
      await plan.run(keeping: few) { _ in withUnsafeCurrentTask { $0?.cancel() } }
    }.value
    #expect(Set([0, 2, 13, 40]).isSubset(of: plan.positions(in: cut)))
    let whole = await plan.run(keeping: cut)
    let anew = await plan.run()
    #expect(plan.positions(in: whole) == Array(0..<plan.runCount))
    #expect(whole.rows.map(\.bestCount) == anew.rows.map(\.bestCount))
    #expect(whole.bests.map(\.objective) == anew.bests.map(\.objective))
  }

  @Test(arguments: StartingRule.all.map(\.name))
  func `run a rule that draws nothing once, whatever its seed`(name: String) async throws {
    let rule = try #require(StartingRule.named(name))
    let plan = RestartPlan(RunRecipe(components: 3, rule: rule), over: .oldFaithful, count: 5)
    let restarts = await plan.run()
    #expect(restarts.isComplete && restarts.runs.count == restarts.planned)
    #expect(restarts.planned == (plan.isDrawn ? 5 : 1) && restarts.areDrawn == plan.isDrawn)
    guard !plan.isDrawn else { return }
    let (first, other) = (plan.run(seed: 1), plan.run(seed: 99))
    #expect(first?.outcome.objective == other?.outcome.objective)
    if let best = restarts.optima.all.first {
      #expect(restarts.interval(of: best) == 1...1)
      #expect(restarts.startsForBest?.found == 1 && restarts.startsForBest?.most == 1)
    }
  }

  @Test func `keep a floor in every run`() async throws {
    let points = Sample.threeClouds.points
    let floor = points.suggestedVarianceFloor * 50
    let recipe = RunRecipe(components: 5, seed: 3, varianceFloor: floor)
    let comparison = await RulesPlan(RestartPlan(recipe, over: points, count: 4)).run()
    for row in comparison.rows {
      for run in row.restarts.runs {
        for shape in run.outcome.model.shapes {
          guard case .ellipse(let covariance) = shape.outline else { continue }
          #expect(covariance.axes.minor >= floor * (1 - 1e-9), "\(row.rule.name) \(run.seed)")
        }
      }
    }
  }
}
