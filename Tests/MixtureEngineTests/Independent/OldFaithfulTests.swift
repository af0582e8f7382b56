import Testing

@testable import MixtureEngine

@Suite struct `Old Faithful` {
  @Test func `two components reach the published optimum`() throws {
    let points = PointSet.oldFaithful
    var run = Run(
      of: StartingRule.randomPoints.start(over: points, components: 2, seed: 1), over: points)
    #expect(run.run() == .converged)
    let logLikelihood = try #require(run.snapshot.logLikelihood)
    #expect(abs(logLikelihood + 1130.263960) < 1e-6)
  }

  @Test func `one component is the closed form`() throws {
    let points = PointSet.oldFaithful
    var run = Run(
      of: StartingRule.randomPoints.start(over: points, components: 1, seed: 1), over: points)
    run.iterate()
    let logLikelihood = try #require(run.snapshot.logLikelihood)
    #expect(abs(logLikelihood + 1289.796745) < 1e-6)
  }

  @Test(arguments: [(2, 8901.768721), (3, 5188.540468), (4, 2941.720903)])
  func `the best of many k-means runs has the known distortion`(k: Int, distortion: Double) {
    let points = PointSet.oldFaithful
    let best = (1...20).map { (seed: UInt64) in
      let start = StartingRule.kMeansPlusPlus.start(over: points, components: k, seed: seed)
      var run = Run(of: KMeans(centres: start.components.map(\.mean)), over: points)
      run.run()
      return run.snapshot.distortion ?? .infinity
    }.min()!
    #expect(abs(best - distortion) < 1e-6)
  }
}
