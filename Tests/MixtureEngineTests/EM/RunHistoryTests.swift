import MixtureEngine
import Testing

@Suite struct `The history of a run` {
  /// All that can be seen of a state, to the last digit.
  private struct Sight: Equatable {
    var iteration: Int
    var next: HalfStep
    var status: Status
    var objective: Double
    var bound: Double?
    var shapes: [ComponentShape]
    var responsibilities: [[Double]?]

    init(_ run: Run) {
      let snapshot = run.snapshot
      (iteration, next, status) = (snapshot.iteration, snapshot.next, snapshot.status)
      (objective, bound) = (snapshot.objective, snapshot.bound)
      shapes = snapshot.model.shapes
      responsibilities = [0, 31, 64].map(run.responsibilities(of:))
    }
  }

  private static let steps = 7

  private func run(_ setting: Setting) throws -> Run {
    try setting.run(over: Sample.threeClouds.points, seed: 3, stopping: StoppingRule(tolerance: 0))
  }

  @Test(arguments: Setting.all)
  func `is gone back and forth through without a change, and then goes on`(setting: Setting) throws
  {
    var straight = try run(setting)
    var seen = [Sight(straight)]
    for _ in 0..<(2 * Self.steps) {
      straight.halfStep()
      seen.append(Sight(straight))
    }
    for back in 1...Self.steps {
      var run = try run(setting)
      for _ in 0..<Self.steps { run.halfStep() }
      for step in 1...back {
        run.halfStepBack()
        #expect(Sight(run) == seen[Self.steps - step], "\(step) of \(back) back")
      }
      for step in (Self.steps - back + 1)...(2 * Self.steps) {
        run.halfStep()
        #expect(Sight(run) == seen[step], "\(back) back, then to \(step)")
        #expect(run.past.count == step + 1)
      }
    }
  }

  @Test(arguments: Setting.all)
  func `is gone back and forth through by whole iterations`(setting: Setting) throws {
    var straight = try run(setting)
    var seen = [Sight(straight)]
    for _ in 0..<10 {
      straight.iterate()
      seen.append(Sight(straight))
    }
    for back in 1...5 {
      var run = try run(setting)
      for _ in 0..<5 { run.iterate() }
      for step in 1...back {
        run.iterateBack()
        #expect(Sight(run) == seen[5 - step])
      }
      for step in (5 - back + 1)...10 {
        run.iterate()
        #expect(Sight(run) == seen[step], "\(back) back, then to \(step)")
      }
    }
  }

  @Test func `goes on from the middle of an iteration to its end`() throws {
    var whole = try run(Setting.all[0])
    whole.iterate()
    var halves = try run(Setting.all[0])
    halves.halfStep()
    halves.iterate()
    #expect(Sight(halves) == Sight(whole))
    halves.halfStep()
    halves.iterateBack()
    #expect(Sight(halves) == Sight(whole))
    halves.rewind()
    halves.iterate()
    #expect(Sight(halves) == Sight(whole))
  }

  @Test func `leads to the same collapse again`() throws {
    let points = Sample.threeClouds.points
    var run = Run(
      of: StartingRule.outlier.start(over: points, components: 2, seed: 0), over: points)
    run.run()
    let end = Sight(run)
    guard case .collapsed = end.status else {
      Issue.record("the start was to collapse")
      return
    }
    run.iterateBack()
    #expect(run.snapshot.status == .running)
    #expect(run.run() == end.status)
    #expect(Sight(run) == end)
    #expect(run.halfStep() == false)
  }
}
