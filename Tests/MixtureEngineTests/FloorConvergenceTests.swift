import TestSupport
import Testing

@testable import MixtureEngine

/// A floor that lies above the start makes L fall at first, which is no convergence.
@Suite struct `A floor above the start` {
  @Test(arguments: FuzzSeed.usual(1, 2, 3, 4))
  func `is no end of the run`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let points = PointSet(
      (0..<80).map { n in
        Point(x: Double(n % 2) * 6 + generator.normal(), y: generator.normal())
      })
    for floor in [0.5, 2, 8, 30] {
      var recipe = RunRecipe(components: 2, seed: seed, varianceFloor: floor)
      let claimed = try #require(recipe.outcome(over: points))
      #expect(claimed.status == .converged)
      var run = try recipe.run(over: points)
      run.run(limit: 10_000)
      #expect(run.snapshot.iteration == claimed.iterations)
      recipe.stopping = StoppingRule(tolerance: 0, iterationLimit: 3_000)
      let settled = try #require(recipe.outcome(over: points))
      #expect(
        abs(claimed.objective - settled.objective) < 1e-4, "seed \(seed), floor \(floor)")
    }
  }
}
