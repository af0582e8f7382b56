import MixtureEngine
import Testing

@Suite struct `After a collapse` {
  private func collapsed(_ points: PointSet = Sample.threeClouds.points) -> Run {
    var run = Run(
      of: StartingRule.outlier.start(over: points, components: 2, seed: 0), over: points)
    run.run()
    return run
  }

  @Test func `a run goes on with a floor, and says so`() throws {
    let stuck = collapsed()
    #expect(
      stuck.snapshot.status == .collapsed(Collapse(component: 0, reason: .singularCovariance)))
    var run = stuck.continuing()
    let status = run.run()
    #expect(status == .converged)
    #expect(run.flooredComponents == [0])
    for (a, b) in zip(run.history, run.history.dropFirst()) {
      #expect(b.objective >= a.objective - 1e-9)
    }
  }

  @Test func `a floor that holds nothing up is not active`() throws {
    var run = Run(
      of: StartingRule.kMeans.start(over: Sample.threeClouds.points, components: 3, seed: 0),
      over: Sample.threeClouds.points
    ).continuing(withFloor: 1e-6)
    run.run()
    #expect(run.flooredComponents.isEmpty)
  }

  @Test func `one component is begun anew and the others stay`() throws {
    let stuck = collapsed()
    var run = try stuck.reseeding(component: 0, seed: 4)
    let before = stuck.model.shapes
    let after = run.model.shapes
    #expect(after[1].centre == before[1].centre && after[1].outline == before[1].outline)
    #expect(after[0].outline == .ellipse(run.points.covariance))
    #expect(run.points.points.contains(after[0].centre))
    #expect(abs(after.reduce(0) { $0 + $1.weight } - 1) < 1e-12)
    #expect(run.run() == .converged)
  }

  @Test(arguments: Setting.all)
  func `every kind can be reseeded`(setting: Setting) throws {
    var run = try setting.run(over: Sample.threeClouds.points, seed: 1)
    run.iterate()
    let again = try run.reseeding(component: 1, seed: 2)
    #expect(again.model.componentCount == run.model.componentCount)
    #expect(again.model.covarianceStructure == run.model.covarianceStructure)
  }

  @Test(arguments: CovarianceStructure.named.map(\.structure))
  func `a floor keeps the structure`(structure: CovarianceStructure) throws {
    let points = Sample.threeClouds.points
    let start = StartingRule.kMeans.start(over: points, components: 3, seed: 0)
    var run = Run(of: start.with(structure: structure), over: points)
      .continuing(withFloor: 3)
    run.iterate()
    let covariances = try #require(run.model as? GaussianMixture).components.map(\.covariance)
    #expect(!run.flooredComponents.isEmpty)
    for covariance in covariances {
      switch structure {
      case .full: break
      case .tied: #expect(covariance == covariances[0])
      case .diagonal: #expect(covariance.xy == 0)
      case .spherical: #expect(covariance == .isotropic(covariance.xx))
      case .sharedSpherical, .fixedSpherical, .univariate:
        #expect(covariance == .isotropic(covariances[0].xx))
      }
    }
  }

  @Test func `identical components are named, whatever their weights`() {
    let points = Sample.threeClouds.points
    let stacked = StartingRule.stacked.start(over: points, components: 3, seed: 0)
    #expect(stacked.twins == [[0, 1, 2]])
    let apart = StartingRule.randomPoints.start(over: points, components: 3, seed: 0)
    #expect(apart.twins.isEmpty)
    #expect(KMeans(centres: [points[0], points[0]]).twins.isEmpty)
  }
}
