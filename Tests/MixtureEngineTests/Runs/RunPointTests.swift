import MixtureEngine
import Testing

@Suite struct `One point of a run` {
  @Test(arguments: Sample.ordinary)
  func `has no q before the first E-step, and then the one that the bound has`(sample: Sample) {
    for kind in [ModelKind.gaussianMixture, .kMeans] {
      for seed in 1...5 as ClosedRange<UInt64> {
        let start = StartingRule.randomPoints.start(
          over: sample.points, components: 3, seed: seed)
        guard let model = try? kind.model(from: start, over: sample.points) else { continue }
        var run = Run(of: model, over: sample.points)
        #expect(run.responsibilities(of: 0) == nil)
        run.halfStep()
        let table = model.responsibilities(over: sample.points, observed: nil)
        for n in 0..<sample.points.count {
          #expect(run.responsibilities(of: n) == table.row(n))
        }
        run.halfStep()
        #expect(run.responsibilities(of: 7) == table.row(7), "the M-step leaves q alone")
      }
    }
  }

  @Test func `known labels have all of q`() throws {
    let points = Sample.threeClouds.points
    let labels = (0..<points.count).map { $0 % 5 == 0 ? UInt8($0 % 3) : nil }
    let start = StartingRule.randomPoints.start(over: points, components: 3, seed: 2)
    var run = Run(of: start, over: points, observed: ObservedLabels(labels))
    run.halfStep()
    #expect(run.responsibilities(of: 5) == [0, 0, 1])
    #expect(run.responsibilities(of: 10) == [0, 1, 0])
    #expect(run.responsibilities(of: 1)?.contains(1) == false)
  }
}

@Suite struct `The density at a place` {
  @Test(arguments: Sample.ordinary)
  func `summed over the points is L`(sample: Sample) {
    for seed in 1...5 as ClosedRange<UInt64> {
      let model = StartingRule.kMeansPlusPlus.start(
        over: sample.points, components: 3, seed: seed)
      let sum = sample.points.points.reduce(0) { $0 + model.logDensity(at: $1) }
      let whole = model.expectation(over: sample.points, observed: nil).objective
      #expect(abs(sum - whole) < 1e-9 * abs(whole))
    }
  }

  @Test func `is a number even where no component reaches`() {
    let model = StartingRule.randomPoints.start(
      over: Sample.threeClouds.points, components: 2, seed: 1)
    #expect(model.logDensity(at: Point(x: 1e6, y: -1e6)).isFinite)
  }
}
