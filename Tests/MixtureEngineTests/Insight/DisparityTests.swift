import Testing

@testable import MixtureEngine

@Suite struct `The disparity of components` {
  /// Three Gaussians at random, and points from them.
  private func sample(seed: UInt64) throws -> PointSet {
    var generator = SeededGenerator(seed: seed)
    let means = (0..<3).map { _ in
      Point(x: 4 * generator.normal(), y: 4 * generator.normal())
    }
    let covariances = (0..<3).map { _ in
      let (a, b, c, d) = (
        generator.normal(), generator.normal(), generator.normal(), generator.normal()
      )
      return Covariance2(xx: a * a + b * b + 0.15, xy: a * c + b * d, yy: c * c + d * d + 0.15)
    }
    let truth = try GaussianMixture(
      weights: [0.3, 0.3, 0.4], means: means, covariances: covariances)
    return try PointSet(validating: truth.sample(150, using: &generator).points)
  }

  /// The best fits that aren't called spurious have the three components that there are, and BIC alone
  /// takes some that are.
  @Test func `tells spurious maxima from the fits of what is there`() async throws {
    var (deceived, right) = (0, 0)
    for seed in 1...24 as ClosedRange<UInt64> {
      let points = try sample(seed: seed)
      var choices: [(k: Int, bic: Double, flaw: Optimum.Flaw?)] = []
      for k in 3...4 {
        let plan = RestartPlan(RunRecipe(components: k), over: points, count: 30)
        for optimum in await plan.run().optima.all {
          let criteria = InformationCriteria(of: optimum.model, over: points)
          choices.append((k, try #require(criteria).bic, optimum.flaw))
        }
      }
      let taken = try #require(choices.min { $0.bic < $1.bic })
      if taken.flaw == nil {
        #expect(taken.k == 3, "seed \(seed)")
      } else {
        deceived += 1
      }
      let sound = choices.filter { $0.flaw == nil }.min { $0.bic < $1.bic }
      right += sound?.k == 3 ? 1 : 0
    }
    #expect(deceived > 0, "there should be sets where BIC alone is deceived")
    #expect(right == 24)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `stays when the plane is moved, turned, scaled or sheared`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let (a, b, c) = (1 + generator.unit(), generator.normal(), 0.5 + generator.unit())
    func image(_ s: Covariance2) -> Covariance2 {
      let yy: Double = b * b * s.xx + 2 * b * c * s.xy + c * c * s.yy
      return Covariance2(xx: a * a * s.xx, xy: a * (b * s.xx + c * s.xy), yy: yy)
    }
    let points = try sample(seed: seed)
    let fit = StartingRule.kMeans.start(over: points, components: 3, seed: seed)
    let moved = GaussianMixture(
      components: try fit.components.map {
        try #require(
          GaussianComponent(
            weight: $0.weight, mean: Point(x: $0.mean.y, y: -$0.mean.x),
            covariance: image($0.covariance)))
      })
    let (before, after) = (
      try #require(Disparity(of: fit, over: points)),
      try #require(Disparity(of: moved, over: points))
    )
    for (x, y) in zip(before.varianceRatios, after.varianceRatios) {
      let (x, y) = (try #require(x), try #require(y))
      #expect(abs(x - y) <= 1e-9 * x, "seed \(seed)")
    }
    #expect(before.masses == after.masses && before.leastVarianceRatio <= 1)
  }

  @Test func `of equal components is none, and k-means has none`() throws {
    let points = Sample.threeClouds.points
    let start = StartingRule.randomPoints.start(over: points, components: 3, seed: 1)
    let disparity = try #require(Disparity(of: start, over: points))
    #expect(abs(disparity.leastVarianceRatio - 1) < 1e-12)
    #expect(abs(disparity.smallestMass - Double(points.count) / 3) < 1e-9)
    #expect(disparity.spurious.isEmpty)
    #expect(Disparity(of: KMeans(centres: [points[0]]), over: points) == nil)
  }
}
