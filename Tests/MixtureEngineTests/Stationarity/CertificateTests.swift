import MixtureEngine
import Testing

/// What the end of a run is.
@Suite struct Certificates {
  private func finished(_ recipe: RunRecipe, over points: PointSet) throws -> Run {
    var run = try recipe.run(over: points)
    run.run()
    return run
  }

  /// Rates by an independent implementation (numpy, 80 digits).
  @Test(
    arguments: [
      (2, -1119.214, 0.937), (3, -1114.440, 0.837), (1, -1127.072, 0.966), (25, -1119.645, 0.961),
    ] as [(UInt64, Double, Double)])
  func `know the rates at the four optima of Old Faithful`(
    seed: UInt64, logLikelihood: Double, rate: Double
  ) throws {
    let run = try finished(RunRecipe(components: 3, seed: seed), over: .oldFaithful)
    let certificate = try #require(Certificate(of: run))
    #expect(abs(certificate.logLikelihood - logLikelihood) < 1e-3)
    #expect(certificate.kind == .maximum)
    #expect(abs(certificate.rate - rate) < 6e-4)
    #expect(certificate.logLikelihood >= run.snapshot.objective - 1e-9)
  }

  @Test(arguments: UInt64(1)...6)
  func `have the rate at which the run itself comes to its end`(seed: UInt64) throws {
    let stopping = StoppingRule(tolerance: 1e-12)
    var run = try finished(
      RunRecipe(components: 2, seed: seed, stopping: stopping), over: .oldFaithful)
    guard run.snapshot.status == .converged else { return }
    let certificate = try #require(Certificate(of: run))
    #expect(certificate.kind == .maximum)
    let end = certificate.point.shapes
    func distance() -> Double {
      zip(run.model.shapes, end).map {
        ($0.centre.squaredDistance(to: $1.centre)).squareRoot()
      }.reduce(0, +)
    }
    while distance() < 1e-5 { run.iterateBack() }
    let far = distance()
    run.iterateBack()
    #expect(abs(far / distance() - certificate.rate) < 0.02)
  }

  @Test(arguments: CovarianceStructure.named.map(\.name))
  func `are of every structure, and a fixed point of it`(structure: String) throws {
    let structure = try #require(CovarianceStructure(name: structure))
    let run = try finished(
      RunRecipe(structure: structure, components: 3, seed: 3), over: .oldFaithful)
    let certificate = try #require(Certificate(of: run))
    #expect(certificate.kind == .maximum)
    #expect((0..<1).contains(certificate.rate))
    let point = try #require(certificate.point as? GaussianMixture)
    let next = try point.maximization(
      over: run.points, from: point.expectation(over: run.points, observed: nil),
      safeguard: run.safeguard)
    for (a, b) in zip(point.components, next.components) {
      #expect(abs(a.mean.y - b.mean.y) < 1e-6)
      #expect(abs(a.covariance.yy - b.covariance.yy) < 1e-5)
    }
  }

  @Test(arguments: [ModelKind.studentT, .noise, .lines, .dial])
  func `are of every model that climbs L`(kind: ModelKind) throws {
    let run = try finished(RunRecipe(kind: kind, components: 2, seed: 3), over: .oldFaithful)
    let certificate = try #require(Certificate(of: run))
    #expect(certificate.kind == .maximum)
    #expect(certificate.meanDisplacements.count == run.model.componentCount)
  }

  @Test func `tell a saddle from a maximum`() throws {
    let stacked = try finished(
      RunRecipe(components: 2, rule: .stacked), over: .oldFaithful)
    #expect(stacked.snapshot.status == .converged)
    let saddle = try #require(Certificate(of: stacked))
    #expect(saddle.kind == .saddle)
    #expect(saddle.rate > 1)
    // The slow direction leads out of it, either way.
    let means = zip(stacked.model.shapes, saddle.meanDisplacements).map {
      Point(x: $0.centre.x + 0.1 * $1.x, y: $0.centre.y + 0.1 * $1.y)
    }
    let start = try GaussianMixture(
      weights: stacked.model.shapes.map(\.weight), means: means,
      covariances: means.map { _ in PointSet.oldFaithful.covariance })
    var run = Run(of: start, over: .oldFaithful)
    run.run()
    #expect(run.snapshot.objective > stacked.snapshot.objective + 100)
  }

  @Test func `call a continuum degenerate`() throws {
    // Two components of one structure that may not differ: any weights do.
    let points = Sample.oneCloud.points
    let run = try finished(
      RunRecipe(structure: .tied, components: 2, rule: .stacked), over: points)
    #expect(Certificate(of: run)?.kind == .degenerate)
  }

  @Test func `are not of the hard limit, nor of what is far from an end`() throws {
    let hard = try finished(RunRecipe(kind: .kMeans, components: 2), over: .oldFaithful)
    #expect(Certificate(of: hard) == nil)
    var early = try RunRecipe(components: 2).run(over: .oldFaithful)
    early.iterate()
    #expect(Certificate(of: early) == nil)
  }

  @Test(arguments: [(1e6, 0.0), (1e-6, 0), (1, 1e5)])
  func `do not depend on units or place`(scale: Double, offset: Double) throws {
    let sample = Sample.threeClouds
    func certificate(_ points: PointSet) throws -> Certificate {
      try #require(Certificate(of: finished(RunRecipe(components: 3, seed: 2), over: points)))
    }
    let here = try certificate(sample.points)
    let there = try certificate(sample.moved(scale: scale, offset: offset).points)
    #expect(abs(here.rate - there.rate) < 1e-5)
    #expect(here.kind == there.kind)
    for (a, b) in zip(here.meanDisplacements, there.meanDisplacements) {
      #expect(abs(abs(a.x) * scale - abs(b.x)) < 1e-3 * scale)
    }
  }
}
