import Testing

@testable import MixtureEngine

@Suite struct `The M-step's rows` {
  @Test(arguments: Setting.all, [false, true])
  func `makes every number of θ as a sum that is divided`(
    _ setting: Setting, isWeighted: Bool
  ) throws {
    for sample in Sample.ordinary {
      let points = isWeighted ? sample.points.withFractions(seed: 3) : sample.points
      var run = try setting.run(over: points, seed: 2)
      run.run(limit: 2)
      run.halfStep()
      guard let step = try? run.maximizationStep() else { continue }
      let groups = step.arithmetic
      #expect(groups.compactMap(\.component) == Array(0..<step.origin.componentCount))
      for row in groups.flatMap(\.rows) where row.divisor != nil {
        #expect(row.isQuotient, "\(setting) \(sample.name) \(row)")
      }
    }
  }

  @Test func `says where a floor holds a variance up`() throws {
    let points = PointSet.oldFaithful
    var run = try Run(
      validating: GaussianMixture.start(means: [points[0], points[1]], over: points), over: points,
      varianceFloor: 50)
    run.iterate()
    let rows = try run.maximizationStep().arithmetic.flatMap(\.rows)
    #expect(rows.contains { $0.name == .covarianceXX && !$0.isQuotient })
    #expect(rows.allSatisfy { $0.name != .meanX || $0.isQuotient })
  }
}
