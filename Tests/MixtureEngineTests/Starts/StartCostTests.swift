import MixtureEngine
import Testing

/// What a rule spends before the start counts.
@Suite struct `Iterations of a start` {
  private let points = PointSet.oldFaithful

  private func spent(_ recipe: RunRecipe) throws -> Int {
    try recipe.run(over: points).startIterations
  }

  @Test(arguments: [(10, 10), (3, 7), (25, 1)])
  func `are those of all short runs of small EM`(count: Int, iterations: Int) throws {
    var recipe = RunRecipe(components: 3, rule: .smallEM, seed: 5)
    recipe.shortRuns = ShortRuns(count: count, iterations: iterations)
    #expect(try spent(recipe) == count * iterations)
  }

  @Test(arguments: UInt64(1)...6)
  func `are those of Lloyd's algorithm in k-means`(seed: UInt64) throws {
    let means = StartingRule.kMeansPlusPlus.start(over: points, components: 3, seed: seed)
    var lloyd = Run(
      of: KMeans(centres: means.components.map(\.mean)), over: points,
      stopping: StoppingRule(iterationLimit: 300))
    lloyd.run()
    let recipe = RunRecipe(components: 3, rule: .kMeans, seed: seed)
    #expect(try spent(recipe) == lloyd.snapshot.iteration)
  }

  @Test func `are none where the rule goes through the data once`() throws {
    for rule in [StartingRule.randomPoints, .kMeansPlusPlus, .principalAxis, .hierarchical] {
      #expect(try spent(RunRecipe(components: 3, rule: rule)) == 0, "\(rule.name)")
    }
    let given = StartingRule.kMeans.start(over: points, components: 3, seed: 1)
    #expect(try spent(RunRecipe(components: 3, rule: .kMeans, givenStart: given)) == 0)
  }

  @Test func `come with every restart`() async throws {
    let recipe = RunRecipe(components: 3, rule: .kMeans, seed: 1)
    let restarts = await RestartPlan(recipe, over: points, count: 8).run()
    for row in restarts.rows {
      var one = recipe
      one.seed = row.seed
      #expect(try row.startIterations == spent(one))
    }
  }

  @Test func `more short runs reach no worse`() throws {
    var recipe = RunRecipe(components: 3, rule: .smallEM, seed: 2)
    recipe.shortRuns.count = 1
    let one = try recipe.run(over: points).snapshot.objective
    recipe.shortRuns.count = 30
    #expect(try recipe.run(over: points).snapshot.objective >= one)
  }

  @Test func `without number or length are refused`() {
    var recipe = RunRecipe(components: 3, rule: .smallEM)
    recipe.shortRuns = ShortRuns(count: 0, iterations: 10)
    #expect(throws: InvalidInput.self) { try Run(recipe, over: points) }
    recipe.shortRuns = ShortRuns(count: 1, iterations: 0)
    #expect(throws: InvalidInput.self) { try Run(recipe, over: points) }
  }
}
