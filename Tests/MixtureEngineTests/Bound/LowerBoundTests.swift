import MixtureEngine
import Testing

@Suite struct `The lower bound` {
  @Test(arguments: Setting.all.filter { $0.kind.name != "k-means" })
  func `and the divergence add up to L for any q and any θ`(_ setting: Setting) throws {
    let points = Sample.threeClouds.points
    for seed in 1...8 as ClosedRange<UInt64> {
      let model = try setting.run(over: points, seed: seed).model
      var generator = SeededGenerator(seed: seed)
      var q = model.responsibilities(over: points, observed: nil)
      for n in 0..<points.count {
        let row = q.row(n).map { $0 > 0 ? 1 - generator.unit() : 0 }
        let sum = row.reduce(0, +)
        for k in row.indices { q[n, k] = row[k] / sum }
      }
      let total = model.lowerBound(over: points, under: q) + model.divergence(of: q, over: points)
      let objective = model.expectation(over: points, observed: nil).objective
      #expect(abs(total - objective) < 1e-10 * abs(objective))
      #expect(model.divergence(of: q, over: points) > 0)
    }
  }

  @Test(arguments: Setting.all)
  func `from sums is the one from the table`(_ setting: Setting) throws {
    let points = Sample.threeClouds.points
    var run = try setting.run(over: points, seed: 5)
    run.iterate()
    let q = try #require(run.posterior)
    let table = try #require(run.snapshot.posteriorModel)
      .responsibilities(over: points, observed: nil)
    let fromSums = run.model.lowerBound(over: points, under: q)
    let fromTable = run.model.lowerBound(over: points, under: table)
    #expect(abs(fromSums - fromTable) < 1e-10 * abs(fromTable))
    #expect(run.snapshot.bound == fromSums)
  }

  @Test func `stays a number where the posterior vanishes`() throws {
    let far = PointSet(xs: [0, 0.1, 1e6, 1e6 + 1], ys: [0, 1, 0, 2])
    let component = try #require(
      GaussianComponent(weight: 0.5, mean: Point(x: 0, y: 0), covariance: .isotropic(1)))
    let other = try #require(
      GaussianComponent(weight: 0.5, mean: Point(x: 1e6, y: 0), covariance: .isotropic(1)))
    let mixture = GaussianMixture(components: [component, other])
    let wrong = Responsibilities(labels: [1, 1, 0, 0], componentCount: 2)
    #expect(mixture.divergence(of: wrong, over: far).isFinite)
    #expect(mixture.divergence(of: wrong, over: far) > 1e12)
  }
}
