import MixtureEngine
import Testing

@Suite struct `Law: no step goes down` {
  private func check(_ run: Run, _ label: String) {
    for (a, b) in zip(run.history, run.history.dropFirst()) {
      let rounding = 1e-12 * abs(a.objective)
      #expect(b.objective >= a.objective - rounding, "L, \(label) iteration \(b.iteration)")
      guard let before = a.bound, let after = b.bound else { continue }
      #expect(after >= before - rounding, "F, \(label) iteration \(b.iteration)")
    }
  }

  @Test(arguments: Setting.all)
  func `an M-step never lowers F, nor an iteration L`(setting: Setting) throws {
    for sample in Sample.ordinary {
      for seed in 0..<5 as Range<UInt64> {
        var run = try setting.run(over: sample.points, seed: seed)
        run.run(limit: 12)
        check(run, "\(sample.name) seed \(seed)")
      }
    }
  }

  @Test(arguments: Setting.all)
  func `not even with a floor that holds components up`(setting: Setting) throws {
    for seed in 0..<5 as Range<UInt64> {
      let points = Sample.nested.points
      var run = try setting.run(over: points, seed: seed)
      run.iterate()
      var floored = run.continuing(withFloor: 0.5)
      // The first step onto the floor may cost likelihood: θ had less variance than allowed.
      floored.iterate()
      var rest = floored.continuing(withFloor: 0.5)
      rest.run(limit: 12)
      check(rest, "floor, seed \(seed)")
    }
  }
}
