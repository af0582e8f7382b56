import MixtureEngine
import Testing

@Suite struct `The bound's curve` {
  @Test(arguments: Setting.all)
  func `touches L where q was made, with the same slope, and is greatest at the M-step`(
    _ setting: Setting
  ) throws {
    for sample in Sample.ordinary {
      for seed in 1...3 as ClosedRange<UInt64> {
        var run = try setting.run(over: sample.points, seed: seed)
        run.run(limit: 2)
        run.halfStep()
        guard let step = try? run.maximizationStep() else { continue }
        let curve = BoundCurve(of: step, over: sample.points)
        let rounding = 1e-11 * abs(run.snapshot.objective)
        for place in curve.samples { #expect(place.bound <= place.objective + rounding) }
        let touch = try #require(curve.sample(at: 0))
        let top = try #require(curve.sample(at: 1))
        #expect(abs(touch.objective - touch.bound) <= rounding)
        #expect(curve.samples.allSatisfy { $0.bound <= top.bound + rounding })
        #expect(curve.top?.s == 1)
      }
    }
  }

  @Test func `has the slope of L at the touch`() throws {
    var run = try Setting(kind: .gaussianMixture, structure: .full)
      .run(over: .oldFaithful, seed: 7)
    run.iterate()
    run.halfStep()
    let step = try run.maximizationStep()
    let curve = BoundCurve(of: step, over: .oldFaithful)
    let near = try #require(curve.sample(at: 0.05))
    let far = try #require(curve.sample(at: 0.1))
    let (small, large) = (near.objective - near.bound, far.objective - far.bound)
    // A gap that opens with the square of the way has no slope at its beginning.
    #expect(abs(large / small - 4) < 0.8)
  }

  @Test func `is the same before and after its M-step; the run moves from 0 to 1`() throws {
    var run = try Setting(kind: .gaussianMixture, structure: .full)
      .run(over: .oldFaithful, seed: 7)
    let start = try run.maximizationStep()
    #expect(start.progress == .awaitsPosterior)
    run.halfStep()
    let ahead = try run.maximizationStep()
    run.halfStep()
    let taken = try run.maximizationStep()
    #expect((ahead.progress, taken.progress) == (.ahead, .taken))
    let before = BoundCurve(of: ahead, over: .oldFaithful)
    let after = BoundCurve(of: taken, over: .oldFaithful)
    #expect(before.samples == after.samples)
    #expect((before.present, after.present) == (0, 1))
    let present = try #require(after.sample(at: 1))
    #expect(abs(present.objective - run.snapshot.objective) < 1e-9)
    #expect(abs(present.bound - (run.snapshot.bound ?? 0)) < 1e-9)
  }

  @Test func `of a converged run is flat`() throws {
    var run = try Setting(kind: .gaussianMixture, structure: .full)
      .run(over: .oldFaithful, components: 2, seed: 1)
    run.run()
    let curve = BoundCurve(of: try run.maximizationStep(), over: .oldFaithful)
    let objective = run.snapshot.objective
    #expect(curve.samples.allSatisfy { abs($0.objective - objective) < 1e-6 })
    #expect(curve.samples.allSatisfy { abs($0.bound - objective) < 1e-6 })
  }

  @Test(arguments: [ModelKind.gaussianMixture, .kMeans, .studentT], [false, true])
  func `of many points is taken from a sample that agrees with all`(
    _ kind: ModelKind, isWeighted: Bool
  ) throws {
    var many = Sample.clouds(
      [
        (12_000, Point(x: 0, y: 0), Covariance2(xx: 1, xy: 0.5, yy: 1)),
        (8_000, Point(x: 3, y: 1), .isotropic(1)),
      ], seed: 3, name: "many")
    if isWeighted { many.points = many.points.withFractions(seed: 3) }
    var run = try Setting(kind: kind, structure: .full)
      .run(over: many.points, components: 2, seed: 2)
    run.iterate()
    let step = try run.maximizationStep()
    let curve = BoundCurve(of: step, over: many.points)
    #expect(curve.sampledPoints < many.points.count)
    let touch = try #require(curve.sample(at: 0))
    #expect(abs(touch.objective - touch.bound) < 1e-9 * abs(touch.bound))
    let top = try #require(curve.sample(at: 1))
    // A sample of weights is rougher than one of points.
    let share = isWeighted ? 0.05 : 0.02
    #expect(abs(top.objective - run.snapshot.objective) < share * abs(run.snapshot.objective))
    #expect(top.bound <= top.objective + 1e-9 * abs(top.bound))
    #expect(curve == BoundCurve(of: step, over: many.points))
  }
}
