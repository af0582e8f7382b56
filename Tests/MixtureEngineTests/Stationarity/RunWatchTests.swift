import MixtureEngine
import Testing

@Suite struct `A watch of a run` {
  @Test(arguments: UInt64(1)...12)
  func `tells of each state what the whole history tells there`(seed: UInt64) throws {
    var run = try RunRecipe(components: 3, rule: .randomBox, seed: seed).run(over: .oldFaithful)
    run.run()
    var watch = RunWatch(totalWeight: run.points.totalWeight)
    let last = run.snapshot.iteration
    for iteration in 0...last { watch.add(run.history[2 * iteration].objective) }
    for iteration in 0...last {
      run.move(to: 2 * iteration)
      let plateau = run.plateaus.last { $0.lasts }
      #expect(watch.growingGains(at: iteration) == plateau.map { $0.end - $0.flattest })
      let stops = watch.stops(upTo: iteration, objective: run.snapshot.objective)
      let expected = run.otherStops.filter { $0.iteration != nil }
      #expect(stops.map(\.rule.name) == expected.map(\.rule.name))
      #expect(stops.map(\.iteration) == expected.map(\.iteration))
      #expect(stops.map(\.missing) == expected.map(\.missing))
      #expect(stops.map(\.isLimit) == expected.map(\.isLimit))
    }
  }

  @Test func `tells nothing before the start and beyond the end`() {
    var watch = RunWatch(totalWeight: 10)
    #expect(watch.growingGains(at: 0) == nil)
    watch.add(-3)
    #expect(watch.growingGains(at: 0) == nil && watch.growingGains(at: 1) == nil)
    #expect(watch.stops(upTo: 0, objective: -3).isEmpty)
  }
}
