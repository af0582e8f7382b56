import MixtureEngine
import Testing

/// Starts are what their rules say.
@Suite struct `Honest starts` {
  private static let tied = PointSet(
    xs: (0..<40).map { Double($0 % 5) }, ys: (0..<40).map { Double($0 % 4) })

  @Test(arguments: UInt64(1)...100)
  func `random points are at distinct positions while there are enough`(seed: UInt64) {
    for (points, k) in [(Self.tied, 20), (.oldFaithful, 30)] {
      let weighted = PointSet(
        xs: points.xs, ys: points.ys, weights: points.xs.map { 1 + $0.magnitude })
      for points in [points, weighted] {
        let start = StartingRule.randomPoints.start(over: points, components: k, seed: seed)
        #expect(Set(start.components.map(\.mean)).count == k)
      }
    }
  }

  @Test(arguments: UInt64(1)...20)
  func `positions are drawn twice only where there are too few`(seed: UInt64) {
    let start = StartingRule.randomPoints.start(over: Self.tied, components: 30, seed: seed)
    #expect(start.componentCount == 30)
    #expect(Set(start.components.map(\.mean)).count == 20)
  }

  @Test(arguments: [ModelKind.gaussianMixture, .studentT], UInt64(1)...8)
  func `small EM begins no lower than short runs of the model at hand end`(
    kind: ModelKind, seed: UInt64
  ) throws {
    let points = PointSet.oldFaithful
    let begin = try RunRecipe(kind: kind, components: 3, rule: .smallEM, seed: seed)
      .run(over: points)
    // The first of the ten draws is that of the rule for random points.
    var first = try RunRecipe(kind: kind, components: 3, seed: seed).run(over: points)
    first.run(limit: 10)
    #expect(begin.snapshot.objective >= first.snapshot.objective - 1e-8)
  }

  @Test(arguments: [ModelKind.noise, .studentT])
  func `small EM reaches the best optimum of the model at hand`(kind: ModelKind) async throws {
    var recipe = RunRecipe(kind: kind, components: 3)
    let points = PointSet.oldFaithful
    let random = await RestartPlan(recipe, over: points, count: 20).run()
    recipe.rule = .smallEM
    let small = await RestartPlan(recipe, over: points, count: 20).run()
    let best = try #require(random.optima.all.first)
    #expect(try #require(small.optima.all.first).objective > best.objective - 1e-2)
  }
}
