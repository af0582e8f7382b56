import MixtureEngine
import Testing

/// mclust's fits of Old Faithful from given labels.
private struct Mclust: Decodable {
  struct Fit: Decodable {
    var structure: String
    var labels: [UInt8]
    var log_likelihood: Double
    var bic: Double
    var weights: [Double]
    var means: [[Double]]
    var covariances: [[Double]]
    var adjusted_rand: Double
  }
  /// A fit with noise, its last label.
  struct NoisyFit: Decodable {
    var structure: String
    var labels: [UInt8]
    var log_likelihood: Double
    var weights: [Double]
    var means: [[Double]]
    var covariances: [[Double]]
  }
  /// Steps from labels of which some are held.
  struct HeldFit: Decodable {
    var structure: String
    var labels: [UInt8]
    var known: [Int]
    var log_likelihood: [Double]
    var weights: [Double]
    var means: [[Double]]
    var covariances: [[Double]]
  }
  var mixtures: [Fit]
  var outliers: [[Double]]
  var noisy: [NoisyFit]
  var held: [HeldFit]
}

@Suite struct `Beside mclust` {
  /// The M-step from hard labels.
  static func fit(
    _ structure: CovarianceStructure, _ k: Int, to labels: [UInt8], over points: PointSet
  ) throws -> GaussianMixture {
    try GaussianMixture.start(means: [Point](repeating: points.mean, count: k), over: points)
      .with(structure: structure)
      .maximization(
        over: points, responsibilities: Responsibilities(labels: labels, componentCount: k),
        safeguard: Safeguard(for: points))
  }

  @Test func `fits from the same labels end in the same place in every structure`() throws {
    let points = PointSet.oldFaithful
    let golden = try Golden.decode("mclust-mixtools", as: Mclust.self)
    #expect(golden.mixtures.count == 10)
    for expected in golden.mixtures {
      let structure = try #require(CovarianceStructure(name: expected.structure))
      let k = expected.weights.count
      let start = try Self.fit(structure, k, to: expected.labels, over: points)
      var run = Run(of: start, over: points, stopping: StoppingRule(tolerance: 1e-15))
      run.run()
      #expect(
        Golden.difference(run.snapshot.objective, expected.log_likelihood) < 1e-10,
        "\(expected.structure) K = \(k)")
      let fitted = try #require(run.model as? GaussianMixture)
      let difference = Golden.difference(
        fitted, weights: expected.weights, means: expected.means,
        covariances: expected.covariances)
      #expect(difference < 1e-4, "\(expected.structure) K = \(k)")
      let criteria = try #require(InformationCriteria(of: fitted, over: points))
      #expect(Golden.difference(criteria.bic, expected.bic) < 1e-10)
      let agreement = Agreement(
        labels: expected.labels.map(Int.init), components: run.evaluation.labels)
      #expect(Golden.difference(agreement.adjustedRandIndex, expected.adjusted_rand) < 1e-12)
    }
  }

  @Test func `fits with noise end in the same place`() throws {
    let golden = try Golden.decode("mclust-mixtools", as: Mclust.self)
    let points = PointSet(golden.outliers.map { Point(x: $0[0], y: $0[1]) })
    #expect(golden.noisy.count == 10)
    for expected in golden.noisy {
      let structure = try #require(CovarianceStructure(name: expected.structure))
      let k = expected.means.count
      let gaussians = GaussianMixture.start(
        means: [Point](repeating: points.mean, count: k), over: points
      ).with(structure: structure)
      let start = try NoisyMixture(gaussians: gaussians, noiseWeight: 0.1, over: points)
        .maximization(
          over: points,
          responsibilities: Responsibilities(
            labels: expected.labels, componentCount: k + 1),
          safeguard: Safeguard(for: points))
      var run = Run(of: start, over: points, stopping: StoppingRule(tolerance: 1e-15))
      run.run()
      let claim: Comment = "\(expected.structure) K = \(k)"
      #expect(Golden.difference(run.snapshot.objective, expected.log_likelihood) < 1e-10, claim)
      let fitted = try #require(run.model as? NoisyMixture)
      let share = 1 - fitted.noiseWeight
      #expect(abs(fitted.noiseWeight - expected.weights[k]) < 1e-5, claim)
      let difference = Golden.difference(
        fitted.gaussians, weights: expected.weights.dropLast().map { $0 / share },
        means: expected.means, covariances: expected.covariances)
      #expect(difference < 1e-4, claim)
    }
  }

  @Test func `fifty iterations with some labels known agree step by step`() throws {
    let points = PointSet.oldFaithful
    let golden = try Golden.decode("mclust-mixtools", as: Mclust.self)
    #expect(golden.held.count == 5)
    for expected in golden.held {
      let structure = try #require(CovarianceStructure(name: expected.structure))
      let k = expected.means.count
      let known = Set(expected.known)
      let observed = ObservedLabels(
        expected.labels.enumerated().map { known.contains($0) ? $1 : nil })
      let start = try Self.fit(structure, k, to: expected.labels, over: points)
      var run = Run(
        of: start, over: points, observed: observed, stopping: StoppingRule(tolerance: 0))
      let claim: Comment = "\(expected.structure)"
      for logLikelihood in expected.log_likelihood {
        #expect(Golden.difference(run.snapshot.objective, logLikelihood) < 1e-11, claim)
        run.iterate()
      }
      run.iterateBack()
      let fitted = try #require(run.model as? GaussianMixture)
      let difference = Golden.difference(
        fitted, weights: expected.weights, means: expected.means,
        covariances: expected.covariances)
      #expect(difference < 1e-9, claim)
    }
  }
}
