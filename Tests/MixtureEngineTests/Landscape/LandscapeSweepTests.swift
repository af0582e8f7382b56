import Testing

@testable import MixtureEngine

/// A grid of heights and arrows.
@Suite struct `The landscape` {
  private static func sweep(_ run: Run, moving k: Int = 0, arrows: [Point] = []) -> LandscapeSweep {
    let (lower, upper) = run.points.bounds
    func middles(_ count: Int, _ from: Double, _ to: Double) -> [Double] {
      (0..<count).map { from + (to - from) * (Double($0) + 0.5) / Double(count) }
    }
    return LandscapeSweep(
      of: run, moving: k, xs: middles(21, lower.x, upper.x), ys: middles(17, lower.y, upper.y),
      arrows: arrows)
  }

  @Test(arguments: Setting.all)
  func `has in every cell the height there, and knows the greatest`(_ setting: Setting) throws {
    var run = try setting.run(over: .oldFaithful, seed: 3)
    run.run(limit: 1)
    let sweep = Self.sweep(run)
    let landscape = sweep.finished()
    guard let slice = MeanSlice(through: run.model, moving: 0, over: run.points) else {
      #expect(!landscape.isComplete)
      #expect(landscape.doneCount == 0)
      return
    }
    #expect(landscape.isComplete)
    var greatest = -Double.infinity
    for row in sweep.ys.indices {
      for column in sweep.xs.indices {
        let height = slice.height(at: Point(x: sweep.xs[column], y: sweep.ys[row]))
        #expect(agree(landscape[GridCell(column: column, row: row)], height, to: 1e-10))
        greatest = max(greatest, height)
      }
    }
    #expect(agree(landscape.greatest?.height, greatest, to: 1e-10))
    let top = try #require(landscape.top)
    #expect(top.height >= greatest - 1e-9)
    #expect(agree(top.height, slice.height(at: top.place), to: 1e-10))
  }

  @Test(arguments: Setting.all)
  func `has arrows to where an iteration of the run leads`(_ setting: Setting) throws {
    for seed in 1...3 as ClosedRange<UInt64> {
      var run = try setting.run(over: .oldFaithful, seed: seed)
      run.run(limit: 1)
      let present = run.model.shapes[0].centre
      let landscape = Self.sweep(run, arrows: [present, Point(x: 3, y: 66)]).finished()
      guard run.model.movingComponent(0) != nil else { continue }
      run.iterate()
      guard case .known(let destination?) = landscape.destinations[0] else {
        Issue.record("no arrow, seed \(seed)")
        continue
      }
      let there = run.model.shapes[0].centre
      #expect(agree(destination.x, there.x) && agree(destination.y, there.y), "seed \(seed)")
    }
  }

  @Test func `is the same in one go and in the background, and goes on from what is known`()
    async throws
  {
    var run = try Setting(kind: .gaussianMixture, structure: .full).run(over: .oldFaithful, seed: 3)
    run.run(limit: 1)
    let sweep = Self.sweep(run, arrows: [Point(x: 2, y: 50)])
    let whole = sweep.finished()
    let cancelled = Task { () async -> Landscape in
      withUnsafeCurrentTask { $0?.cancel() }
      return await sweep.run()
    }
    let nothing = await cancelled.value
    #expect(nothing.doneCount == 0 && !nothing.isComplete)
    for landscape in [await sweep.run(), await sweep.run(keeping: nothing)] {
      #expect(landscape.isComplete)
      #expect(landscape.destinations == whole.destinations)
      for row in sweep.ys.indices {
        for column in sweep.xs.indices {
          let cell = GridCell(column: column, row: row)
          #expect(landscape[cell] == whole[cell])
        }
      }
    }
  }

  @Test func `comes coarse to fine`() async throws {
    let points = GaussianPassTests.cloud(30_000, seed: 3).points
    let run = try Setting(kind: .gaussianMixture, structure: .full).run(over: points, seed: 3)
    var counts: [Int] = []
    var coarse: Landscape?
    let whole = await Self.sweep(run).run {
      counts.append($0.doneCount)
      if coarse == nil { coarse = $0 }
    }
    #expect(counts.count > 2)
    #expect(counts == counts.sorted())
    let first = try #require(coarse)
    // What is not done yet has the height of a coarser cell.
    let cell = GridCell(column: 3, row: 3)
    #expect(first[cell] == nil)
    let coarser = [2, 4, 8, 16].map { whole[cell.corner(step: $0)] }
    #expect(coarser.contains(first.nearest(to: cell)))
  }
}
