import TestSupport
import Testing

@testable import MixtureEngine

@Suite struct `The ways of many runs` {
  /// The states of a run at the ends of its iterations.
  private static func ends(_ plan: RestartPlan, _ seed: UInt64) -> [(Int, Double)] {
    guard var run = try? plan.recipe(seed: seed).run(over: plan.points) else { return [] }
    run.run()
    return run.history.filter { $0.next == .expectation || $0.status != .running }
      .map { ($0.iteration, $0.objective) }
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64], ModelKind.all.map(\.name))
  func `are those of the runs alone, bit for bit, and end where the runs do`(
    seed: UInt64, kind: String
  ) async throws {
    let kind = try #require(ModelKind.named(kind))
    let plan = RestartPlan(
      RunRecipe(
        kind: kind, structure: kind.structures.last ?? .full, components: 3, rule: .randomPoints,
        seed: seed * 100), over: .oldFaithful, count: 6)
    let restarts = await plan.run()
    let traces = await plan.traces(of: restarts.examples(most: 100))
    #expect(traces.isComplete && traces.positions == Array(0..<6))
    #expect(Set(traces.all.map(\.seed)) == Set(restarts.runs.map(\.seed)))
    for trace in traces.all {
      let run = try #require(restarts.runs.first { $0.seed == trace.seed }).outcome
      let ends = Dictionary(Self.ends(plan, trace.seed), uniquingKeysWith: { $1 })
      for place in trace.places where !ends.isEmpty {
        #expect(ends[place.iteration] == place.objective, "\(trace.seed) \(place.iteration)")
      }
      #expect(trace.places.last?.objective == run.objective)
      #expect(trace.places.last?.iteration == run.iterations)
      #expect(trace.places.first?.iteration == 0)
    }
  }

  @Test func `take little memory however long the runs are`() async throws {
    let plan = RestartPlan(
      RunRecipe(
        components: 2, stopping: StoppingRule(tolerance: 0, iterationLimit: 5_000)),
      over: Sample.oneCloud.points, count: 1)
    let trace = try #require(plan.trace(seed: 1))
    #expect(trace.places.last?.iteration == plan.run(seed: 1)?.outcome.iterations)
    #expect(trace.places.count <= 64 + 32 * 7 + 1)
    #expect(trace.places.prefix(64).map(\.iteration) == Array(0..<64))
    let iterations = trace.places.map(\.iteration)
    #expect(iterations == Set(iterations).sorted())
  }

  @Test func `show each optimum before any twice, and no more than are wanted`() async {
    let plan = RestartPlan(RunRecipe(components: 3, seed: 400), over: .oldFaithful, count: 200)
    let restarts = await plan.run()
    let examples = restarts.examples(most: 20)
    #expect(examples.count == 20 && Set(examples).count == 20)
    #expect(Array(examples.prefix(5)) == restarts.optima.all.map(restarts.exampleSeed(of:)))
    #expect(restarts.examples(most: 2).count == 2)
  }

  @Test func `keep what is done when they are cancelled, and go on from there`() async {
    let plan = RestartPlan(RunRecipe(components: 3, seed: 400), over: .oldFaithful, count: 60)
    let seeds = (0..<60).map { UInt64(400 + $0) }
    let few = await plan.traces(of: seeds, only: [0, 3, 59])
    #expect(few.positions == [0, 3, 59] && !few.isComplete)
    let cut = await Task {
      await plan.traces(of: seeds, keeping: few) { _ in withUnsafeCurrentTask { $0?.cancel() } }
    }.value
    #expect(Set(few.all).isSubset(of: cut.all))
    let all = await plan.traces(of: seeds, keeping: cut)
    #expect(all.isComplete)
    let anew = await plan.traces(of: seeds)
    #expect(all.all == anew.all)
  }
}
