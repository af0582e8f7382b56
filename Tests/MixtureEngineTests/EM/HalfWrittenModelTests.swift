import MixtureEngine
import Testing

/// Gaussians with the six members that every model has to say, and nothing else.
private protocol Wrapping: LatentLabelModel {
  var gaussians: GaussianMixture { get }
  init(_ gaussians: GaussianMixture)
}

extension Wrapping {
  init(from start: GaussianMixture, over points: PointSet, observed: ObservedLabels?) {
    self.init(start)
  }
  var componentCount: Int { gaussians.componentCount }
  var freeParameterCount: Int { gaussians.freeParameterCount }
  var shapes: [ComponentShape] { gaussians.shapes }
  func logJoint(of point: Point, label k: Int) -> Double { gaussians.logJoint(of: point, label: k) }
  func maximization(
    over points: PointSet, responsibilities: Responsibilities, safeguard: Safeguard
  ) throws(Collapse) -> Self {
    Self(
      try gaussians.maximization(
        over: points, responsibilities: responsibilities, safeguard: safeguard))
  }
}

/// A model that says no more than it must.
private struct Bare: Wrapping {
  let gaussians: GaussianMixture
  init(_ gaussians: GaussianMixture) { self.gaussians = gaussians }
}

/// A model whose E-step keeps sums that its M-step does not read.
private struct SumsForATable: Wrapping {
  let gaussians: GaussianMixture
  init(_ gaussians: GaussianMixture) { self.gaussians = gaussians }

  func expectation(
    over points: PointSet, observed: ObservedLabels?
  ) -> MixtureEngine.Expectation {
    gaussians.expectation(over: points, observed: observed)
  }
}

/// A model whose E-step keeps the table where its M-step reads sums.
private struct ATableForSums: Wrapping, MomentModel {
  let gaussians: GaussianMixture
  init(_ gaussians: GaussianMixture) { self.gaussians = gaussians }

  func expectation(
    over points: PointSet, observed: ObservedLabels?
  ) -> MixtureEngine.Expectation {
    plainExpectation(over: points, observed: observed)
  }
  func maximization(
    from statistics: [ComponentStatistics], safeguard: Safeguard
  ) throws(Collapse) -> Self {
    Self(try gaussians.maximization(from: statistics, safeguard: safeguard))
  }
  func maximization(
    over points: PointSet, responsibilities q: Responsibilities, safeguard: Safeguard
  ) throws(Collapse) -> Self {
    Self(try gaussians.maximization(over: points, responsibilities: q, safeguard: safeguard))
  }
  func expectedLogJoint(from statistics: [ComponentStatistics]) -> Double {
    gaussians.expectedLogJoint(from: statistics)
  }
}

@Suite struct `A half-written model` {
  private static let models: [@Sendable (GaussianMixture) -> any LatentLabelModel] = [
    { Bare($0) }, { SumsForATable($0) }, { ATableForSums($0) },
  ]

  @Test(arguments: models.indices, [false, true])
  func `runs as the whole one does, only slower`(model: Int, isTold: Bool) throws {
    for sample in Sample.ordinary {
      let points = sample.points
      let observed =
        isTold ? ObservedLabels(points.points.indices.map { $0 % 7 == 0 ? 1 : nil }) : nil
      for seed in 0..<4 as Range<UInt64> {
        let start = StartingRule.kMeansPlusPlus.start(over: points, components: 3, seed: seed)
        var whole = Run(of: start, over: points, observed: observed)
        var half = Run(of: Self.models[model](start), over: points, observed: observed)
        for _ in 0..<6 {
          whole.iterate()
          half.iterate()
        }
        let claim: Comment = "\(sample), seed \(seed)"
        #expect(half.history.count == whole.history.count, claim)
        for (a, b) in zip(half.history, whole.history) {
          #expect(abs(a.objective - b.objective) <= 1e-8 * abs(b.objective), claim)
          let (f, g) = (a.bound ?? 0, b.bound ?? 0)
          #expect(abs(f - g) <= 1e-8 * abs(g), claim)
        }
      }
    }
  }

  @Test(arguments: models.indices)
  func `can be nudged, reseeded and given a floor`(model: Int) throws {
    let points = Sample.threeClouds.points
    let start = StartingRule.stacked.start(over: points, components: 3, seed: 0)
    var run = Run(of: Self.models[model](start), over: points)
    run.run(limit: 3)
    #expect(try run.nudged(seed: 1).model.twins.isEmpty)
    #expect(try run.reseeding(component: 0, seed: 1).model.componentCount == 3)
    #expect(type(of: run.continuing().model) == type(of: run.model))
  }
}
