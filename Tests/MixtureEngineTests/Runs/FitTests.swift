import Testing

@testable import MixtureEngine

@Suite struct `A fit` {
  @Test func `has a model of the caller's type, with its numbers`() throws {
    let fit = try GaussianMixture.fit(.oldFaithful, components: 2)
    let short = fit.model.components.min { $0.mean.x < $1.mean.x }
    #expect(abs((short?.mean.y ?? 0) - 54.48) < 0.01)
    #expect(abs((fit.logLikelihood ?? 0) + 1130.263960) < 1e-6)
    #expect(abs((fit.criteria?.bic ?? 0) - (2 * 1130.263960 + 11 * 5.605802066)) < 1e-5)
    #expect(fit.status == .converged && fit.distortion == nil)
  }

  @Test func `predicts the points as it labelled them`() throws {
    for sample in Sample.ordinary {
      let points = sample.points
      func check<Model: LatentLabelModel>(_ type: Model.Type) throws {
        let fit = try Model.fit(points, components: 3, starts: 3)
        for n in 0..<points.count {
          let q = fit.model.responsibilities(for: points[n])
          #expect(abs(q.reduce(0, +) - 1) < 1e-12)
          #expect(q[fit.labels[n]] == q.max(), "\(type), \(sample), point \(n)")
          #expect(
            fit.model.predict(points[n]) == fit.labels[n] || q.filter { $0 > 0.49 }.count == 2)
        }
      }
      for kind in ModelKind.all { try check(kind.type) }
    }
  }

  @Test(arguments: Setting.all.filter { $0.kind != .dial })
  func `is the best of the restarts of the same recipe`(setting: Setting) async throws {
    let points = Sample.threeClouds.points
    func fit<Model: LatentLabelModel>(_ type: Model.Type, seed: UInt64) throws -> (Double, Int) {
      let fit = try Model.fit(
        points, components: 3, structure: setting.structure, starts: 6, seed: seed)
      return (fit.objective, fit.iterations)
    }
    for seed in [1, 40, 900] as [UInt64] {
      let recipe = RunRecipe(
        kind: setting.kind, structure: setting.structure, components: 3, seed: seed)
      let outcomes = try await Restarts(of: recipe, over: points, count: 6).runs.map(\.outcome)
      let best = outcomes.filter { !$0.isCollapsed }.map(\.objective).max()
      let (objective, iterations) = try fit(setting.kind.type, seed: seed)
      #expect(objective == best, "seed \(seed)")
      #expect(outcomes.first { $0.objective == objective }?.iterations == iterations)
    }
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `of a mixture's own sample finds the mixture`(seed: UInt64) throws {
    let mixture = try GaussianMixture(
      weights: [0.2, 0.3, 0.5], means: [Point(x: 0, y: 0), Point(x: 8, y: 1), Point(x: 3, y: 9)],
      covariances: [.isotropic(1), Covariance2(xx: 2, xy: 1, yy: 1), .isotropic(0.5)])
    var generator = SeededGenerator(seed: seed)
    let sample = mixture.sample(20_000, using: &generator)
    let fit = try mixture.fitted(to: PointSet(validating: sample.points))
    for (a, b) in zip(fit.model.components, mixture.components) {
      #expect(abs(a.weight - b.weight) < 0.02, "seed \(seed)")
      #expect(a.mean.squaredDistance(to: b.mean).squareRoot() < 0.05, "seed \(seed)")
      #expect(abs(a.covariance.xy - b.covariance.xy) < 0.1, "seed \(seed)")
    }
    let agreeing = zip(fit.labels, sample.labels).count { $0 == $1 }
    #expect(agreeing > 19_900, "seed \(seed)")
  }

  @Test func `says which component collapsed where all starts do`() throws {
    let points = PointSet(xs: [0, 1, 2, 3, 50], ys: [0, 1, 0, 1, 50])
    #expect(throws: Collapse.self) {
      try GaussianMixture.fit(points, components: 4, rule: .outlier)
    }
    #expect(throws: Never.self) {
      try GaussianMixture.fit(points, components: 2, rule: .outlier, varianceFloor: 0.1)
    }
  }
}
