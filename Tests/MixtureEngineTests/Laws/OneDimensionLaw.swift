import MixtureEngine
import Testing

@Suite struct `Law: points on a line have models of one dimension` {
  /// Every kind with every structure that points on a line can have.
  static let settings = ModelKind.all(over: Line.points(seed: 1)).flatMap { kind in
    (kind.structures.isEmpty ? [.full] : kind.structures(over: Line.points(seed: 1))).map {
      Setting(kind: kind, structure: $0)
    }
  }

  @Test(arguments: settings)
  func `L never falls, F lies below it, and means stay on the line`(setting: Setting) throws {
    for seed in 0..<10 as Range<UInt64> {
      let points = Line.points(seed: seed)
      var run = try setting.run(over: points, seed: seed)
      var before = run.snapshot.objective
      for _ in 0..<12 where run.snapshot.status == .running {
        for _ in 0..<2 {
          run.halfStep()
          let after = run.snapshot
          let scale = max(1, abs(after.objective))
          if let bound = after.bound {
            #expect(bound <= after.objective + 1e-12 * scale, "seed \(seed)")
          }
          #expect(after.objective >= before - 1e-12 * scale, "seed \(seed)")
          before = after.objective
        }
        for shape in run.model.shapes where shape.outline != .everywhere {
          #expect(shape.centre.y == 0, "seed \(seed)")
          if case .ellipse(let covariance) = shape.outline {
            #expect(covariance.isUnivariate, "seed \(seed)")
          }
        }
      }
    }
  }

  @Test(arguments: [ModelKind.gaussianMixture, .studentT, .noise])
  func `a density over the line sums to one`(kind: ModelKind) throws {
    let points = Line.points(seed: 3)
    let run = try Setting(kind: kind, structure: .full).run(over: points, seed: 2)
    let (low, high, steps) = (-400.0, 400.0, 20_000)
    let width = (high - low) / Double(steps)
    let sum = (0..<steps).reduce(0) {
      let x = low + (Double($1) + 0.5) * width
      return $0 + width * .exp(run.model.logDensity(at: Point(x: x, y: 0)))
    }
    #expect(abs(sum - 1) < 1e-4, "\(kind.name): \(sum)")
  }

  @Test(arguments: settings)
  func `what goes on from another start is of one dimension, too`(setting: Setting) throws {
    let points = Line.points(seed: 4)
    let model = try setting.run(over: points, seed: 4).model
    let start = StartingRule.principalAxis.start(over: points, components: 3, seed: 1)
      .with(structure: model.covarianceStructure)
    let restarted = try model.restarted(from: start, over: points, observed: nil)
    let begun = try setting.kind.model(
      from: start.with(structure: setting.structure), over: points, observed: nil)
    #expect(restarted.freeParameterCount == model.freeParameterCount, "\(setting)")
    guard setting.kind == .studentT else { return }
    #expect(restarted.logDensity(at: points[0]) == begun.logDensity(at: points[0]))
  }

  @Test(arguments: settings)
  func `the density of a mean that moves is the model's own`(setting: Setting) throws {
    let points = Line.points(seed: 5)
    let model = try setting.run(over: points, seed: 5).model
    for k in 0..<model.componentCount {
      guard let moving = model.movingComponent(k) else { continue }
      for n in 0..<points.count {
        let (own, moved) = (
          model.logJoint(of: points[n], label: k),
          moving.logJoint(of: points[n], meanAt: model.shapes[k].centre)
        )
        #expect(abs(own - moved) <= 1e-12 * (1 + abs(own)), "\(setting) \(k)")
      }
    }
  }

  @Test func `one component is the mean and the variance, and L is in closed form`() throws {
    for seed in 0..<8 as Range<UInt64> {
      let points = Line.points(seed: seed)
      let fit = try GaussianMixture.fit(points, components: 1, starts: 1, seed: seed)
      let (n, variance) = (Double(points.count), points.covariance.xx)
      let component = fit.model.components[0]
      #expect(abs(component.mean.x - points.mean.x) < 1e-12)
      #expect(abs(component.covariance.xx - variance) < 1e-12 * variance)
      let closed = -n / 2 * (.log(2 * .pi * variance) + 1)
      #expect(abs(fit.objective - closed) < 1e-10 * abs(closed), "seed \(seed)")
      #expect(fit.model.freeParameterCount == 2)
    }
  }

  @Test(arguments: [(1e-140, 0.0), (1e140, 0.0), (3.5, 1e6), (1e-3, -7)])
  func `other units change L by a constant and nothing else`(
    scale: Double, offset: Double
  ) throws {
    for seed in 0..<4 as Range<UInt64> {
      let points = Line.points(seed: seed)
      let moved = PointSet(
        xs: points.xs.map { $0 * scale + offset }, ys: points.ys, dimension: 1)
      let recipe = RunRecipe(
        components: 2, rule: .randomPoints, seed: seed,
        stopping: StoppingRule(tolerance: 0, iterationLimit: 15))
      var (plain, other) = (try recipe.run(over: points), try recipe.run(over: moved))
      plain.run()
      other.run()
      let expected = plain.snapshot.objective - Double(points.count) * .log(scale)
      #expect(
        abs(other.snapshot.objective - expected) < 1e-7 * abs(expected), "seed \(seed)")
      for (a, b) in zip(plain.model.shapes, other.model.shapes) {
        #expect(abs(a.weight - b.weight) < 1e-6, "seed \(seed)")
        let place = a.centre.x * scale + offset
        #expect(abs(b.centre.x - place) < 1e-6 * max(scale, abs(place)), "seed \(seed)")
      }
    }
  }

  @Test(arguments: StartingRule.all)
  func `every starting rule has a start on the line`(rule: StartingRule) throws {
    for seed in 0..<3 as Range<UInt64> {
      let points = Line.points(seed: seed)
      let start = RunRecipe(components: 3, rule: rule, seed: seed).start(over: points)
      #expect(start.isUnivariate, "\(rule.name) seed \(seed)")
    }
  }

  @Test(arguments: Climber.all.filter { $0.name != "cem" })
  func `every algorithm that climbs L comes to EM's end on the line`(climber: Climber) throws {
    var recipe = RunRecipe(components: 2, rule: .kMeans, seed: 4)
    recipe.algorithm = climber
    var run = try recipe.run(over: Line.points(seed: 2))
    let first = run.snapshot.objective
    run.run()
    var plain = try RunRecipe(components: 2, rule: .kMeans, seed: 4).run(over: Line.points(seed: 2))
    plain.run()
    #expect(run.snapshot.objective > first)
    #expect(abs(run.snapshot.objective - plain.snapshot.objective) < 1e-3, "\(climber.name)")
    #expect(run.model.shapes.allSatisfy { $0.centre.y == 0 }, "\(climber.name)")
  }

  @Test func `what cannot be on a line is refused`() {
    #expect(throws: InvalidInput.self) {
      try LineMixture.fit(Line.points(seed: 1), components: 2)
    }
    #expect(throws: InvalidInput.self) {
      try CoinMixture.fit(Line.points(seed: 1), components: 2)
    }
    #expect(throws: InvalidInput.self) { try PointSet(validating: [1, 2.5]).heads(outOf: 10) }
    #expect(throws: InvalidInput.self) { try PointSet(validating: [1, 11]).heads(outOf: 10) }
    #expect(throws: InvalidInput.self) { try PointSet(validating: [1], [2]).heads(outOf: 10) }
    #expect(throws: InvalidInput.self) { try PointSet(validating: [.nan]) }
  }

  @Test func `points of little or nothing have runs that end`() throws {
    for xs in [[2.0], [2, 2, 2], [0, 0], [1, 2], [-1e151, 1e151], [1e-150, 2e-150]] {
      let points = try PointSet(validating: xs)
      for kind in ModelKind.all(over: points) {
        for components in 1...min(2, xs.count) {
          guard
            var run = try? RunRecipe(kind: kind, components: components).run(over: points)
          else { continue }
          run.run()
          #expect(run.snapshot.status != .running, "\(kind.name) \(xs)")
        }
      }
    }
  }
}
