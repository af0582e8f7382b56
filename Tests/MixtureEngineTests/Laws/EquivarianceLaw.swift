import MixtureEngine
import RealModule
import Testing

@Suite struct `Law: names, order and coordinates do not matter` {
  private let points = Sample.threeClouds.points

  private func fitted(
    _ start: GaussianMixture, over points: PointSet, steps: Int = 8
  ) throws -> (model: GaussianMixture, logLikelihood: Double) {
    var run = Run(of: start, over: points, stopping: StoppingRule(tolerance: 0))
    for _ in 0..<steps { run.iterate() }
    return (try #require(run.model as? GaussianMixture), run.snapshot.objective)
  }

  private func start(_ seed: UInt64, _ structure: CovarianceStructure) -> GaussianMixture {
    StartingRule.randomPoints.start(over: points, components: 3, seed: seed)
      .with(structure: structure).constrainedByName
  }

  private func expectClose(
    _ a: GaussianMixture, _ b: GaussianMixture, _ tolerance: Double = 1e-9
  ) {
    for (p, q) in zip(a.components, b.components) {
      #expect(abs(p.weight - q.weight) < tolerance)
      #expect(p.mean.squaredDistance(to: q.mean) < tolerance * tolerance)
      #expect(abs(p.covariance.xx - q.covariance.xx) < tolerance)
      #expect(abs(p.covariance.xy - q.covariance.xy) < tolerance)
      #expect(abs(p.covariance.yy - q.covariance.yy) < tolerance)
    }
  }

  @Test(arguments: CovarianceStructure.named.map(\.structure))
  func `relabelled components give the relabelled answer`(structure: CovarianceStructure) throws {
    for seed in 0..<10 as Range<UInt64> {
      let start = start(seed, structure)
      let turned = GaussianMixture(
        components: [2, 0, 1].map { start.components[$0] }, structure: structure)
      let a = try fitted(start, over: points)
      let b = try fitted(turned, over: points)
      #expect(abs(a.logLikelihood - b.logLikelihood) < 1e-9)
      expectClose(
        GaussianMixture(components: [2, 0, 1].map { a.model.components[$0] }), b.model)
    }
  }

  @Test(arguments: CovarianceStructure.named.map(\.structure))
  func `points in another order give the same answer`(structure: CovarianceStructure) throws {
    for seed in 0..<10 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      var shuffled = points.points
      for i in shuffled.indices { shuffled.swapAt(i, generator.index(below: shuffled.count)) }
      let a = try fitted(start(seed, structure), over: points)
      let b = try fitted(start(seed, structure), over: PointSet(shuffled))
      #expect(abs(a.logLikelihood - b.logLikelihood) < 1e-9)
      expectClose(a.model, b.model)
    }
  }

  @Test func `an offset of 1e8 costs L the digits of the coordinates, and no more`() throws {
    let points = PointSet.oldFaithful
    let far = PointSet(xs: points.xs.map { $0 + 1e8 }, ys: points.ys.map { $0 + 1e8 })
    func end(_ points: PointSet) throws -> Double {
      var run = try RunRecipe(components: 2).run(over: points)
      run.run()
      return run.snapshot.objective
    }
    let loss = abs(try end(far) - end(points))
    #expect(loss < 1e-6 && loss > 1e-12)
  }

  @Test func `a moved, turned and scaled plane moves, turns and scales the answer`() throws {
    for seed in 0..<10 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed + 50)
      let angle = 6 * generator.unit()
      let scale = 0.5 + 2 * generator.unit()
      let shift = Point(x: 10 * generator.unit(), y: -20 * generator.unit())
      let (c, s) = (scale * Double.cos(angle), scale * Double.sin(angle))
      func move(_ p: Point) -> Point {
        Point(x: c * p.x - s * p.y + shift.x, y: s * p.x + c * p.y + shift.y)
      }
      func turn(_ m: Covariance2) -> Covariance2 {
        Covariance2(
          xx: c * c * m.xx - 2 * c * s * m.xy + s * s * m.yy,
          xy: c * s * (m.xx - m.yy) + (c * c - s * s) * m.xy,
          yy: s * s * m.xx + 2 * c * s * m.xy + c * c * m.yy)
      }
      func moved(_ mixture: GaussianMixture) throws -> GaussianMixture {
        GaussianMixture(
          components: try mixture.components.map {
            try #require(
              GaussianComponent(
                weight: $0.weight, mean: move($0.mean), covariance: turn($0.covariance)))
          })
      }
      let start = start(seed, .full)
      let a = try fitted(start, over: points)
      let b = try fitted(try moved(start), over: PointSet(points.points.map(move)))
      // Densities are per area, so L drops by N log |det A| = 2 N log scale.
      let expected = a.logLikelihood - 2 * Double(points.count) * Double.log(scale)
      #expect(abs(expected - b.logLikelihood) < 1e-8)
      expectClose(try moved(a.model), b.model, 1e-7)
    }
  }
}

extension GaussianMixture {
  /// The mixture as its kind of model begins: covariances as the structure says.
  fileprivate var constrainedByName: GaussianMixture {
    let model = try? ModelKind.gaussianMixture.model(
      from: self, over: PointSet(components.map(\.mean)))
    return model as? GaussianMixture ?? self
  }
}
