import MixtureEngine
import Testing

@Suite struct `Kinds of model` {
  @Test func `are found by their names`() {
    let known = ["em", "k-means", "dial", "student-t", "noise", "lines"]
    #expect(known.allSatisfy { ModelKind.named($0)?.name == $0 }, "names are a contract")
    #expect(Set(ModelKind.all.map(\.name)).count == ModelKind.all.count)
  }

  @Test(arguments: ModelKind.known)
  func `have a place for what changes their runs, and for nothing else`(kind: ModelKind) throws {
    let points =
      kind == .coins
      ? try PointSet(
        xs: [5, 9, 8, 4, 7], ys: [Double](repeating: 0, count: 5), dimension: 1
      ).heads(outOf: 10) : Sample.threeClouds.points
    #expect(kind.has(.covariance) == !kind.structures.isEmpty)
    var plain = RunRecipe(kind: kind, components: 2, rule: .kMeansPlusPlus)
    plain.stopping = StoppingRule(tolerance: 0, iterationLimit: 2)
    func shapes(_ recipe: RunRecipe) throws -> [ComponentShape] {
      var run = try recipe.run(over: points)
      run.run()
      return run.model.shapes
    }
    for setting in ModelSetting.allCases {
      var recipe = plain
      switch setting {
      case .covariance: recipe.structure = .tied
      case .varianceFloor: recipe.varianceFloor = 100
      case .prior: recipe.prior = .standard
      case .lengths: continue
      case .startCovariance:
        recipe.startCovariance = StartCovariance.allCases.first { $0 != plain.startCovariance }!
      case .startWeights:
        recipe.startWeights = StartWeights.allCases.first { $0 != plain.startWeights }!
      }
      #expect(try (shapes(recipe) != shapes(plain)) == kind.has(setting), "\(setting)")
      #expect((kind.refusal(of: setting) == nil) == kind.has(setting))
    }
    var scores = plain
    scores.isStandardized = true
    #expect(scores.goesByScores == kind.has(.lengths))
  }

  @Test func `of a user are never taken for one of the engine's`() throws {
    let own = ModelKind(
      StudentMixture.self, name: "em", summary: "heavy tails under a known name", settings: [])
    #expect(own != .gaussianMixture)
    #expect(RunRecipe(kind: own) != RunRecipe())
    let cauchy = ModelKind(name: "student-t", summary: "one degree of freedom", settings: []) {
      start, _, _ in
      StudentMixture(components: start.components, degreesOfFreedom: 1)
    }
    #expect(cauchy != .studentT)
    #expect(Set(ModelKind.all + [own, cauchy]).count == ModelKind.all.count + 2)
    let points = Sample.threeClouds.points
    var run = try Run(RunRecipe(kind: cauchy, components: 3), over: points)
    run.run(limit: 3)
    let again = try run.reseeding(component: 0, seed: 1)
    for model in [run.model, again.model] {
      #expect((model as? StudentMixture)?.degreesOfFreedom == 1)
    }
  }

  @Test(arguments: ModelKind.all)
  func `begin models of their type`(kind: ModelKind) throws {
    let run = try Setting(kind: kind, structure: .full).run(over: .oldFaithful, seed: 0)
    #expect(type(of: run.model) == kind.type)
  }

  @Test(arguments: ModelKind.all, ModelKind.all)
  func `go on from any other`(from: ModelKind, to: ModelKind) throws {
    for sample in Sample.ordinary + Sample.extreme {
      var run = try Setting(kind: from, structure: .full).run(over: sample.points, seed: 3)
      for _ in 0..<3 { run.iterate() }
      let model = try to.model(continuing: run.model, structure: .full, over: sample.points)
      #expect(type(of: model) == to.type)
      var next = Run(of: model, over: sample.points)
      next.iterate()
      #expect(next.history.allSatisfy { !$0.objective.isNaN }, "\(sample.name)")
    }
  }

  @Test func `EM to k-means takes the means`() throws {
    var run = try Setting(kind: .gaussianMixture, structure: .full).run(
      over: .oldFaithful, seed: 0)
    run.run(limit: 5)
    let clusters = try ModelKind.kMeans.model(
      continuing: run.model, structure: .full, over: .oldFaithful)
    #expect(clusters.shapes.map(\.centre) == run.model.shapes.map(\.centre))
  }

  @Test func `k-means to EM is the M-step of the hard assignment`() throws {
    let points = PointSet.oldFaithful
    var run = try Setting(kind: .kMeans, structure: .full).run(over: points, seed: 0)
    run.run()
    let q = run.model.responsibilities(over: points, observed: nil)
    let start = StartingRule.randomPoints.start(over: points, components: 3, seed: 0)
    let expected = try start.maximization(
      over: points, responsibilities: q, safeguard: Safeguard(for: points))
    let model = try ModelKind.gaussianMixture.model(
      continuing: run.model, structure: .full, over: points)
    for (a, b) in zip(model.shapes, expected.shapes) {
      #expect(a.centre.squaredDistance(to: b.centre) < 1e-18)
      #expect(abs(a.weight - b.weight) < 1e-12)
    }
  }

  @Test func `a cluster of one point goes on with the data's covariance`() throws {
    let points = PointSet(Sample.oneCloud.points.points + [Point(x: 100, y: 100)])
    let clusters = KMeans(centres: [Sample.oneCloud.points.mean, Point(x: 100, y: 100)])
    let model = try #require(
      try ModelKind.gaussianMixture.model(continuing: clusters, structure: .full, over: points)
        as? GaussianMixture)
    #expect(model.components[1].covariance == points.covariance)
    #expect(model.components[0].covariance != points.covariance)
  }
}
