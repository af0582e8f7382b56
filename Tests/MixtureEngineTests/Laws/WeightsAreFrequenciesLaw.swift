import MixtureEngine
import Testing

/// A point of weight w counts as w points, whatever is made of it.
@Suite struct `Law: weights are frequencies` {
  /// The steps that a law looks at.
  private let halfSteps = 13

  /// Runs from one start over points with weights and over the points repeated.
  private func runs(
    _ setting: Setting, over data: Weighted, seed: UInt64, labels: [Int?]? = nil
  ) throws -> (once: Run, repeated: Run) {
    let start = StartingRule.randomPoints.start(over: data.repeated, components: 3, seed: seed)
    func run(_ points: PointSet, _ labels: [Int?]?) throws -> Run {
      let observed = try labels.map {
        try ObservedLabels(validating: $0, pointCount: points.count, componentCount: 3)
      }
      return Run(
        of: try setting.kind.model(
          from: start.with(structure: setting.structure), over: points, observed: observed),
        over: points, observed: observed, stopping: StoppingRule(tolerance: 0))
    }
    return (try run(data.once, labels), try run(data.repeated, labels.map(data.repeated)))
  }

  /// Everything that a state is worth, in one list.
  private func numbers(_ run: Run) throws -> [Double?] {
    let snapshot = run.snapshot
    let criteria = InformationCriteria(of: run.model, over: run.points, observed: run.observed)
    let ledger = try #require(Ledger(of: run.past, latest: 1).entries.last)
    var numbers = [
      snapshot.objective, snapshot.bound, snapshot.gap, run.posterior?.entropy,
      ledger.objectiveGain, ledger.boundGain, ledger.gapChange, criteria?.bic, criteria?.aic,
      criteria?.icl, MissingData(of: run, components: nil)?.expected,
    ]
    for shape in run.model.shapes {
      numbers += [shape.weight, shape.centre.x, shape.centre.y]
      switch shape.outline {
      case .ellipse(let covariance): numbers += [covariance.xx, covariance.xy, covariance.yy]
      case .line(let intercept, let slope, let deviation):
        numbers += [intercept, slope, deviation]
      case .none, .everywhere: break
      }
    }
    if let q = run.posterior?.responsibilities(over: run.points) {
      numbers += [
        run.model.lowerBound(over: run.points, under: q),
        run.model.divergence(of: q, over: run.points, observed: run.observed),
      ]
    }
    for update in try run.maximizationStep().updates {
      numbers.append(update.mass)
      // Of the noise no sum is kept where the fused pass has made them.
      guard update.before.outline != .everywhere else { continue }
      numbers += [update.weightedSum?.x, update.weightedSum?.y]
    }
    return numbers
  }

  private func expectEqual(_ runs: (once: Run, repeated: Run), _ claim: Comment) throws {
    var (once, repeated) = runs
    for _ in 0..<halfSteps {
      let (a, b) = (try numbers(once), try numbers(repeated))
      #expect(a.count == b.count)
      for (a, b) in zip(a, b) { #expect(agree(a, b, to: 1e-7), claim) }
      guard once.halfStep() else { break }
      repeated.halfStep()
    }
  }

  @Test(arguments: Setting.all, Sample.ordinary)
  func `whole weights do what repeating the points does, at every half-step`(
    setting: Setting, sample: Sample
  ) throws {
    for seed in 0..<4 as Range<UInt64> {
      let data = Weighted(sample.points, seed: seed + 70)
      try expectEqual(
        runs(setting, over: data, seed: seed), "\(sample.name) seed \(seed)")
    }
  }

  @Test(arguments: Setting.all)
  func `and so they do where some labels are observed`(setting: Setting) throws {
    for seed in 0..<4 as Range<UInt64> {
      let data = Weighted(Sample.threeClouds.points, seed: seed + 80)
      var generator = SeededGenerator(seed: seed)
      let labels = (0..<data.once.count).map { n in
        generator.unit() < 0.3 ? n < 40 ? 0 : n < 70 ? 1 : 2 : nil
      }
      try expectEqual(
        runs(setting, over: data, seed: seed, labels: labels), "seed \(seed)")
    }
  }

  @Test(arguments: Setting.all)
  func `weights in another unit scale L, F and KL and leave θ alone`(setting: Setting) throws {
    for (seed, unit) in [(1, 0.37), (2, 1e-6), (3, 1e40)] as [(UInt64, Double)] {
      let points = Sample.threeClouds.points.withFractions(seed: seed)
      let scaled = PointSet(
        xs: points.xs, ys: points.ys, weights: points.weights.map { $0.map { unit * $0 } })
      var a = try setting.run(over: points, rule: .principalAxis, seed: seed)
      var b = try setting.run(over: scaled, rule: .principalAxis, seed: seed)
      for _ in 0..<halfSteps {
        let claim: Comment = "unit \(unit), iteration \(a.snapshot.iteration)"
        #expect(agree(a.snapshot.objective, b.snapshot.objective / unit), claim)
        #expect(agree(a.snapshot.bound, b.snapshot.bound.map { $0 / unit }), claim)
        for (p, q) in zip(a.model.shapes, b.model.shapes) {
          #expect(agree(p.weight, q.weight) && agree(p.centre.x, q.centre.x), claim)
          #expect(agree(p.centre.y, q.centre.y), claim)
        }
        a.halfStep()
        b.halfStep()
      }
    }
  }

  @Test(arguments: Setting.all)
  func `under fractions too no step goes down, and F is below L by KL`(setting: Setting) throws {
    for seed in 0..<5 as Range<UInt64> {
      let points = Sample.nested.points.withFractions(seed: seed)
      var run = try setting.run(over: points, seed: seed)
      run.run(limit: 12)
      for (a, b) in zip(run.history, run.history.dropFirst()) {
        let rounding = 1e-12 * abs(a.objective)
        #expect(b.objective >= a.objective - rounding, "L, seed \(seed)")
        if let before = a.bound, let after = b.bound { #expect(after >= before - rounding) }
      }
      run.iterate()
      guard run.model.criterion == .logLikelihood, run.snapshot.next == .expectation else {
        continue
      }
      let q = try #require(run.posterior).responsibilities(over: points)
      let gap = run.model.divergence(of: q, over: points)
      #expect(agree(run.snapshot.bound.map { $0 + gap }, run.snapshot.objective), "seed \(seed)")
    }
  }

  @Test(arguments: Setting.all)
  func `weights of one are none, to the last bit`(setting: Setting) throws {
    let points = Sample.threeClouds.points
    let counted = PointSet(
      xs: points.xs, ys: points.ys, weights: points.xs.map { _ in 1 })
    #expect(counted == points)
    for rule in StartingRule.all {
      var a = try setting.run(over: points, rule: rule, seed: 5)
      var b = try setting.run(over: counted, rule: rule, seed: 5)
      a.run(limit: 6)
      b.run(limit: 6)
      #expect(a.snapshot.objective == b.snapshot.objective, "\(rule.name)")
      #expect(a.model.shapes == b.model.shapes, "\(rule.name)")
    }
  }

  @Test func `a run ends where it ends over the points repeated`() throws {
    for seed in 0..<10 as Range<UInt64> {
      let data = Weighted(Sample.threeClouds.points, seed: seed)
      let start = StartingRule.kMeans.start(over: data.repeated, components: 3, seed: seed)
      let recipe = RunRecipe(components: 3, givenStart: start)
      let once = try #require(recipe.outcome(over: data.once))
      let repeated = try #require(recipe.outcome(over: data.repeated))
      #expect(once.status == .converged && repeated.status == .converged)
      #expect(abs(once.iterations - repeated.iterations) <= 1)
      // The tolerance is a gain for each point, however the points are told.
      let both = Optima(grouping: [once, repeated], over: data.once)
      #expect(both.all.count == 1)
    }
  }
}
