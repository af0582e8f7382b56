import MixtureEngine
import Testing

/// mixtools' mixtures of lines through Old Faithful from given lines.
private struct Mixtools: Decodable {
  struct Fit: Decodable {
    /// Intercept, slope and deviation of each line.
    var start: [[Double]]
    var log_likelihood: Double
    var weights: [Double]
    /// Intercept, slope and deviation of each line.
    var lines: [[Double]]
  }
  var lines: [Fit]
}

@Suite struct `Beside mixtools` {
  @Test func `mixtures of lines end in the same place`() throws {
    let points = PointSet.oldFaithful
    let golden = try Golden.decode("mclust-mixtools", as: Mixtools.self)
    #expect(golden.lines.count == 2)
    for expected in golden.lines {
      let start = LineMixture(
        lines: expected.start.map {
          LineMixture.Line(
            weight: 1 / Double(expected.start.count), centre: Point(x: 0, y: $0[0]),
            slope: $0[1], deviation: $0[2])
        })
      var run = Run(of: start, over: points, stopping: StoppingRule(tolerance: 1e-15))
      run.run()
      #expect(Golden.difference(run.snapshot.objective, expected.log_likelihood) < 1e-10)
      let fitted = try #require(run.model as? LineMixture)
      for (k, line) in fitted.lines.enumerated() {
        #expect(abs(line.weight - expected.weights[k]) < 1e-4)
        #expect(Golden.difference(line.height(at: 0), expected.lines[k][0]) < 1e-4)
        #expect(Golden.difference(line.slope, expected.lines[k][1]) < 1e-4)
        #expect(Golden.difference(line.deviation, expected.lines[k][2]) < 1e-4)
      }
    }
  }
}
