import MixtureEngine
import TestSupport
import Testing

@Suite struct `What each point adds` {
  @Test(arguments: Setting.all.filter { $0.kind.name != "k-means" }, FuzzSeed.usual(1, 2, 3))
  func `to L, to F and to the expected log-likelihood sums up to them`(
    setting: Setting, seed: UInt64
  ) throws {
    let plain = Sample.threeClouds.points
    var generator = SeededGenerator(seed: seed)
    let weighted = PointSet(
      xs: plain.xs, ys: plain.ys, weights: plain.xs.map { _ in 0.2 + generator.unit() })
    for (points, told) in [(plain, false), (plain, true), (weighted, false), (weighted, true)] {
      let observed = told ? ObservedLabels(plain.xs.indices.map { $0 % 9 == 0 ? 1 : nil }) : nil
      var recipe = RunRecipe(
        kind: setting.kind, structure: setting.structure, components: 3, seed: seed)
      recipe.observe(observed)
      var run = try recipe.run(over: points)
      for _ in 0..<5 where run.halfStep() {
        let posterior = try #require(run.posterior)
        let q = posterior.responsibilities(over: points)
        var (likelihood, bound, expected) = (0.0, 0.0, 0.0)
        for n in 0..<points.count {
          let w = points.weight(of: n)
          let terms = BayesTerms(of: points[n], under: run.model, known: observed?[n])
          likelihood += w * terms.logLikelihood
          bound += w * terms.lowerBound(under: q.row(n))
          expected += w * terms.expectedLogJoint(under: q.row(n))
        }
        let scale = 1e-11 * max(1, abs(run.snapshot.objective))
        #expect(abs(likelihood - run.snapshot.objective) <= scale, "seed \(seed)")
        #expect(abs(bound - (run.snapshot.bound ?? .nan)) <= scale, "seed \(seed)")
        let view = try #require(MissingData(of: run, components: nil)?.expected)
        #expect(abs(expected - view) <= scale, "seed \(seed)")
      }
    }
  }
}
