import MixtureEngine
import Testing

/// Runs by an independent implementation of the algorithms.
private struct ClimbedRun: Decodable {
  var rows: [Int]
  var algorithm: String
  var log_likelihood: [Double]
  var passes: [Int]
}

@Suite struct `Climbers beside numpy` {
  @Test func `go the same way in as many passes, and end in the same place`() throws {
    let points = PointSet.oldFaithful
    let runs = try Golden.decode("climbers", as: [ClimbedRun].self)
    #expect(runs.count == 12)
    for expected in runs {
      let climber = try #require(Climber.named(expected.algorithm))
      var run = Run(
        of: GaussianMixture.start(means: expected.rows.map { points[$0] }, over: points),
        over: points, algorithm: climber)
      run.run()
      let states = run.history.filter { $0.next == .expectation }
      // Rounding grows with each step: where the ways part for good is chance, where they end is not.
      for t in 0..<12 {
        let difference = Golden.difference(states[t].objective, expected.log_likelihood[t])
        #expect(difference < 1e-8, "\(expected.algorithm) \(expected.rows) after \(t)")
        #expect(states[t].passes == expected.passes[t])
      }
      let end = try #require(expected.log_likelihood.last)
      #expect(abs(run.snapshot.objective - end) < 1e-6)
      let passes = Double(try #require(expected.passes.last))
      #expect(abs(Double(run.snapshot.passes) - passes) <= 0.15 * passes)
    }
  }
}
