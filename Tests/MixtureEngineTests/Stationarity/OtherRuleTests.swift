import MixtureEngine
import Testing

/// When other libraries would have stopped.
@Suite struct `Rules of other libraries` {
  /// L after 0, 1, 2, … iterations, which gain 70, 7, 0.7 and so on.
  private let fallingTenfold: [Double] = (0..<16).reduce(into: [-1000]) { values, t in
    values.append(values[t] + 70 / Double(repeatElement(10, count: t).reduce(1, *)))
  }

  @Test(arguments: [
    ("scikit-learn", 5), ("mclust", 5), ("mlpack", 13), ("Rmixmod", 6),
  ])
  func `stop where their tolerances say`(name: String, iteration: Int) throws {
    let rule = try #require(OtherRule.all.first { $0.name == name })
    let stop = rule.stop(in: fallingTenfold, totalWeight: 100)
    #expect(stop.iteration == iteration)
    #expect(!stop.isLimit)
    let end = try #require(fallingTenfold.last)
    #expect(stop.missing == end - fallingTenfold[iteration])
  }

  @Test(arguments: [("scikit-learn", 100), ("mlpack", 299), ("Rmixmod", 200)])
  func `give up at their limits`(name: String, limit: Int) throws {
    let rule = try #require(OtherRule.all.first { $0.name == name })
    let stop = rule.stop(in: (0..<1000).map { Double($0) }, totalWeight: 10)
    #expect(stop.iteration == limit)
    #expect(stop.isLimit)
    #expect(stop.missing == Double(999 - limit))
  }

  @Test func `go on past the end of a run that is too short for them`() {
    for rule in OtherRule.all {
      for count in 0..<2 {
        let stop = rule.stop(in: [Double](repeating: -5, count: count), totalWeight: 10)
        #expect(stop.iteration == nil)
        #expect(stop.missing == 0)
      }
      #expect(rule.stop(in: [-9, -5], totalWeight: 10).iteration == nil)
    }
  }

  @Test(arguments: UInt64(1)...12)
  func `stop where the loop of scikit-learn itself does`(seed: UInt64) throws {
    let points = PointSet.oldFaithful
    var run = try RunRecipe(components: 3, rule: .kMeans, seed: seed).run(over: points)
    var model = run.model
    run.run()
    var (bound, iterations) = (-Double.infinity, 0)
    for iteration in 1...100 {
      let before = bound
      let expectation = model.expectation(over: points, observed: nil)
      model = try model.maximization(
        over: points, from: expectation, safeguard: Safeguard(for: points))
      bound = expectation.objective / Double(points.count)
      iterations = iteration
      if abs(bound - before) < 1e-3 { break }
    }
    let stop = try #require(run.otherStops.first { $0.rule.name == "scikit-learn" })
    #expect(stop.iteration == iterations)
    let there = model.expectation(over: points, observed: nil).objective
    #expect(abs(run.snapshot.objective - there - stop.missing) < 1e-9)
  }

  @Test func `belong to the state at the cursor, and not to the hard limit`() throws {
    var run = try RunRecipe(components: 3, seed: 1).run(over: .oldFaithful)
    run.run()
    let whole = run.otherStops.compactMap(\.iteration)
    run.halfStepBack()
    run.halfStepBack()
    #expect(run.otherStops.compactMap(\.iteration) == whole)
    run.rewind()
    #expect(run.otherStops.allSatisfy { $0.iteration == nil })
    run = try RunRecipe(kind: .kMeans, components: 3, seed: 1).run(over: .oldFaithful)
    run.run()
    #expect(run.otherStops.isEmpty)
  }
}
