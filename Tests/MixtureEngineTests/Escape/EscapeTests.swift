import MixtureEngine
import Testing

/// The way out of a poor optimum.
@Suite struct `Split and merge` {
  @Test(arguments: 1...6)
  func `tries every pair with every third`(k: Int) {
    let moves = SplitMergeMove.all(components: k)
    #expect(moves.count == k * (k - 1) * (k - 2) / 2)
    #expect(Set(moves).count == moves.count)
    #expect(
      moves.allSatisfy { $0.first < $0.second && $0.split != $0.first && $0.split != $0.second })
  }

  @Test(arguments: UInt64(1)...10)
  func `keeps the moments of what it merges and splits`(seed: UInt64) throws {
    let start = StartingRule.kMeans.start(over: .oldFaithful, components: 4, seed: seed)
    let plan = EscapePlan(from: Run(of: start, over: .oldFaithful))
    for move in plan.moves {
      let moved = try #require(try plan.start(of: move) as? GaussianMixture)
      let (before, after) = (moments(start), moments(moved))
      for (a, b) in zip(before, after) { #expect(agree(a, b)) }
      for k in 0..<4 where ![move.first, move.second, move.split].contains(k) {
        #expect(moved.components[k] == start.components[k])
      }
    }
  }

  /// Weight, mean and second moments of a whole mixture.
  private func moments(_ mixture: GaussianMixture) -> [Double] {
    mixture.components.reduce([0, 0, 0, 0, 0, 0]) { sum, component in
      let (w, m, c) = (component.weight, component.mean, component.covariance)
      return zip(
        sum,
        [
          w, w * m.x, w * m.y, w * (c.xx + m.x * m.x), w * (c.xy + m.x * m.y),
          w * (c.yy + m.y * m.y),
        ]
      ).map { $0 + $1 }
    }
  }

  @Test func `says which component covers two groups`() async throws {
    // Three clouds, with one component between two of them and two on the third.
    let points = Sample.threeClouds.points
    let start = try GaussianMixture(
      weights: [0.4, 0.3, 0.3],
      means: [Point(x: 3.5, y: 3.5), Point(x: -0.5, y: 0), Point(x: 0.5, y: 0)],
      covariances: [.isotropic(9), .isotropic(1), .isotropic(1)])
    let escapes = await EscapePlan(from: Run(of: start, over: points)).run()
    #expect(escapes.reason?.covering == 0)
    #expect(escapes.reason?.sharing == [1, 2])
    #expect(escapes.reason?.areGroups == true)
    #expect(escapes.isComplete)
    let gains = escapes.attempts.filter { !$0.isCollapsed }.map(\.gain)
    #expect(gains == gains.sorted(by: >))
    let again = await EscapePlan(from: Run(of: start, over: points)).run()
    #expect(again.attempts.map(\.move) == escapes.attempts.map(\.move))
    #expect(again.attempts.map(\.objective) == escapes.attempts.map(\.objective))
  }

  @Test(arguments: ModelKind.all)
  func `goes on under the model at hand`(kind: ModelKind) async throws {
    var run = try RunRecipe(kind: kind, components: 3, seed: 1).run(over: .oldFaithful)
    run.run()
    let escapes = await EscapePlan(from: run).run()
    #expect(escapes.attempts.count == 3)
    for attempt in escapes.attempts {
      #expect(type(of: attempt.model) == type(of: run.model))
      #expect(attempt.model.componentCount == run.model.componentCount)
    }
  }

  @Test func `keeps what is done when it is cancelled, and goes on from there`() async throws {
    var run = try RunRecipe(components: 5, seed: 1).run(over: .oldFaithful)
    run.run(limit: 20)
    let plan = EscapePlan(from: run)
    let task = Task {
      await plan.run { done in
        if done.attempts.count >= 3 { withUnsafeCurrentTask { $0?.cancel() } }
      }
    }
    let some = await task.value
    #expect(some.attempts.count >= 3)
    #expect(!some.isComplete)
    let all = await plan.run(keeping: some)
    let whole = await plan.run()
    #expect(all.isComplete)
    #expect(all.attempts.map(\.objective) == whole.attempts.map(\.objective))
  }
}
