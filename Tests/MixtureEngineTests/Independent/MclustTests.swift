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
  var mixtures: [Fit]
}

@Suite struct `Beside mclust` {
  @Test func `fits from the same labels end in the same place in every structure`() throws {
    let points = PointSet.oldFaithful
    let golden = try Golden.decode("mclust-mixtools", as: Mclust.self)
    #expect(golden.mixtures.count == 10)
    for expected in golden.mixtures {
      let structure = try #require(CovarianceStructure(name: expected.structure))
      let k = expected.weights.count
      let start = try GaussianMixture.start(
        means: [Point](repeating: points.mean, count: k), over: points
      ).with(structure: structure).maximization(
        over: points,
        responsibilities: Responsibilities(labels: expected.labels, componentCount: k),
        safeguard: Safeguard(for: points))
      var run = Run(of: start, over: points, rule: StoppingRule(tolerance: 1e-15))
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
}
