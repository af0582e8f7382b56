import MixtureEngine
import Testing

/// EM under the prior of Fraley & Raftery 2007, written from the paper in numpy and scipy.
private struct PriorGolden: Decodable {
  struct Case: Decodable {
    var structure: String
    var rows: [Int]
    var log_likelihood: [Double]
    var log_prior: [Double]
    var scale: [Double]
    var weights: [Double]
    var means: [[Double]]
    var covariances: [[Double]]
  }
  var cases: [Case]
}

@Suite struct `A prior` {
  @Test func `leads through the states of the paper's M-step in every structure`() throws {
    let points = PointSet.oldFaithful
    let golden = try Golden.decode("prior", as: PriorGolden.self)
    #expect(golden.cases.count == 5)
    for expected in golden.cases {
      let structure = try #require(CovarianceStructure(name: expected.structure))
      let start = GaussianMixture.start(means: expected.rows.map { points[$0] }, over: points)
      let prior = Prior.standard(for: points, components: expected.rows.count)
      for (a, b) in zip([prior.scale.xx, prior.scale.xy, prior.scale.yy], expected.scale) {
        #expect(Golden.difference(a, b) < 1e-12)
      }
      var run = Run(
        of: try ModelKind.gaussianMixture.model(
          from: start.with(structure: structure), over: points),
        over: points, stopping: StoppingRule(tolerance: 0),
        safeguard: Safeguard(for: points, prior: prior))
      for t in expected.log_likelihood.indices {
        if t > 0 { run.iterate() }
        let logPrior = try #require(run.snapshot.logPrior)
        #expect(Golden.difference(run.snapshot.objective, expected.log_likelihood[t]) < 1e-11)
        #expect(Golden.difference(logPrior, expected.log_prior[t]) < 1e-10)
      }
      let fitted = try #require(run.model as? GaussianMixture)
      let difference = Golden.difference(
        fitted, weights: expected.weights, means: expected.means,
        covariances: expected.covariances)
      #expect(difference < 1e-9, "\(expected.structure)")
    }
  }

  @Test func `gives a component without points its own maximum`() throws {
    let points = Sample.threeClouds.points
    let prior = Prior.standard(for: points, components: 2)
    let mixture = GaussianMixture.start(means: [points.mean, Point(x: 50, y: 50)], over: points)
    let q = Responsibilities(labels: [UInt8](repeating: 0, count: points.count), componentCount: 2)
    let next = try mixture.maximization(
      over: points, responsibilities: q, safeguard: Safeguard(for: points, prior: prior))
    #expect(next.components[1].weight == 0)
    #expect(abs(next.components[1].mean.x - prior.mean.x) < 1e-12)
    #expect(abs(next.components[1].covariance.xx - prior.scale.xx / 8) < 1e-12)
  }

  @Test func `is refused for other models and algorithms`() throws {
    let points = Sample.threeClouds.points
    func refusal(_ change: (inout RunRecipe) -> Void) -> String {
      var recipe = RunRecipe(components: 2)
      recipe.prior = .standard
      change(&recipe)
      do {
        _ = try Run(recipe, over: points)
        return ""
      } catch {
        return "\(error)"
      }
    }
    #expect(refusal { _ in }.isEmpty)
    for kind in ModelKind.all where kind != .gaussianMixture {
      #expect(
        refusal {
          $0.kind = kind
          $0.structure = kind.structures.first ?? .full
        }.contains("mixture of Gaussians"), "\(kind.name)")
    }
    for climber in Climber.all where climber != .em {
      #expect(refusal { $0.algorithm = climber }.contains(climber.title))
    }
  }

  @Test func `certifies a maximum of what the run climbs`() throws {
    let points = Sample.threeClouds.points
    var recipe = RunRecipe(components: 3, rule: .kMeansPlusPlus)
    recipe.prior = .standard
    var run = try Run(recipe, over: points)
    run.run()
    let certificate = try #require(Certificate(of: run))
    #expect(certificate.kind == .maximum && certificate.rate < 1)
    #expect(abs(certificate.logLikelihood - run.snapshot.objective) < 1e-2)
    #expect(run.otherStops.isEmpty)
  }

  @Test func `goes on from where a run stands`() throws {
    var run = try Run(RunRecipe(components: 2, rule: .outlier), over: Sample.threeClouds.points)
    run.run()
    #expect(run.takesPrior)
    var next = run.continuingWithPrior()
    #expect(!next.takesPrior && next.safeguard.prior != nil)
    #expect(next.run() == .converged)
  }
}
