import MixtureEngine
import Testing

/// EM and Lloyd's algorithm over points with fractional weights, written from the formulas in numpy.
private struct WeightedGolden: Decodable {
  struct Case: Decodable {
    var data: String
    var structure: String
    var rows: [Int]
    var log_likelihood: [Double]
    var lower_bound: [Double]
    var weights: [Double]
    var means: [[Double]]
    var covariances: [[Double]]
    var bic: Double
  }
  struct Lloyd: Decodable {
    var data: String
    var rows: [Int]
    var distortion: [Double]
    var means: [[Double]]
  }
  var points: [String: [[Double]]]
  var weights: [String: [Double]]
  var cases: [Case]
  var lloyd: [Lloyd]

  func points(of data: String) throws -> PointSet {
    let rows = try #require(points[data])
    return try PointSet(validating: rows.map { Point(x: $0[0], y: $0[1]) }, weights: weights[data])
  }
}

@Suite struct `Points with weights, beside numpy` {
  @Test func `ten iterations agree step by step in L and F, and in the end in θ and BIC`() throws {
    let golden = try Golden.decode("weighted", as: WeightedGolden.self)
    #expect(golden.cases.count == 8)
    for expected in golden.cases {
      let points = try golden.points(of: expected.data)
      let structure = try #require(CovarianceStructure(name: expected.structure))
      let start = GaussianMixture.start(means: expected.rows.map { points[$0] }, over: points)
      let model = try ModelKind.gaussianMixture.model(
        from: start.with(structure: structure), over: points)
      var run = Run(of: model, over: points, stopping: StoppingRule(tolerance: 0))
      let label = "\(expected.data) \(expected.structure) K = \(expected.rows.count)"
      for (t, logLikelihood) in expected.log_likelihood.enumerated() {
        if t > 0 {
          run.iterate()
          let bound = try #require(run.snapshot.bound)
          #expect(Golden.difference(bound, expected.lower_bound[t - 1]) < 1e-11, "\(label) F \(t)")
        }
        let difference = Golden.difference(run.snapshot.objective, logLikelihood)
        #expect(difference < 1e-11, "\(label) L \(t)")
      }
      let fitted = try #require(run.model as? GaussianMixture)
      let difference = Golden.difference(
        fitted, weights: expected.weights, means: expected.means,
        covariances: expected.covariances)
      #expect(difference < 1e-9, "\(label)")
      let criteria = try #require(InformationCriteria(of: fitted, over: points))
      #expect(Golden.difference(criteria.bic, expected.bic) < 1e-11, "\(label)")
    }
  }

  @Test func `Lloyd's algorithm agrees step by step`() throws {
    let golden = try Golden.decode("weighted", as: WeightedGolden.self)
    #expect(golden.lloyd.count == 6)
    for expected in golden.lloyd {
      let points = try golden.points(of: expected.data)
      let start = KMeans(centres: expected.rows.map { points[$0] })
      var run = Run(of: start, over: points, stopping: StoppingRule(tolerance: 0))
      let claim: Comment = "\(expected.data) K = \(expected.rows.count)"
      for (t, distortion) in expected.distortion.enumerated() {
        if t > 0 { run.iterate() }
        let found = try #require(run.snapshot.distortion)
        #expect(Golden.difference(found, distortion) < 1e-12, claim)
      }
      for (centre, mean) in zip(run.model.shapes.map(\.centre), expected.means) {
        #expect(Golden.difference(centre.x, mean[0]) < 1e-12, claim)
        #expect(Golden.difference(centre.y, mean[1]) < 1e-12, claim)
      }
    }
  }
}
