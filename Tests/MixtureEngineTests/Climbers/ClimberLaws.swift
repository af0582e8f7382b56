import MixtureEngine
import Testing

@testable import MixtureEngine

/// What every algorithm keeps, whatever the data, model and seed.
@Suite struct `Climbers keep their laws` {
  /// A run of a kind of model by an algorithm.
  private static func run(
    _ climber: Climber, _ kind: ModelKind = .gaussianMixture,
    _ structure: CovarianceStructure = .full, k: Int = 3, seed: UInt64, over points: PointSet,
    floor: Double? = nil, tolerance: Double = 1e-10
  ) throws -> Run {
    var recipe = RunRecipe(
      kind: kind, structure: structure, components: k, seed: seed,
      stopping: StoppingRule(tolerance: tolerance, iterationLimit: 400), varianceFloor: floor)
    recipe.algorithm = climber
    return try recipe.run(over: points)
  }

  private static let others = Climber.all.filter { $0 != .em }
  private static let towardEM = others.filter(\.restsWithEM)
  private static let soft: [ModelKind] = [.gaussianMixture, .dial, .studentT, .noise, .lines]

  @Test(arguments: others, Sample.ordinary)
  func `numbers stay numbers, steps back are steps back, and equal seeds give equal runs`(
    climber: Climber, sample: Sample
  ) throws {
    for kind in Self.soft where kind.takes(climber) {
      for seed in UInt64(1)...2 {
        var run = try Self.run(climber, kind, seed: seed, over: sample.points)
        run.run(limit: 100)
        for state in run.history {
          #expect(state.objective.isFinite)
          #expect(state.model.shapes.allSatisfy { $0.weight >= 0 && $0.centre.isFinite })
          let sum = state.model.shapes.reduce(0) { $0 + $1.weight }
          #expect(abs(sum - 1) < 1e-9)
        }
        var again = try Self.run(climber, kind, seed: seed, over: sample.points)
        again.run(limit: 5)
        for _ in 0..<3 { again.iterateBack() }
        again.rest()
        while again.cursor + 1 < again.history.count { again.halfStep() }
        again.run(limit: 100)
        let common = min(again.history.count, run.history.count)
        #expect(
          again.history.prefix(common).map(\.objective)
            == run.history.prefix(common).map(\.objective))
      }
    }
  }

  @Test(arguments: [Climber.squarem, .gradient], Sample.ordinary)
  func `neither SQUAREM nor gradient ascent lowers L`(climber: Climber, sample: Sample) throws {
    for structure in CovarianceStructure.named.map(\.structure) {
      for seed in UInt64(1)...2 {
        var run = try Self.run(climber, structure: structure, seed: seed, sample)
        run.run()
        for (a, b) in zip(run.objectives, run.objectives.dropFirst()) {
          #expect(b >= a - 1e-11 * abs(a))
        }
      }
    }
  }

  private static func run(
    _ climber: Climber, structure: CovarianceStructure, seed: UInt64, _ sample: Sample
  ) throws -> Run {
    try run(climber, .gaussianMixture, structure, seed: seed, over: sample.points)
  }

  @Test(arguments: Sample.ordinary)
  func `no sweep of incremental EM lowers F`(sample: Sample) throws {
    for kind in [ModelKind.gaussianMixture, .noise, .lines] {
      for seed in UInt64(1)...4 {
        let start = try Self.run(.incremental, kind, seed: seed, over: sample.points).model
        let model = try #require(start as? any UnconstrainedModel)
        try follow(model, over: sample.points)
      }
    }
  }

  private func follow<Model: UnconstrainedModel>(
    _ start: Model, over points: PointSet
  ) throws {
    var climb = IncrementalClimb()
    var ground = ClimbingGround(
      points: points, observed: nil, safeguard: Safeguard(for: points))
    var place = ground.seen(start)
    var last = -Double.infinity
    for _ in 0..<30 {
      guard let next = try? climb.step(from: place, on: &ground) else { return }
      place = next
      let bound = climb.bound(at: place.model)
      #expect(bound >= last - 1e-10 * abs(bound))
      #expect(bound <= place.objective + 1e-9 * abs(bound))
      last = bound
    }
    #expect(ground.passes == 30)
  }

  @Test(arguments: Sample.ordinary)
  func `CEM never lowers the complete-data likelihood, and rests where no label changes`(
    sample: Sample
  ) throws {
    for kind in Self.soft {
      for seed in UInt64(1)...5 {
        var run = try Self.run(.classification, kind, seed: seed, over: sample.points)
        var last = -Double.infinity
        var labels: [UInt8] = []
        while run.snapshot.status == .running {
          labels = run.evaluation.labels
          let complete = sample.points.points.indices.reduce(0.0) {
            $0 + run.model.logJoint(of: sample.points[$1], label: Int(labels[$1]))
          }
          #expect(complete >= last - 1e-10 * abs(complete))
          last = complete
          run.iterate()
        }
        if run.snapshot.status == .converged { #expect(run.evaluation.labels == labels) }
      }
    }
  }

  @Test(arguments: towardEM, Sample.ordinary)
  func `where they end EM gains no more than the tolerance`(
    climber: Climber, sample: Sample
  ) throws {
    var converged = 0
    // Gradient ascent may need all its iterations over as few points.
    defer { #expect(converged > 0 || climber == .gradient, "some runs should come to an end") }
    for kind in Self.soft where kind.takes(climber) {
      for seed in UInt64(1)...4 {
        var run = try Self.run(climber, kind, seed: seed, over: sample.points, tolerance: 1e-8)
        guard run.run() == .converged else { continue }
        converged += 1
        let least = 1e-8 * sample.points.totalWeight
        var after = Run(of: run.model, over: sample.points)
        after.iterate()
        // EM gains what its bound promises, and the gap that its step opens.
        let gain = after.snapshot.objective - run.snapshot.objective
        #expect(gain <= 16 * least, "\(kind.name) seed \(seed)")
        #expect(gain >= -1e-13 * abs(run.snapshot.objective))
      }
    }
  }

  @Test(arguments: towardEM)
  func `a place where EM rests is one where they rest`(climber: Climber) throws {
    for seed in UInt64(1)...4 {
      let end = try Self.run(.em, seed: seed, over: .oldFaithful)
      let rest = try #require(
        Certificate(
          of: {
            var run = end; run.run(); return run
          }())?.point)
      var run = Run(of: rest, over: .oldFaithful, algorithm: climber)
      for _ in 0..<5 { run.iterate() }
      for (a, b) in zip(rest.shapes, run.model.shapes) {
        #expect(abs(a.weight - b.weight) < 1e-6)
        #expect(a.centre.squaredDistance(to: b.centre) < 1e-9)
      }
    }
  }

  @Test(arguments: others)
  func `a floor stays a floor, and what has no floor collapses as under EM`(
    climber: Climber
  ) throws {
    let points = PointSet.oldFaithful
    var recipe = RunRecipe(components: 3, rule: .outlier, seed: 1)
    recipe.algorithm = climber
    let floor = points.suggestedVarianceFloor
    recipe.varianceFloor = floor
    var run = try recipe.run(over: points)
    run.run(limit: 200)
    try #require(run.history.count > 3)
    for state in run.history.dropFirst(3) {
      for shape in state.model.shapes {
        guard case .ellipse(let covariance) = shape.outline else { continue }
        #expect(covariance.axes.minor >= floor * (1 - 1e-6))
      }
    }
    let pair = PointSet(xs: [0, 1, 0, 1, 9], ys: [0, 0, 1, 1, 9])
    let start = GaussianMixture.start(
      means: [Point(x: 0.5, y: 0.5), Point(x: 9, y: 9)], over: pair)
    var alone = Run(of: start, over: pair, algorithm: climber)
    alone.run(limit: 2_000)
    guard case .collapsed(let collapse) = alone.snapshot.status else {
      Issue.record("\(climber.name) ended \(alone.snapshot.status)")
      return
    }
    #expect(collapse.component == 1)
  }

  @Test(arguments: others)
  func `restarts under them are their runs, one by one`(climber: Climber) async throws {
    var recipe = RunRecipe(components: 3, seed: 1)
    recipe.algorithm = climber
    recipe.stopping.iterationLimit = 60
    let plan = RestartPlan(recipe, over: .oldFaithful, count: 6)
    let starts = try (0..<6).map { position in
      var recipe = recipe
      recipe.seed = UInt64(1 + position)
      return try recipe.run(over: .oldFaithful)
    }
    let outcomes = await ManyRuns(under: RunTerms(of: recipe, over: plan.points)).outcomes(
      from: starts.map(\.model))
    for (start, outcome) in zip(starts, outcomes) {
      var run = start
      run.run()
      #expect(outcome?.objective == run.snapshot.objective)
      #expect(outcome?.iterations == run.snapshot.iteration)
      #expect(outcome?.status == run.snapshot.status)
    }
  }

  @Test func `points with weights and known labels are climbed too`() throws {
    let points = PointSet.oldFaithful
    let weighted = PointSet(
      xs: points.xs, ys: points.ys, weights: points.xs.indices.map { 0.5 + Double($0 % 3) })
    let labels = ObservedLabels(
      points.xs.indices.map { $0.isMultiple(of: 5) ? (points.xs[$0] < 3 ? 0 : 1) : nil })
    for climber in Self.others {
      var recipe = RunRecipe(components: 2)
      recipe.observe(labels)
      recipe.algorithm = climber
      recipe.stopping.iterationLimit = 3_000
      var run = try recipe.run(over: weighted)
      #expect(run.run() == .converged)
      recipe.algorithm = .em
      var other = try recipe.run(over: weighted)
      other.run()
      if climber.restsWithEM {
        #expect(abs(run.snapshot.objective - other.snapshot.objective) < 1e-5)
      }
    }
  }

  @Test func `models that leave no choice climb by EM, and are refused by name`() throws {
    var recipe = RunRecipe(kind: .kMeans, components: 3)
    recipe.algorithm = .squarem
    #expect(recipe.climber == .em)
    #expect(try recipe.run(over: .oldFaithful).algorithm == .em)
    #expect(throws: InvalidInput.self) { try Run(recipe, over: .oldFaithful) }
    recipe.kind = .studentT
    #expect(recipe.climber == .squarem)
    recipe.algorithm = .gradient
    #expect(recipe.climber == .em)
  }
}
