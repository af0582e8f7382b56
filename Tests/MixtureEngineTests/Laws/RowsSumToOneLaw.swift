import MixtureEngine
import Testing

@Suite struct `Law: responsibilities are probabilities` {
  @Test(arguments: Setting.all)
  func `rows sum to one and every number is finite, whatever the scale`(
    setting: Setting
  ) throws {
    for sample in Sample.ordinary + Sample.extreme + Sample.degenerate {
      for seed in 0..<4 as Range<UInt64> {
        var run = try setting.run(
          over: sample.points, components: min(3, sample.points.count), seed: seed)
        for _ in 0..<3 { run.iterate() }
        let q = run.model.responsibilities(over: sample.points, observed: nil)
        for n in 0..<sample.points.count {
          let row = q.row(n)
          let sum = row.reduce(0, +)
          let isProbability = row.allSatisfy { (0...1).contains($0) }
          #expect(isProbability && abs(sum - 1) < 1e-12, "\(sample.name) seed \(seed)")
        }
        for snapshot in run.history {
          #expect(snapshot.objective.isFinite, "\(sample.name) seed \(seed)")
          #expect(snapshot.bound?.isFinite ?? true, "\(sample.name) seed \(seed)")
        }
      }
    }
  }
}
