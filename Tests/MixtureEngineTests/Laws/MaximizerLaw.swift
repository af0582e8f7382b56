import MixtureEngine
import Testing

@Suite struct `Law: the M-step is the maximiser` {
  @Test(arguments: Setting.all)
  func `no move toward or away from any other θ raises F`(setting: Setting) throws {
    let points = Sample.threeClouds.points
    for seed in 0..<6 as Range<UInt64> {
      var run = try setting.run(over: points, seed: seed)
      for _ in 0..<3 { run.halfStep() }
      let q = try #require(run.posterior)
      run.halfStep()
      let best = try #require(run.snapshot.bound)
      for other in 20..<26 as Range<UInt64> {
        var elsewhere = try setting.run(over: points, rule: .randomPartition, seed: other)
        elsewhere.iterate()
        for s in [-1e-3, -1e-6, 1e-6, 1e-3, 0.03, 0.3, 1] {
          guard let moved = run.model.interpolated(to: elsewhere.model, at: s) else { continue }
          let bound = moved.lowerBound(over: points, under: q)
          #expect(bound <= best + 1e-12 * abs(best), "seed \(seed) toward \(other) by \(s)")
        }
      }
    }
  }

  @Test(arguments: Setting.all.filter { $0.kind.name != "k-means" })
  func `L and F touch with equal slope`(setting: Setting) throws {
    let points = Sample.threeClouds.points
    for seed in 0..<6 as Range<UInt64> {
      var run = try setting.run(over: points, seed: seed)
      for _ in 0..<3 { run.halfStep() }
      let step = try run.maximizationStep()
      let h = 1e-4
      func slope(_ value: (any LatentLabelModel) -> Double) throws -> Double {
        let right = try #require(step.origin.interpolated(to: step.target, at: h))
        let left = try #require(step.origin.interpolated(to: step.target, at: -h))
        return (value(right) - value(left)) / (2 * h)
      }
      let likelihood = try slope { $0.expectation(over: points, observed: nil).objective }
      let bound = try slope { $0.lowerBound(over: points, under: step.expectation) }
      #expect(abs(likelihood - bound) < 1e-5 * max(1, abs(bound)), "seed \(seed)")
      #expect(bound >= -1e-6, "seed \(seed)")
    }
  }
}
