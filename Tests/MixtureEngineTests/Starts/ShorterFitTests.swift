import MixtureEngine
import RealModule
import Testing

/// The rules that end another algorithm.
@Suite struct `Starts from the end of another algorithm` {
  private let points = PointSet.oldFaithful

  private func image(_ map: (Point) -> Point) -> PointSet { PointSet(points.points.map(map)) }

  @Test(arguments: UInt64(1)...10)
  func `whitened k-means moves with the data under every affine map`(seed: UInt64) {
    let rule = StartingRule.whitenedKMeans
    let before = rule.start(over: points, components: 3, seed: seed)
    func map(_ p: Point) -> Point {
      Point(x: 3 * p.x - 0.7 * p.y + 40, y: 0.2 * p.x + 5 * p.y - 9)
    }
    let after = rule.start(over: image(map), components: 3, seed: seed)
    for (a, b) in zip(before.components, after.components) {
      #expect(agree(a.weight, b.weight))
      #expect(agree(map(a.mean).x, b.mean.x) && agree(map(a.mean).y, b.mean.y), "seed \(seed)")
    }
  }

  @Test func `plain k-means does not`() {
    func map(_ p: Point) -> Point { Point(x: 100 * p.x, y: p.y) }
    let rules = [StartingRule.kMeans, .whitenedKMeans]
    let areEqual = rules.map { rule in
      (1...10 as ClosedRange<UInt64>).allSatisfy { seed in
        let a = rule.start(over: points, components: 3, seed: seed)
        let b = rule.start(over: image(map), components: 3, seed: seed)
        return zip(a.components, b.components).allSatisfy { agree($0.weight, $1.weight) }
      }
    }
    #expect(areEqual == [false, true])
  }

  @Test(arguments: UInt64(1)...10)
  func `CEM rests: its labels give its parameters, and these the labels`(seed: UInt64) throws {
    let start = StartingRule.classification.start(over: points, components: 3, seed: seed)
    let labels = start.expectation(over: points, observed: nil).labels
    let next = try start.maximization(
      over: points, responsibilities: Responsibilities(labels: labels, componentCount: 3),
      safeguard: Safeguard(for: points))
    for (a, b) in zip(start.components, next.components) {
      #expect(agree(a.weight, b.weight) && agree(a.mean.x, b.mean.x) && agree(a.mean.y, b.mean.y))
      #expect(agree(a.covariance.xx, b.covariance.xx) && agree(a.covariance.xy, b.covariance.xy))
    }
  }

  @Test(arguments: ModelKind.all)
  func `annealing at β = 1 is EM`(kind: ModelKind) throws {
    guard kind != .kMeans else { return }
    for seed in 1...4 as ClosedRange<UInt64> {
      let points = Sample.threeClouds.points
      var run = try RunRecipe(kind: kind, components: 3, seed: seed).run(over: points)
      let (end, done) = Annealing(powers: [1], iterations: 12).run(
        from: run.model, over: points, safeguard: Safeguard(for: points))
      run.run(limit: 12)
      #expect(done == 12)
      #expect(
        agree(
          end.expectation(over: points, observed: nil).objective, run.snapshot.objective, to: 1e-8),
        "\(kind.name) seed \(seed)")
    }
  }

  /// Σₙ (1/β) log Σₖ p(xₙ, k)^β, which an iteration at β never lowers.
  private func freeEnergy(_ model: any LatentLabelModel, _ power: Double) -> Double {
    points.points.reduce(0) { sum, point in
      let row = (0..<model.componentCount).map { model.logJoint(of: point, label: $0) }
      let greatest = row.max() ?? 0
      let powers = row.map { Double.exp(power * ($0 - greatest)) }.reduce(0, +)
      return sum + greatest + .log(powers) / power
    }
  }

  @Test(arguments: [0.3, 0.7, 0.9])
  func `an iteration at β never lowers the free energy`(power: Double) throws {
    for seed in 1...5 as ClosedRange<UInt64> {
      var model = try RunRecipe(components: 3, seed: seed).run(over: points).model
      var before = freeEnergy(model, power)
      for _ in 0..<15 {
        model =
          Annealing(powers: [power], iterations: 1).run(
            from: model, over: points, safeguard: Safeguard(for: points)
          ).model
        let after = freeEnergy(model, power)
        #expect(after >= before - 1e-9, "seed \(seed)")
        before = after
      }
    }
  }

  @Test func `annealing reaches the best optimum more often than its own starts do`() async throws {
    func best(_ rule: StartingRule) async -> Int {
      let plan = RestartPlan(RunRecipe(components: 3, rule: rule), over: points, count: 40)
      let optima = await plan.run().optima.all
      return optima.first { $0.objective > -1114.5 }?.members.count ?? 0
    }
    let (annealed, plain) = (await best(.annealing), await best(.randomPoints))
    #expect(annealed > plain)
  }
}
