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
        // A step of k-means that moves nothing leads nowhere.
        guard curve.end == 1 else { continue }
        let rounding = 1e-11 * abs(run.snapshot.objective)
        for place in curve.samples { #expect(place.bound <= place.objective + rounding) }
        let touch = try #require(curve.sample(at: 0))
        let top = try #require(curve.sample(at: 1))
        #expect(curve.samples.count > 3)
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
    let small = try #require(gap(step, to: step.target, at: 0.05))
    let large = try #require(gap(step, to: step.target, at: 0.1))
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

  /// L − F at a place of the line from θ⁽ᵗ⁾ to another θ.
  private func gap(
    _ step: MaximizationStep, to target: any LatentLabelModel, at s: Double
  ) -> Double? {
    step.origin.interpolated(to: target, at: s).map {
      $0.expectation(over: step.points, observed: nil).objective
        - $0.lowerBound(over: step.points, under: step.expectation)
    }
  }

  @Test(arguments: Setting.all)
  func `of one block touches L too, with the same slope, and along a place it is a parabola`(
    _ setting: Setting
  ) throws {
    for sample in Sample.ordinary {
      for seed in 1...2 as ClosedRange<UInt64> {
        var run = try setting.run(over: sample.points, seed: seed)
        run.run(limit: 2)
        run.halfStep()
        guard let step = try? run.maximizationStep() else { continue }
        for block in step.origin.blocks {
          let target = try #require(step.origin.taking(block, from: step.target))
          let curve = BoundCurve(
            of: step, along: block, over: sample.points, start: run.history[0].model)
          let scale = max(1, abs(run.snapshot.objective))
          for place in curve.samples { #expect(place.bound <= place.objective + 1e-11 * scale) }
          let touch = try #require(curve.sample(at: 0))
          #expect(abs(touch.objective - touch.bound) <= 1e-11 * scale)
          let top = try #require(curve.top)
          #expect(curve.samples.allSatisfy { $0.bound <= top.bound + 1e-11 * scale })
          // A gap that opens with the square of the way has no slope at its beginning.
          let h = 1e-3
          if let ahead = gap(step, to: target, at: h), let behind = gap(step, to: target, at: -h) {
            let slope = (ahead - behind) / (2 * h)
            #expect(abs(slope) <= 1e-2 * (ahead + behind) / (h * h) + 1e-7 * scale, "\(block)")
          }
          guard block.isPlace, step.expectation.sums != nil else { continue }
          let heights = try (-2...3).map { place in
            let model = try #require(
              step.origin.interpolated(to: target, at: Double(place)))
            return model.lowerBound(over: sample.points, under: step.expectation)
          }
          let spread = (heights.max() ?? 0) - (heights.min() ?? 0)
          for n in 0..<3 {
            let third = heights[n + 3] - 3 * heights[n + 2] + 3 * heights[n + 1] - heights[n]
            #expect(abs(third) <= 1e-9 * spread + 1e-10 * scale, "\(block)")
          }
        }
      }
    }
  }

  @Test(arguments: [ModelKind.gaussianMixture, .kMeans, .lines, .dial, .studentT])
  func `of a converged run is two curves with one top, which fall by a sensible way`(
    _ kind: ModelKind
  ) throws {
    var run = try Setting(kind: kind, structure: .full)
      .run(over: .oldFaithful, components: 2, seed: 1)
    run.run()
    guard let step = try? run.maximizationStep() else { return }
    let curve = BoundCurve(of: step, over: .oldFaithful, start: run.history[0].model)
    let touch = try #require(curve.sample(at: 0))
    let fall = kind == .kMeans ? 0.019 * abs(touch.bound) : 1.9
    #expect(curve.samples.count > 20)
    for end in [curve.samples.first, curve.samples.last] {
      let end = try #require(end)
      #expect(touch.bound - end.bound >= fall)
    }
    let top = try #require(curve.top)
    #expect(top.bound - touch.bound < 1e-3 * fall)
    #expect(curve.samples.allSatisfy { $0.objective <= touch.objective + 0.05 * fall })
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
