import MixtureEngine
import Testing

@Suite struct `Law: structures are averages of one another` {
  /// The M-step of each structure from one table q.
  private func covariances(
    _ structure: CovarianceStructure, _ points: PointSet, _ q: Responsibilities
  ) throws -> [GaussianComponent] {
    try GaussianMixture.start(
      means: [Point](repeating: points.mean, count: q.componentCount), over: points
    ).with(structure: structure).maximization(
      over: points, responsibilities: q, safeguard: Safeguard(for: points)
    ).components
  }

  @Test(arguments: Sample.ordinary)
  func `tied is the mean of full, spherical of diagonal, shared of all`(sample: Sample) throws {
    for seed in 0..<10 as Range<UInt64> {
      let points = sample.points
      let q = StartingRule.randomPoints.start(over: points, components: 3, seed: seed)
        .responsibilities(over: points, observed: nil)
      let full = try covariances(.full, points, q)
      let tied = try covariances(.tied, points, q)[0].covariance
      let diagonal = try covariances(.diagonal, points, q)
      let spherical = try covariances(.spherical, points, q)
      let shared = try covariances(.sharedSpherical, points, q)[0].covariance
      let mean = full.reduce(Covariance2(xx: 0, xy: 0, yy: 0)) { $0 + $1.weight * $1.covariance }
      let rounding = 1e-12 * points.covariance.trace
      #expect(abs(mean.xx - tied.xx) < rounding && abs(mean.yy - tied.yy) < rounding)
      #expect(abs(mean.xy - tied.xy) < rounding)
      #expect(abs(shared.xx - tied.trace / 2) < rounding)
      for k in 0..<3 {
        #expect(abs(diagonal[k].covariance.xx - full[k].covariance.xx) < rounding)
        #expect(diagonal[k].covariance.xy == 0)
        #expect(abs(spherical[k].covariance.xx - diagonal[k].covariance.trace / 2) < rounding)
      }
    }
  }

  @Test(arguments: Sample.ordinary + Sample.extreme)
  func `one Gaussian is the data's mean and covariance after one step`(sample: Sample) throws {
    let points = sample.points
    let setting = Setting(kind: .gaussianMixture, structure: .full)
    for seed in 0..<5 as Range<UInt64> {
      var run = try setting.run(over: points, components: 1, rule: .randomBox, seed: seed)
      run.iterate()
      let component = try #require(run.model as? GaussianMixture).components[0]
      let sd = points.covariance.trace.squareRoot()
      #expect(component.mean.squaredDistance(to: points.mean) < (1e-9 * sd) * (1e-9 * sd))
      #expect(
        abs(component.covariance.xx - points.covariance.xx) < 1e-9 * points.covariance.xx)
      #expect(
        abs(component.covariance.yy - points.covariance.yy) < 1e-9 * points.covariance.yy)
    }
  }
}
