import Foundation
import MixtureEngine
import Testing

@testable import MixtureData

/// Files of any state's θ, of every model under every structure, over points with and without weights
/// and observed labels.
@Suite struct `A θ in a file` {
  /// One of the runs that the law is tried on.
  struct Case: CustomTestStringConvertible, Sendable {
    var kind: ModelKind
    var structure: CovarianceStructure
    var seed: UInt64
    var testDescription: String { "\(kind.name) \(structure.name) seed \(seed)" }

    static let all = ModelKind.all.flatMap { kind in
      (kind.structures.isEmpty ? [.full] : kind.structures).flatMap { structure in
        (1...6).map { Case(kind: kind, structure: structure, seed: UInt64($0)) }
      }
    }

    /// The data: every odd seed has weights, every third has labels that EM is told.
    func data() throws -> (points: PointSet, labels: KnownLabels?) {
      let data = try DataSource("penguins").load()
      let points = data.points
      guard seed % 2 == 1 else { return (points, data.labels) }
      var generator = SeededGenerator(seed: seed)
      let weights = (0..<points.count).map { _ in 0.1 + 3 * generator.unit() }
      return (PointSet(xs: points.xs, ys: points.ys, weights: weights), data.labels)
    }

    func recipe(telling labels: KnownLabels?) -> RunRecipe {
      var recipe = RunRecipe(
        kind: kind, structure: structure, components: 3, seed: seed,
        stopping: StoppingRule(tolerance: 0, iterationLimit: 1000))
      if seed % 3 == 0 { recipe.observe(0.2, of: labels) }
      return recipe
    }
  }

  /// Expects that a file of a run's state begins a run that is the same from there on.
  private func expectSame(
    _ run: Run, _ recipe: RunRecipe, _ what: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let floor = run.safeguard.varianceFloor
    let text = StartFile.text(
      of: run.model, over: run.points, observed: run.observed, varianceFloor: floor)
    let contents = try StartFile.contents(of: Array(text.utf8), file: "r.json")
    var taken = recipe
    taken.rule = .stacked
    taken.varianceFloor = floor
    taken.given = try contents.start(
      meansSuffice: recipe.kind == .kMeans, over: run.points, observed: run.observed)
    #expect(try contents.componentCount() == recipe.components, sourceLocation: sourceLocation)
    #expect(contents.losses(under: taken).isEmpty, sourceLocation: sourceLocation)
    var original = Run(
      of: run.model, over: run.points, observed: run.observed, stopping: run.stopping,
      safeguard: run.safeguard)
    var read = try taken.run(over: run.points)
    var session = try session(of: taken, over: run.points)
    for step in 0...3 {
      for other in [read, session] {
        #expect(
          bits(other.model) == bits(original.model), "\(what), step \(step)",
          sourceLocation: sourceLocation)
        #expect(
          other.snapshot.objective.bitPattern == original.snapshot.objective.bitPattern,
          "\(what), step \(step)", sourceLocation: sourceLocation)
      }
      original.iterate()
      read.iterate()
      session.iterate()
    }
  }

  /// The first run of a session that is saved with a recipe and opened again.
  private func session(of recipe: RunRecipe, over points: PointSet) throws -> Run {
    let encoder = JSONEncoder()
    let given = try recipe.given.map {
      try JSONDecoder().decode(StartParameters.self, from: encoder.encode(StartParameters($0)))
    }
    var again = recipe
    again.given = try given?.start(
      meansSuffice: false, over: points, observed: recipe.observed)
    #expect(again == recipe)
    return try again.run(over: points)
  }

  /// Every number of a θ, by its bits, and the structure.
  private func bits(_ model: any LatentLabelModel) -> [String] {
    func hex(_ numbers: Double...) -> [String] {
      numbers.map { String($0.bitPattern, radix: 16) }
    }
    func gaussians(_ components: [GaussianComponent]) -> [String] {
      components.flatMap {
        hex(
          $0.weight, $0.mean.x, $0.mean.y, $0.covariance.xx, $0.covariance.xy, $0.covariance.yy)
      }
    }
    let numbers =
      switch model {
      case let model as GaussianMixture: gaussians(model.components)
      case let model as StudentMixture:
        gaussians(model.components) + hex(model.degreesOfFreedom)
      case let model as NoisyMixture:
        gaussians(model.gaussians.components)
          + hex(model.noiseWeight, model.lower.x, model.lower.y, model.upper.x, model.upper.y)
      case let model as LineMixture:
        model.lines.flatMap { hex($0.weight, $0.centre.x, $0.centre.y, $0.slope, $0.deviation) }
      case let model as KMeans:
        model.centres.flatMap { hex($0.x, $0.y) } + model.shares.flatMap { hex($0) }
      default: ["no model of the engine"]
      }
    return numbers + ["\(model.covarianceStructure)"]
  }

  @Test(arguments: Case.all) func `begins a run that is the same from there on`(trial: Case) throws
  {
    let (points, labels) = try trial.data()
    let recipe = trial.recipe(telling: labels)
    var run = try recipe.run(over: points)
    for state in 0..<4 {
      try expectSame(run, recipe, "state \(state)")
      run.iterate()
    }
    run.run(limit: 30)
    try expectSame(run, recipe, "later")
    if trial.kind != .kMeans {
      var floored = run.continuing(withFloor: points.covariance.axes.minor)
      try expectSame(floored, recipe, "floored")
      floored.iterate()
      try expectSame(floored, recipe, "floored and on")
    }
    try expectSame(try run.reseeding(component: 1, seed: trial.seed), recipe, "reseeded")
    try expectSame(try run.nudged(seed: trial.seed), recipe, "nudged")
  }

  @Test(arguments: [0.5, 2, 11.25]) func `has any degrees of freedom`(ν: Double) throws {
    let points = try DataSource("penguins").load().points
    let recipe = RunRecipe(kind: .studentT, components: 3)
    let start = StudentMixture(
      components: recipe.start(over: points).components, degreesOfFreedom: ν)
    try expectSame(Run(of: start, over: points), recipe, "ν = \(ν)")
    let text = StartFile.text(of: start, over: points)
    #expect(text.contains(#""matrices": "scale", "degreesOfFreedom": \#(ν)"#))
    #expect(
      text.contains(#""covarianceFactor": \#(ν > 2 ? "\(ν / (ν - 2))" : "null")"#), "\(text)")
  }

  @Test(arguments: [1e-300, 0.37, 1e5]) func `has the σ² of the dial`(variance: Double) throws {
    let points = try DataSource("penguins").load().points
    let recipe = RunRecipe(kind: .dial, components: 3)
    let model = recipe.start(over: points).with(variance: variance)
    try expectSame(Run(of: model, over: points), recipe, "σ² = \(variance)")
    var other = recipe
    other.given = GivenStart(exactly: model, over: points)
    other.structure = .fixedSpherical(variance: 2)
    #expect(Dial.variance(of: try other.run(over: points).model) == 2)
  }

  @Test func `has another box of noise than the data's`() throws {
    let points = try DataSource("penguins").load().points
    let recipe = RunRecipe(kind: .noise, components: 2)
    let wide = NoisyMixture(
      gaussians: recipe.start(over: points), noiseWeight: 0.125,
      lower: Point(x: -1000, y: -0.1), upper: Point(x: 1 / 3, y: 1e4))
    try expectSame(Run(of: wide, over: points), recipe, "a wide box")
  }

  @Test(arguments: ModelKind.all, ModelKind.all)
  func `begins any model where it can and says what is lost`(from: ModelKind, to: ModelKind) throws
  {
    let points = try DataSource("penguins").load().points
    var run = try RunRecipe(kind: from, components: 3, seed: 5).run(over: points)
    run.run(limit: 5)
    let text = StartFile.text(of: run.model, over: points)
    let contents = try StartFile.contents(of: Array(text.utf8), file: "r.json")
    var recipe = RunRecipe(kind: to, components: 3)
    let given = try contents.start(meansSuffice: to == .kMeans, over: points)
    recipe.given = given
    let began = try recipe.run(over: points)
    let losses = contents.losses(under: recipe)
    guard from != to else {
      #expect(bits(began.model) == bits(run.model) && losses.isEmpty)
      return
    }
    let plain = try to.model(from: given.gaussians, over: points)
    #expect(bits(began.model) == bits(plain))
    let isTold =
      [.lines, .noise].contains(from) || (from == .studentT && to != .kMeans)
    #expect(losses.count == (isTold ? 1 : 0))
  }

  @Test func `tells of a floor that is not kept`() throws {
    let points = try DataSource("penguins").load().points
    var recipe = RunRecipe(components: 3)
    let text = StartFile.text(
      of: try recipe.run(over: points).model, over: points, varianceFloor: 0.25)
    let contents = try StartFile.contents(of: Array(text.utf8), file: "r.json")
    #expect(
      contents.losses(under: recipe) == [
        "r.json comes from a run with a floor under the variances; --variance-floor 0.25 keeps it."
      ])
    recipe.varianceFloor = 0.25
    #expect(contents.losses(under: recipe).isEmpty)
  }
}
