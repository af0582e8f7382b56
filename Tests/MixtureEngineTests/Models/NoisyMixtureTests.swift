import MixtureEngine
import Testing

@Suite struct `Gaussians with noise` {
  @Test func `give scattered points to the noise and keep the clouds narrow`() throws {
    var generator = SeededGenerator(seed: 8)
    let scattered = (0..<30).map { _ in
      Point(x: 40 * generator.unit() - 20, y: 40 * generator.unit() - 20)
    }
    let points = PointSet(Sample.threeClouds.points.points + scattered)
    let start = StartingRule.kMeans.start(over: Sample.threeClouds.points, components: 3, seed: 0)
    var run = Run(
      of: try ModelKind.noise.model(from: start, over: points), over: points)
    run.run()
    let model = try #require(run.model as? NoisyMixture)
    #expect(abs(model.noiseWeight - 30 / 130) < 0.08)
    #expect(model.gaussians.components.allSatisfy { $0.covariance.trace < 8 })
    let labels = try #require(run.posterior?.labels)
    let far = points.points.indices.filter {
      max(abs(points.xs[$0]), abs(points.ys[$0])) > 12
    }
    #expect(far.allSatisfy { Int(labels[$0]) == model.noiseLabel })
  }

  @Test func `without noise weight are the Gaussians alone`() {
    let points = Sample.threeClouds.points
    let start = StartingRule.randomPoints.start(over: points, components: 3, seed: 4)
    let noisy = NoisyMixture(gaussians: start, noiseWeight: 0, over: points)
    let a = noisy.expectation(over: points, observed: nil)
    let b = start.expectation(over: points, observed: nil)
    #expect(abs(a.objective - b.objective) < 1e-9)
    #expect(a.labels == b.labels)
  }

  @Test func `have a density even where all points share a coordinate`() throws {
    for sample in Sample.degenerate {
      var run = try Setting(kind: .noise, structure: .full).run(
        over: sample.points, components: 1, seed: 0)
      run.run()
      #expect(run.snapshot.objective.isFinite, "\(sample.name)")
    }
  }
}
