import MixtureEngine
import Testing

@Suite struct `Law: the dial leads to k-means` {
  @Test func `the smaller σ², the nearer the means to Lloyd's after twelve steps`() throws {
    let points = DialTests.standardized
    for seed in 0..<10 as Range<UInt64> {
      let start = StartingRule.randomPoints.start(over: points, components: 3, seed: seed)
      var hard = Run(of: KMeans(centres: start.components.map(\.mean)), over: points)
      for _ in 0..<12 { hard.iterate() }
      let centres = hard.model.shapes.map(\.centre)
      func distance(_ variance: Double) -> Double {
        var soft = Run(
          of: start.with(variance: variance), over: points, stopping: StoppingRule(tolerance: 0))
        for _ in 0..<12 { soft.iterate() }
        return zip(soft.model.shapes, centres)
          .map { $0.centre.squaredDistance(to: $1).squareRoot() }.max() ?? 0
      }
      // At 1e-6 only a point on the very border could still be shared.
      #expect(distance(1e-6) < 1e-6, "seed \(seed)")
      #expect(distance(1e-6) <= distance(1e-1), "seed \(seed)")
    }
  }
}
