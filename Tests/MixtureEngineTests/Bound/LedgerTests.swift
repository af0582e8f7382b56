import MixtureEngine
import Testing

@Suite struct `The ledger` {
  @Test(arguments: Setting.all)
  func `balances: an E-step gives the gap to F alone, an M-step gives L no less than F`(
    _ setting: Setting
  ) throws {
    for seed in 1...4 as ClosedRange<UInt64> {
      var run = try setting.run(over: Sample.threeClouds.points, seed: seed)
      run.run(limit: 6)
      let entries = Ledger(of: run.past).entries
      #expect(entries.count == run.history.count)
      #expect(entries[0].halfStep == nil && entries[0].bound == nil)
      for (before, entry) in zip(entries, entries.dropFirst()) {
        let rounding = 1e-11 * abs(entry.objective)
        let (bound, gap) = (try #require(entry.bound), try #require(entry.gap))
        #expect(abs(entry.objective - bound - gap) <= rounding)
        let gain = try #require(entry.objectiveGain)
        switch try #require(entry.halfStep) {
        case .expectation:
          #expect(gain == 0 && gap == 0)
          if let old = before.gap { #expect(abs((entry.boundGain ?? 0) - old) <= rounding) }
        case .maximization:
          #expect(try #require(entry.boundGain) >= -rounding)
          #expect(gain >= (entry.boundGain ?? 0) - rounding)
          #expect(entry.iteration == before.iteration)
        }
      }
    }
  }

  @Test func `tells of the latest states alone when asked to`() throws {
    var run = try Setting.all[0].run(over: Sample.threeClouds.points, seed: 1)
    run.run(limit: 5)
    let all = Ledger(of: run.past)
    #expect(Ledger(of: run.past, latest: 3).entries == Array(all.entries.suffix(3)))
  }
}
