import MixtureEngine
import Testing

@Suite struct `Law: the bound lies below L and touches it after an E-step` {
  @Test(arguments: Setting.all)
  func `F ≤ L always, F = L after E, and E leaves θ alone`(setting: Setting) throws {
    for sample in Sample.ordinary {
      for seed in 0..<6 as Range<UInt64> {
        var run = try setting.run(over: sample.points, seed: seed)
        for _ in 0..<8 {
          let before = run.snapshot
          guard run.halfStep() else { break }
          let after = run.snapshot
          let scale = abs(after.objective)
          let bound = try #require(after.bound)
          #expect(bound <= after.objective + 1e-12 * scale, "\(sample.name) seed \(seed)")
          guard before.next == .expectation else { continue }
          #expect(after.model.shapes == before.model.shapes)
          let q = try #require(run.posterior)
          let touching = after.model.lowerBound(over: sample.points, under: q)
          #expect(
            abs(touching - after.objective) <= 1e-12 * scale, "\(sample.name) seed \(seed)")
        }
      }
    }
  }
}
