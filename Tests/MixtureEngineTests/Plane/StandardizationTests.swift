import MixtureEngine
import RealModule
import Testing

@Suite struct `Standardised points` {
  private struct Lab: Decodable {
    struct Run: Decodable {
      var rows: [Int]
      var inertia: Double
      var centres: [[Double]]
      var labels: [UInt8]
      var rawInertia: Double
      var rawLabels: [UInt8]
    }
    var shift: [Double]
    var scale: [Double]
    var runs: [Run]
  }

  @Test func `give k-means the inertia and the labels of scikit-learn over z-scores`() throws {
    let lab = try Golden.decode("standardized", as: Lab.self)
    let points = PointSet.oldFaithful
    let z = Standardization(of: points)
    #expect(Golden.difference(z.shift.x, lab.shift[0]) < 1e-13)
    #expect(Golden.difference(z.shift.y, lab.shift[1]) < 1e-13)
    #expect(Golden.difference(z.scale.x, lab.scale[0]) < 1e-13)
    #expect(Golden.difference(z.scale.y, lab.scale[1]) < 1e-13)
    for golden in lab.runs {
      let start = GaussianMixture.start(means: golden.rows.map { points[$0] }, over: points)
      var recipe = RunRecipe(kind: .kMeans, givenStart: start)
      for isStandardized in [true, false] {
        recipe.isStandardized = isStandardized
        var run = try Run(recipe, over: points)
        run.run()
        let inertia = isStandardized ? golden.inertia : golden.rawInertia
        #expect(abs(-run.snapshot.objective - inertia) < 1e-12 * inertia, "\(golden.rows)")
        let labels = run.model.expectation(over: run.points, observed: nil).labels
        #expect(labels == (isStandardized ? golden.labels : golden.rawLabels), "\(golden.rows)")
        guard isStandardized else { continue }
        for (shape, centre) in zip(run.model.shapes, golden.centres) {
          #expect(Golden.difference(shape.centre.x, centre[0]) < 1e-12)
          #expect(Golden.difference(shape.centre.y, centre[1]) < 1e-12)
        }
      }
    }
  }

  @Test func `that do not vary along an axis keep its unit`() {
    let flat = Standardization(of: PointSet(xs: [1, 2, 3], ys: [7, 7, 7]))
    #expect(flat.scale.y == 1 && flat.shift == Point(x: 2, y: 7))
    let none = Standardization(of: PointSet(xs: [], ys: []))
    #expect(none.scale == Point(x: 1, y: 1))
  }
}

/// What goes by distance does over standardised points what it does over their z-scores; what doesn't
/// never asks.
@Suite struct `Law: lengths in standard deviations` {
  /// Points of very different units, and their z-scores.
  private func pair(_ seed: UInt64, weighted: Bool = false) -> (data: PointSet, scores: PointSet) {
    let sample = Sample.clouds(
      [
        (25, Point(x: 0, y: 40), Covariance2(xx: 1, xy: 20, yy: 900)),
        (20, Point(x: 5, y: 180), Covariance2(xx: 0.5, xy: 0, yy: 1600)),
        (15, Point(x: 2, y: -70), Covariance2(xx: 2, xy: -15, yy: 400)),
      ], seed: seed, name: "")
    let data = weighted ? sample.points.withFractions(seed: seed) : sample.points
    let z = Standardization(of: data)
    let scores = data.points.map(z.place)
    return (data, PointSet(xs: scores.map(\.x), ys: scores.map(\.y), weights: data.weights))
  }

  private func recipe(_ setting: Setting, _ rule: StartingRule, seed: UInt64) -> RunRecipe {
    RunRecipe(
      kind: setting.kind, structure: setting.structure, components: 3, rule: rule, seed: seed,
      stopping: StoppingRule(iterationLimit: 15))
  }

  /// Means and ellipses, in z-scores.
  private func expectAlike(
    _ data: Run, _ scores: Run, _ z: Standardization, _ comment: Comment, to tolerance: Double
  ) {
    #expect(data.snapshot.iteration == scores.snapshot.iteration, comment)
    expectAlikeObjective(data, scores, z, comment, to: tolerance)
    for (a, b) in zip(data.model.shapes, scores.model.shapes) {
      let place = z.place(of: a.centre)
      #expect(abs(a.weight - b.weight) < tolerance, comment)
      #expect(place.squaredDistance(to: b.centre) < tolerance * tolerance, comment)
      guard case .ellipse(let own) = a.outline, case .ellipse(let other) = b.outline else {
        continue
      }
      let covariance = z.standardized(own)
      #expect(abs(covariance.xx - other.xx) < tolerance * other.xx, comment)
      #expect(abs(covariance.yy - other.yy) < tolerance * other.yy, comment)
      #expect(abs(covariance.xy - other.xy) < tolerance * other.trace, comment)
    }
  }

  private func expectAlikeObjective(
    _ data: Run, _ scores: Run, _ z: Standardization, _ comment: Comment, to tolerance: Double
  ) {
    // L of the data has the Jacobian of the map; J is that of the z-scores.
    let jacobian =
      data.model.criterion == .distortion
      ? 0 : data.points.totalWeight * (Double.log(z.scale.x) + .log(z.scale.y))
    let expected = scores.snapshot.objective - jacobian
    #expect(abs(data.snapshot.objective - expected) < tolerance * abs(expected), comment)
  }

  private func hasCollapsed(_ run: Run) -> Bool {
    if case .collapsed = run.snapshot.status { true } else { false }
  }

  private static let settings = Setting.all.filter { $0.kind != .lines && $0.kind != .studentT }

  @Test(arguments: settings, [false, true])
  func `every run is that over the z-scores, brought to the units of the data`(
    setting: Setting, weighted: Bool
  ) throws {
    for seed in 1...4 as ClosedRange<UInt64> {
      let (data, scores) = pair(seed, weighted: weighted)
      for rule in StartingRule.all {
        var recipe = recipe(setting, rule, seed: seed)
        var plain = try Run(recipe, over: scores)
        recipe.isStandardized = true
        var run = try Run(recipe, over: data)
        plain.run()
        run.run()
        let z = Standardization(of: data)
        let comment: Comment = "\(setting) \(rule.name) seed \(seed)"
        // A component that shrinks onto one heavy point has the extent that rounding leaves it, until
        // there is none.
        if weighted, hasCollapsed(run) || hasCollapsed(plain) {
          #expect(hasCollapsed(run) && hasCollapsed(plain), comment)
          continue
        }
        // Of short runs that end alike rounding decides which is the best.
        if rule == .smallEM {
          expectAlikeObjective(run, plain, z, comment, to: 1e-5)
        } else {
          expectAlike(run, plain, z, comment, to: 1e-5)
        }
      }
    }
  }

  @Test(arguments: CovarianceStructure.named.map(\.structure))
  func `so is every run under a prior or a floor`(structure: CovarianceStructure) throws {
    for seed in 1...6 as ClosedRange<UInt64> {
      let (data, scores) = pair(seed)
      for floor in [nil, 0.3] {
        var recipe = recipe(
          Setting(kind: .gaussianMixture, structure: structure), .randomPoints, seed: seed)
        recipe.varianceFloor = floor
        recipe.prior = floor == nil ? .standard : .none
        var plain = try Run(recipe, over: scores)
        recipe.isStandardized = true
        var run = try Run(recipe, over: data)
        plain.run()
        run.run()
        expectAlike(
          run, plain, Standardization(of: data), "\(structure) floor \(floor ?? 0) seed \(seed)",
          to: 1e-8)
      }
    }
  }

  @Test func `a floor of lines is a share of y's variance then`() throws {
    for seed in 1...4 as ClosedRange<UInt64> {
      let (data, _) = pair(seed)
      let scale = Standardization(of: data).scale.y
      var recipe = recipe(Setting(kind: .lines, structure: .full), .randomPoints, seed: seed)
      recipe.varianceFloor = 0.4 * scale * scale
      var plain = try Run(recipe, over: data)
      (recipe.varianceFloor, recipe.isStandardized) = (0.4, true)
      var run = try Run(recipe, over: data)
      plain.run()
      run.run()
      #expect(run.flooredComponents == plain.flooredComponents && !run.flooredComponents.isEmpty)
      let (a, b) = (run.snapshot.objective, plain.snapshot.objective)
      #expect(abs(a - b) <= 1e-10 * abs(b), "seed \(seed)")
    }
  }

  @Test(arguments: [CovarianceStructure.full, .tied, .diagonal])
  func `EM with covariances that turn or stretch never asks, to the last bit`(
    structure: CovarianceStructure
  ) throws {
    for seed in 1...10 as ClosedRange<UInt64> {
      let (data, _) = pair(seed)
      for rule in [StartingRule.randomPoints, .randomPartition, .stacked, .smallEM] {
        var recipe = recipe(
          Setting(kind: .gaussianMixture, structure: structure), rule, seed: seed)
        var plain = try Run(recipe, over: data)
        recipe.isStandardized = true
        var run = try Run(recipe, over: data)
        plain.run()
        run.run()
        #expect(
          run.history.map(\.objective) == plain.history.map(\.objective),
          "seed \(seed) \(rule.name)")
        #expect(run.model as? GaussianMixture == plain.model as? GaussianMixture, "seed \(seed)")
      }
    }
  }

  @Test func `k-means and round covariances do ask`() throws {
    let (data, _) = pair(1)
    for setting in Self.settings where setting.kind == .kMeans || setting.structure.goesByLength {
      var recipe = recipe(setting, .randomPoints, seed: 1)
      var plain = try Run(recipe, over: data)
      recipe.isStandardized = true
      var run = try Run(recipe, over: data)
      plain.run()
      run.run()
      #expect(run.model.shapes != plain.model.shapes, "\(setting)")
    }
  }

  @Test(arguments: [ModelKind.kMeans, .gaussianMixture])
  func `folds are measured by the points that are fitted, moves by all`(kind: ModelKind)
    async throws
  {
    let (data, scores) = pair(2)
    var recipe = RunRecipe(
      kind: kind, structure: .spherical, components: 3, rule: .kMeansPlusPlus)
    let moves = await EscapePlan(from: try ended(recipe, over: scores)).run()
    recipe.isStandardized = true
    let run = try ended(recipe, over: data)
    let own = await EscapePlan(from: run).run()
    let jacobian = try jacobian(of: run)
    let (gains, others) = (own.attempts.map(\.gain), moves.attempts.map(\.gain))
    #expect(gains.count == others.count && gains.contains { abs($0) > 1e-3 })
    for (a, b) in zip(gains, others) { #expect(abs(a - b) < 1e-5 * (1 + abs(b))) }
    #expect(jacobian == 0 || kind == .gaussianMixture)

    // Each fold by hand: the z-scores are those of its own points.
    let folds = try PointSplit.folds(4, of: data.count)
    let choice = try await ChoiceOfK(
      of: recipe, among: 2...2, over: data.standardized, runs: 3, validation: .folds(4))
    var sum = 0.0
    for split in folds {
      let seen = PointSet(split.seen.map { data[$0] })
      let apart = PointSet(split.heldOut.map { data[$0] })
      var recipe = recipe
      recipe.setComponents(2)
      let best = try await Restarts(of: recipe, over: seen, count: 3).optima.all[0]
      sum += best.model.objectivePerPoint(over: apart) * Double(apart.count)
    }
    let told = try #require(choice.rows[0].heldOut)
    #expect(abs(abs(told) - abs(sum) / Double(data.count)) < 1e-9)
  }

  private func ended(_ recipe: RunRecipe, over points: PointSet) throws -> Run {
    var run = try Run(recipe, over: points)
    run.run()
    return run
  }

  /// What L of the data has less than that of the z-scores.
  private func jacobian(of run: Run) throws -> Double {
    guard run.model.criterion == .logLikelihood else { return 0 }
    let z = run.points.standardization
    return run.points.totalWeight * (Double.log(z.scale.x) + .log(z.scale.y))
  }

  @Test func `restarts, side by side or one by one, go by the z-scores`() async throws {
    let (data, scores) = pair(3)
    let shift = Standardization(of: data)
    for structure in [CovarianceStructure.spherical, .full] {
      var recipe = RunRecipe(structure: structure, components: 3, rule: .randomPoints)
      let plain = try await Restarts(of: recipe, over: scores, count: 12)
      recipe.isStandardized = true
      let all = try await Restarts(of: recipe, over: data, count: 12)
      let jacobian = data.totalWeight * (Double.log(shift.scale.x) + .log(shift.scale.y))
      #expect(all.optima.all.count == plain.optima.all.count)
      for (a, b) in zip(all.optima.all, plain.optima.all) {
        #expect(abs(a.objective - (b.objective - jacobian)) < 1e-6)
        #expect(a.members.count == b.members.count)
      }
    }
  }
}
