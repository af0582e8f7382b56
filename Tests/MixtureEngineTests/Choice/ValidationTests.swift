import MixtureEngine
import Testing

/// Five folds of Old Faithful, fitted and judged in numpy: see `Golden/folds.py`.
private struct FoldsGolden: Decodable {
  struct Choice: Decodable {
    var components: Int
    var heldOut: [Double]
    var perPoint: Double
  }
  var order: [Int]
  var choices: [Choice]
}

@Suite struct `Judging K by held-out points` {
  @Test func `five folds of Old Faithful agree with numpy`() async throws {
    let golden = try Golden.decode("folds", as: FoldsGolden.self)
    let folds = try PointSplit.folds(5, of: 272)
    for (n, point) in golden.order.enumerated() { #expect(folds[n % 5].heldOut.contains(point)) }
    let choice = try await ChoiceOfK(
      of: RunRecipe(), among: 1...3, over: .oldFaithful, runs: 60, validation: .folds(5))
    for (row, expected) in zip(choice.rows, golden.choices) {
      let found = try #require(row.heldOut)
      #expect(abs(found - expected.perPoint) < 1e-5, "K = \(row.components): \(found)")
    }
    #expect(choice.bestOnHeldOut == 2)
    // An audit had these with folds and starts of its own.
    for (row, other) in zip(choice.rows, [-4.766, -4.202, -4.214]) {
      #expect(abs(try #require(row.heldOut) - other) < 0.04)
    }
  }

  @Test(arguments: UInt64(1)...4)
  func `rounds lead to the rows of as many runs at once`(seed: UInt64) async throws {
    let runs = RestartPlan(RunRecipe(seed: seed), over: .oldFaithful, count: 0)
    var plan = ChoicePlan(runs, among: 1...3, rounds: [2, 5], validation: .folds(3))
    let stepwise = await plan.run()
    plan.rounds = [5]
    let atOnce = await plan.run()
    for (a, b) in zip(stepwise.rows, atOnce.rows) {
      #expect(a.seed == b.seed && a.heldOut == b.heldOut && a.criteria == b.criteria)
      #expect(a.runCount == 5 && b.runCount == 5)
    }
  }

  @Test func `the pieces of an interrupted choice lead to the same rows`() async throws {
    let runs = RestartPlan(RunRecipe(seed: 3), over: .oldFaithful, count: 0)
    let plan = ChoicePlan(runs, among: 2...4, rounds: [2, 4])
    let part = await plan.run(only: [2, 3, 4, 256 + 2])
    #expect(plan.positions(in: part) == [2, 3, 4, 256 + 2] && !plan.isComplete(part))
    let rest = await plan.run(keeping: part)
    let all = await plan.run()
    #expect(plan.isComplete(rest) && plan.progress(of: rest) == (12, 12))
    #expect(rest.rows.map(\.criteria) == all.rows.map(\.criteria))
    var longer = plan
    longer.range = 1...5
    #expect(await longer.run(keeping: rest).rows.map(\.components) == [1, 2, 3, 4, 5])
  }

  @Test(arguments: UInt64(1)...12)
  func `a K is marked just where its best L is below that of a smaller one`(
    seed: UInt64
  ) async throws {
    let choice = try await ChoiceOfK(
      of: RunRecipe(seed: seed), among: 1...6, over: Sample.faithfulThird.points, runs: 1)
    var best = -Double.infinity
    for row in choice.rows {
      guard let objective = row.best?.objective else { continue }
      if row.isNotFoundYet { #expect(objective < best) }
      if objective < best - 0.1 { #expect(row.isNotFoundYet) }
      best = max(best, objective)
    }
  }

  @Test func `k-means is judged by J of held-out points`() async throws {
    let choice = try await ChoiceOfK(
      of: RunRecipe(kind: .kMeans), among: 1...3, over: .oldFaithful, runs: 5,
      validation: .folds(4))
    #expect(choice.rows.allSatisfy { ($0.heldOut ?? -1) > 0 })
    #expect(choice.bestOnHeldOut == 3)
  }

  @Test func `folds that leave too few points are refused`() async throws {
    let points = PointSet(xs: [0, 1, 0, 9, 8, 9], ys: [0, 0.5, 1, 9, 9.5, 8])
    await #expect(throws: InvalidInput.self) {
      try await ChoiceOfK(
        of: RunRecipe(), among: 1...6, over: points, runs: 1, validation: .folds(3))
    }
    await #expect(throws: InvalidInput.self) {
      try await ChoiceOfK(
        of: RunRecipe(), among: 1...2, over: points, runs: 1, validation: .folds(7))
    }
    await #expect(throws: InvalidInput.self) {
      try await ChoiceOfK(
        of: RunRecipe(), among: 1...2, over: points, runs: 1,
        validation: .heldOut(PointSet(xs: [], ys: [])))
    }
  }
}
