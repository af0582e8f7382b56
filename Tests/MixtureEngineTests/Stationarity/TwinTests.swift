import MixtureEngine
import Testing

@Suite struct Twins {
  private func mixture(apart share: Double, factor: Double = 1) throws -> GaussianMixture {
    let covariance = Covariance2(xx: 4, xy: 1.9, yy: 1)
    return try GaussianMixture(
      weights: [0.2, 0.5, 0.3],
      means: [Point(x: 1, y: 2), Point(x: 1 + share, y: 2 + share), Point(x: 9, y: 9)],
      covariances: [covariance, factor * covariance, covariance])
  }

  @Test func `are equal to rounding, whatever their weights`() throws {
    #expect(try mixture(apart: 0).twins == [[0, 1]])
    #expect(try mixture(apart: 1e-9).twins == [[0, 1]])
    #expect(try mixture(apart: 1e-3).twins.isEmpty)
    #expect(try mixture(apart: 0, factor: 1 + 1e-9).twins == [[0, 1]])
    #expect(try mixture(apart: 0, factor: 1.001).twins.isEmpty)
  }

  @Test(arguments: Setting.all)
  func `are what the stacked start of every model that climbs L makes`(setting: Setting) throws {
    var run = try setting.run(over: .oldFaithful, rule: .stacked, seed: 1)
    run.run(limit: 30)
    let twins = run.model.criterion == .logLikelihood ? [[0, 1, 2]] : []
    #expect(run.model.twins == twins)
  }
}
