import MixtureEngine
import Testing

@Suite struct `After a nudge` {
  private func stacked() -> Run {
    let points = Sample.threeClouds.points
    var run = Run(
      of: StartingRule.stacked.start(over: points, components: 3, seed: 0), over: points)
    run.run()
    return run
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `EM leaves the saddle that it had stopped at`(seed: UInt64) throws {
    let stuck = stacked()
    #expect(stuck.snapshot.status == .converged)
    #expect(stuck.model.twins == [[0, 1, 2]])
    var run = try stuck.nudged(seed: seed)
    #expect(run.model.twins.isEmpty)
    #expect(abs(run.snapshot.objective - stuck.snapshot.objective) < 1e-2)
    run.run()
    #expect(run.snapshot.objective > stuck.snapshot.objective + 10)
  }

  @Test func `equal seeds push alike, and other components stay`() throws {
    let points = Sample.threeClouds.points
    let model = GaussianMixture.start(
      means: [points[0], points[1], points[1]], over: points)
    let run = Run(of: model, over: points)
    let (first, again) = (try run.nudged(seed: 5), try run.nudged(seed: 5))
    #expect(first.model.shapes == again.model.shapes)
    #expect(first.model.shapes[0] == model.shapes[0])
    #expect(first.model.shapes[1] != model.shapes[1])
  }
}
