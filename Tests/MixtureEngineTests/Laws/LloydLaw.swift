import MixtureEngine
import Testing

@Suite struct `Law: Lloyd's algorithm descends and is decided` {
  @Test(arguments: Sample.ordinary)
  func `J never rises and the run comes to rest`(sample: Sample) {
    for seed in 0..<20 as Range<UInt64> {
      let start = StartingRule.randomBox.start(over: sample.points, components: 4, seed: seed)
      var run = Run(of: KMeans(centres: start.components.map(\.mean)), over: sample.points)
      let status = run.run()
      #expect(status == .converged)
      let distortions = run.history.compactMap(\.distortion)
      for (before, after) in zip(distortions, distortions.dropFirst()) {
        #expect(after <= before * (1 + 1e-14), "seed \(seed)")
      }
    }
  }

  @Test func `a tie goes to the lowest number, and an empty cluster stays where it is`() {
    let points = PointSet(xs: [-1, 0, 1], ys: [0, 0, 0])
    let centres = [Point(x: -1, y: 0), Point(x: 1, y: 0), Point(x: 50, y: 50)]
    var run = Run(of: KMeans(centres: centres), over: points)
    run.halfStep()
    #expect(run.posterior?.labels == [0, 0, 1])
    run.halfStep()
    #expect(run.model.shapes.map(\.centre)[0] == Point(x: -0.5, y: 0))
    #expect(run.model.shapes.map(\.centre)[2] == centres[2])
    #expect(run.model.shapes[2].weight == 0)
  }
}
