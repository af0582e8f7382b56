import Testing

@testable import MixtureEngine

@Suite struct `An outcome` {
  @Test(arguments: Sample.ordinary, CovarianceStructure.named.map(\.structure))
  func `is where the run with the same start ends`(
    sample: Sample, structure: CovarianceStructure
  ) throws {
    for seed in 1...4 as ClosedRange<UInt64> {
      let start = StartingRule.randomPoints
        .start(over: sample.points, components: 3, seed: seed).with(structure: structure)
      let rule = StoppingRule(iterationLimit: 60)
      var run = Run(of: start, over: sample.points, stopping: rule)
      run.run()
      let outcome = try #require(Outcome(from: start, over: sample.points, stopping: rule))
      #expect(outcome.objective == run.snapshot.objective)
      #expect(outcome.iterations == run.snapshot.iteration)
      #expect(outcome.status == run.snapshot.status)
      #expect(outcome.model.shapes == run.model.shapes)
    }
  }

  @Test func `says that a run collapsed, and where it stood before`() throws {
    let points = PointSet(xs: [0, 1, 2, 3, 50], ys: [0, 1, 0, 1, 50])
    let start = StartingRule.outlier.start(over: points, components: 2, seed: 1)
    let outcome = try #require(Outcome(from: start, over: points))
    #expect(outcome.isCollapsed)
    #expect(outcome.objective.isFinite)
  }

  @Test func `is nothing when the task is cancelled`() async {
    let task = Task {
      while !Task.isCancelled { await Task.yield() }
      return Outcome(
        from: StartingRule.stacked.start(over: .oldFaithful, components: 2, seed: 1),
        over: .oldFaithful)
    }
    task.cancel()
    #expect(await task.value == nil)
  }
}
