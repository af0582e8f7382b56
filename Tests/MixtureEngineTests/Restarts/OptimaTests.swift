import Testing

@testable import MixtureEngine

@Suite struct `Grouping into optima` {
  /// Where EM ends from some starts over three clouds.
  private static func outcomes(count: UInt64) throws -> [Outcome] {
    try (1...count).map { seed in
      let start = StartingRule.randomPoints.start(
        over: Sample.threeClouds.points, components: 3, seed: seed)
      return try #require(Outcome(from: start, over: Sample.threeClouds.points))
    }
  }

  @Test func `are the same when every run numbers its components differently`() throws {
    let outcomes = try Self.outcomes(count: 20)
    var generator = SeededGenerator(seed: 5)
    let relabelled = try outcomes.map { outcome in
      let mixture = try #require(outcome.model as? GaussianMixture)
      var components = mixture.components
      components.swapAt(generator.index(below: 3), generator.index(below: 3))
      return Outcome(
        model: GaussianMixture(components: components), objective: outcome.objective,
        iterations: outcome.iterations, status: outcome.status)
    }
    let points = Sample.threeClouds.points
    let plain = Optima(grouping: outcomes, over: points)
    let changed = Optima(grouping: relabelled, over: points)
    #expect(plain.membership == changed.membership)
    #expect(plain.all.count < 20)
  }

  @Test func `tell apart fits of equal likelihood that are mirror images`() throws {
    let points = PointSet(xs: [-3, -2, -1, 1, 2, 3, 0, 0], ys: [0, 1, 0, 0, 1, 0, 5, -4])
    func fit(_ x: Double) throws -> Outcome {
      let mixture = GaussianMixture.start(
        means: [Point(x: x, y: 0), Point(x: x, y: 1)], over: points)
      return Outcome(model: mixture, objective: -20, iterations: 3, status: .converged)
    }
    let optima = Optima(grouping: [try fit(-1), try fit(1), try fit(-1)], over: points)
    #expect(optima.membership == [0, 1, 0])
  }

  @Test func `count, rank and describe their runs`() {
    let points = Sample.threeClouds.points
    func outcome(_ objective: Double, _ x: Double, _ iterations: Int, _ status: Status) -> Outcome {
      Outcome(
        model: GaussianMixture.start(means: [Point(x: x, y: 0)], over: points),
        objective: objective, iterations: iterations, status: status)
    }
    let collapse = Collapse(component: 0, reason: .noMass)
    let optima = Optima(
      grouping: [
        outcome(-200, 0, 10, .converged), outcome(-100, 4, 7, .iterationLimit),
        outcome(-300, 9, 2, .collapsed(collapse)), outcome(-200.00001, 0.001, 20, .converged),
      ], over: points)
    #expect(optima.membership == [1, 0, nil, 1])
    #expect(optima.collapsedCount == 1)
    #expect(optima.all.map(\.objective) == [-100, -200])
    #expect(optima.all.map(\.medianIterations) == [7, 15])
    #expect(optima.all.map(\.status) == [.iterationLimit, .converged])
    #expect(optima.all.map(\.members) == [[1], [0, 3]])
  }

  @Test func `need the right pairing where a nearest one would fail`() {
    let agree = [[true, true], [true, false]]
    #expect(ComponentMatching.exists(count: 2) { agree[$0][$1] })
    #expect(!ComponentMatching.exists(count: 2) { a, b in b == 0 && agree[a][b] })
  }
}

@Suite struct `Twins in optima` {
  /// However the weight is shared among equal components, it is one optimum.
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `count once`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let points = Sample.threeClouds.points
    let fit = StartingRule.kMeans.start(over: points, components: 2, seed: seed)
    func split(_ share: Double) -> Outcome {
      let (whole, other) = (fit.components[0], fit.components[1])
      let parts = [share, 1 - share].compactMap {
        GaussianComponent(
          weight: $0 * whole.weight, mean: whole.mean, covariance: whole.covariance)
      }
      return Outcome(
        model: GaussianMixture(components: [parts[0], other, parts[1]]), objective: -100,
        iterations: 3, status: .converged)
    }
    let outcomes = (0..<5).map { _ in split(generator.unit()) }
    let optima = Optima(grouping: outcomes, over: points)
    #expect(optima.all.count == 1, "seed \(seed)")
    #expect(optima.all.first?.flaw == .degenerate)
  }
}
