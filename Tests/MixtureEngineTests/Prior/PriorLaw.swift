import MixtureEngine
import Testing

@Suite struct `Law: under a prior` {
  static let structures = CovarianceStructure.named.map(\.structure)

  private func recipe(_ structure: CovarianceStructure, seed: UInt64, k: Int = 3) -> RunRecipe {
    var recipe = RunRecipe(
      structure: structure, components: k, seed: seed, stopping: StoppingRule(iterationLimit: 40))
    recipe.prior = .standard
    return recipe
  }

  @Test(arguments: structures)
  func `no step lowers L + log p(θ)`(structure: CovarianceStructure) throws {
    for sample in Sample.ordinary {
      for seed in 0..<4 as Range<UInt64> {
        var run = try Run(recipe(structure, seed: seed), over: sample.points)
        run.run()
        for (a, b) in zip(run.history, run.history.dropFirst()) {
          #expect(
            b.climbed >= a.climbed - 1e-12 * abs(a.climbed),
            "\(sample.name) seed \(seed) iteration \(b.iteration)")
        }
      }
    }
  }

  /// F + log p(θ) but for the entropy, which no θ changes.
  private func value(
    _ mixture: GaussianMixture, _ q: MixtureEngine.Expectation, _ prior: Prior, _ points: PointSet
  ) -> Double {
    mixture.expectedLogJoint(over: points, under: q) + prior.logDensity(of: mixture)
  }

  @Test(arguments: structures)
  func `no θ about that of the M-step has more of F + log p(θ)`(
    structure: CovarianceStructure
  ) throws {
    var generator = SeededGenerator(seed: 5)
    for sample in Sample.ordinary {
      let points = sample.points
      var run = try Run(recipe(structure, seed: 2), over: points)
      let prior = Prior.standard(for: points, components: 3)
      run.iterate()
      run.iterate()
      let q = try #require(run.posterior)
      let top = try #require(run.model as? GaussianMixture)
      let best = value(top, q, prior, points)
      for _ in 0..<60 {
        let moved = Self.moved(top, by: 1e-3, &generator)
        #expect(
          value(moved, q, prior, points) <= best + 1e-10 * abs(best), "\(sample.name) \(structure)")
      }
    }
  }

  /// A mixture beside another of its structure.
  private static func moved(
    _ mixture: GaussianMixture, by share: Double, _ generator: inout SeededGenerator
  ) -> GaussianMixture {
    func factor() -> Double { 1 + share * generator.normal() }
    let weights = mixture.components.map { $0.weight * factor() }
    let total = weights.reduce(0, +)
    let common = (factor(), factor(), share * generator.normal())
    let components = mixture.components.enumerated().compactMap { k, old -> GaussianComponent? in
      let own = (factor(), factor(), share * generator.normal())
      let (a, b, c) =
        mixture.structure == .tied || mixture.structure == .sharedSpherical
        ? common : own
      let s = old.covariance
      let covariance =
        switch mixture.structure {
        case .full, .tied:
          Covariance2(
            xx: a * a * s.xx, xy: a * b * s.xy + c * (s.xx * s.yy).squareRoot(), yy: b * b * s.yy)
        case .diagonal: Covariance2(xx: a * s.xx, xy: 0, yy: b * s.yy)
        default: Covariance2.isotropic(a * s.xx)
        }
      return GaussianComponent(
        weight: weights[k] / total,
        mean: Point(
          x: old.mean.x + share * s.xx.squareRoot() * generator.normal(),
          y: old.mean.y + share * s.yy.squareRoot() * generator.normal()),
        covariance: covariance)
    }
    return GaussianMixture(components: components, structure: mixture.structure)
  }

  @Test(arguments: structures)
  func `the update view's quotients are what comes out`(structure: CovarianceStructure) throws {
    let points = Sample.threeClouds.points
    var run = try Run(recipe(structure, seed: 1), over: points)
    run.iterate()
    for group in try run.maximizationStep().arithmetic {
      #expect(!group.rows.isEmpty)
      for row in group.rows { #expect(row.isQuotient, "\(row)") }
    }
  }

  @Test func `what collapses without it goes on to an end`() throws {
    let ties = PointSet(
      xs: [0, 0, 0, 0, 1, 1 + 1e-9, 4, 5, 6, 7], ys: [0, 0, 0, 0, 1, 1, 3, 7, 5, 9])
    for points in [Sample.threeClouds.points, Sample.nested.points, ties] {
      for rule in [StartingRule.outlier, .randomPoints] {
        for seed in 0..<5 as Range<UInt64> {
          var recipe = recipe(.full, seed: seed, k: 4)
          recipe.rule = rule
          recipe.stopping = StoppingRule()
          #expect(recipe.outcome(over: points)?.status == .converged, "\(rule.name) \(seed)")
        }
      }
    }
    var without = RunRecipe(components: 2, rule: .outlier)
    #expect(without.outcome(over: Sample.threeClouds.points)?.isCollapsed == true)
    without.prior = .standard
    #expect(without.outcome(over: Sample.threeClouds.points)?.isCollapsed == false)
  }

  @Test func `many runs and a run alone come to the same bits`() async throws {
    let plan = RestartPlan(recipe(.full, seed: 1), over: Sample.threeClouds.points, count: 12)
    let restarts = await plan.run()
    for row in restarts.runs {
      var recipe = recipe(.full, seed: row.seed)
      recipe.seed = row.seed
      var run = try Run(recipe, over: Sample.threeClouds.points)
      run.run()
      #expect(run.snapshot.objective == row.outcome.objective)
      #expect(run.snapshot.logPrior == row.outcome.logPrior)
    }
    let ranks = restarts.optima.all.map(\.climbed)
    #expect(ranks == ranks.sorted(by: >))
  }
}
