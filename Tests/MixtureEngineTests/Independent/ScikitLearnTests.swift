import MixtureEngine
import Testing

/// scikit-learn's E and M steps from given parameters.
private struct ScikitLearn: Decodable {
  struct Case: Decodable {
    var data: String
    var structure: String
    var rows: [Int]
    var log_likelihood: [Double]
    var weights: [Double]
    var means: [[Double]]
    var covariances: [[Double]]
    var bic: Double
    var aic: Double
  }
  struct Lloyd: Decodable {
    var data: String
    var rows: [Int]
    var distortion: [Double]
    var labels: [UInt8]
    var means: [[Double]]
  }
  var points: [String: [[Double]]]
  var cases: [Case]
  var lloyd: [Lloyd]
}

@Suite struct `Beside scikit-learn` {
  @Test func `fifty iterations agree step by step in every structure`() throws {
    let golden = try Golden.decode("scikit-learn", as: ScikitLearn.self)
    #expect(golden.cases.count == 24)
    for expected in golden.cases {
      let rows = try #require(golden.points[expected.data])
      let points = PointSet(rows.map { Point(x: $0[0], y: $0[1]) })
      let structure = try #require(CovarianceStructure(name: expected.structure))
      let start = GaussianMixture.start(means: expected.rows.map { points[$0] }, over: points)
      let model = try ModelKind.gaussianMixture.model(
        from: start.with(structure: structure), over: points)
      var run = Run(of: model, over: points, stopping: StoppingRule(tolerance: 0))
      let label = "\(expected.data) \(expected.structure) K = \(expected.rows.count)"
      for logLikelihood in expected.log_likelihood {
        let difference = Golden.difference(run.snapshot.objective, logLikelihood)
        #expect(difference < 1e-11, "\(label) iteration \(run.snapshot.iteration)")
        run.iterate()
      }
      run.iterateBack()
      let fitted = try #require(run.model as? GaussianMixture)
      let difference = Golden.difference(
        fitted, weights: expected.weights, means: expected.means,
        covariances: expected.covariances)
      #expect(difference < 1e-9, "\(label)")
      let criteria = try #require(InformationCriteria(of: fitted, over: points))
      #expect(Golden.difference(criteria.bic, expected.bic) < 1e-11, "\(label)")
      #expect(Golden.difference(criteria.aic, expected.aic) < 1e-11, "\(label)")
    }
  }

  @Test func `Lloyd's algorithm agrees step by step and rests in the same place`() throws {
    let golden = try Golden.decode("scikit-learn", as: ScikitLearn.self)
    #expect(golden.lloyd.count == 8)
    for expected in golden.lloyd {
      let rows = try #require(golden.points[expected.data])
      let points = PointSet(rows.map { Point(x: $0[0], y: $0[1]) })
      let start = KMeans(centres: expected.rows.map { points[$0] })
      var run = Run(of: start, over: points, stopping: StoppingRule(tolerance: 0))
      let claim: Comment = "\(expected.data) K = \(expected.rows.count)"
      for distortion in expected.distortion {
        let found = try #require(run.snapshot.distortion)
        #expect(Golden.difference(found, distortion) < 1e-12, claim)
        run.iterate()
      }
      run.run()
      #expect(run.evaluation.labels == expected.labels, claim)
      for (centre, mean) in zip(run.model.shapes.map(\.centre), expected.means) {
        #expect(Golden.difference(centre.x, mean[0]) < 1e-12, claim)
        #expect(Golden.difference(centre.y, mean[1]) < 1e-12, claim)
      }
    }
  }
}
