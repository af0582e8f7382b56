import Testing

@testable import MixtureEngine

@Suite struct `Restarts of a rule` {
  @Test func `of Old Faithful with three components find the five known optima`() async throws {
    let restarts = await RestartPlan(
      RunRecipe(components: 3, seed: 400), over: .oldFaithful, count: 200
    ).run()
    #expect(restarts.isComplete)
    #expect(restarts.optima.collapsedCount == 0)
    let known = [-1114.440, -1119.214, -1119.645, -1119.878, -1127.072]
    let found = restarts.optima.all.map { ($0.objective * 1000).rounded() / 1000 }
    #expect(found == known)
    let shares = restarts.optima.all.map { restarts.share(of: $0) }
    #expect(shares.count == 5)
    // As in 200 runs of an independent implementation; two such shares differ by chance alone.
    for (share, expected) in zip(shares, [0.04, 0.84, 0.08, 0.005, 0.035]) {
      #expect(abs(share - expected) < 3 * (2 * expected * (1 - expected) / 200).squareRoot())
    }
  }

  @Test func `do not depend on the order in which runs finish`() async {
    let plan = RestartPlan(RunRecipe(components: 3, seed: 7), over: Sample.nested.points, count: 40)
    let parallel = await plan.run()
    let backwards = Restarts((7..<47).reversed().compactMap { plan.run(seed: $0) }, of: plan)
    #expect(parallel.runs.map(\.seed) == Array(7..<47))
    #expect(parallel.runs.map(\.outcome.objective) == backwards.runs.map(\.outcome.objective))
    #expect(parallel.optima.membership == backwards.optima.membership)
    #expect(parallel.optima.all.map(\.objective) == backwards.optima.all.map(\.objective))
  }

  @Test func `keep what is done when they are cancelled`() async {
    let plan = RestartPlan(RunRecipe(components: 2), over: .oldFaithful, count: 1_000)
    let restarts = await Task {
      await plan.run { _ in withUnsafeCurrentTask { $0?.cancel() } }
    }.value
    #expect(restarts.planned == 1_000)
    #expect((1..<1_000).contains(restarts.runs.count))
    let counted = restarts.optima.all.map(\.members.count).reduce(0, +)
    #expect(counted + restarts.optima.collapsedCount == restarts.runs.count)
  }

  @Test func `take up the runs that are there already`() async {
    var plan = RestartPlan(RunRecipe(components: 2), over: Sample.threeClouds.points, count: 10)
    let few = await plan.run()
    plan.count = 30
    let more = await plan.run(keeping: few)
    let fresh = await plan.run()
    #expect(more.runs.map(\.outcome.objective) == fresh.runs.map(\.outcome.objective))
    #expect(more.planned == 30)
    plan.count = 5
    #expect(await plan.run(keeping: more).runs.map(\.seed) == [1, 2, 3, 4, 5])
  }

  @Test func `say which seed leads to an optimum`() async throws {
    let plan = RestartPlan(
      RunRecipe(components: 3, seed: 20), over: Sample.faithfulThird.points, count: 40)
    let restarts = await plan.run()
    for optimum in restarts.optima.all {
      let seed = restarts.exampleSeed(of: optimum)
      let run = try #require(plan.run(seed: seed))
      #expect(abs(run.outcome.objective - optimum.objective) < 1e-3)
    }
  }

  @Test func `count collapsed runs apart`() async {
    let plan = RestartPlan(
      RunRecipe(components: 3, rule: .outlier), over: .oldFaithful, count: 10)
    let restarts = await plan.run()
    #expect(restarts.optima.collapsedCount > 0)
    let shares = restarts.optima.all.map { restarts.share(of: $0) }.reduce(0, +)
    #expect(abs(shares + Double(restarts.optima.collapsedCount) / 10 - 1) < 1e-12)
  }

  @Test func `of k-means are ranked by their distortion`() async throws {
    let plan = RestartPlan(RunRecipe(kind: .kMeans, components: 3), over: .oldFaithful, count: 50)
    let best = try #require(await plan.run().optima.all.first)
    #expect(abs((best.distortion ?? 0) - 5188.540468) < 1e-6)
    #expect(best.logLikelihood == nil)
  }
}
