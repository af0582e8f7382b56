import Testing

@_spi(Benchmarks) @testable import MixtureEngine

/// Starts over some points, and the terms of their runs.
private struct Question: CustomTestStringConvertible {
  var name: String
  var terms: RunTerms
  var starts: [any LatentLabelModel]
  var testDescription: String { name }

  /// Starts from random points and random responsibilities: two for each K from 1 to 6.
  init(
    _ sample: Sample, _ structure: CovarianceStructure = .full, kind: ModelKind = .gaussianMixture,
    seed: UInt64 = 3, stopping: StoppingRule = StoppingRule(iterationLimit: 40),
    varianceFloor: Double? = nil
  ) {
    let points = sample.points
    name = "\(sample), \(kind.name) \(structure.name)"
    terms = RunTerms(
      over: points, stopping: stopping,
      safeguard: Safeguard(for: points, varianceFloor: varianceFloor))
    starts = (1...min(6, points.count)).flatMap { k in
      [StartingRule.randomPoints, .randomResponsibilities].compactMap { rule in
        let start = rule.start(over: points, components: k, seed: seed + UInt64(k))
        return try? kind.model(from: start.with(structure: structure), over: points)
      }
    }
  }

  /// All starts, each K four times over so that lanes are filled again.
  func again() -> Question {
    var question = self
    question.starts = starts.flatMap { [$0, $0] } + starts + starts.reversed()
    return question
  }
}

@Suite struct `Law: a run side by side with others is the run alone` {
  private static let structures = CovarianceStructure.named.map(\.structure)

  private static func expectAlone(_ question: Question) async throws {
    let alone = question.starts.map { Outcome(from: RunStage(model: $0), under: question.terms) }
    for (cores, lanes) in [(0, Int.max), (1, .max), (2, 3), (1, 2), (3, 1)] {
      var runs = ManyRuns(under: question.terms)
      runs.cores = cores
      runs.lanes = lanes
      let together = await runs.outcomes(from: question.starts)
      for (n, (a, b)) in zip(together, alone).enumerated() {
        let claim: Comment = "\(question.name), start \(n), \(cores) cores, \(lanes) lanes"
        let (a, b) = (try #require(a, claim), try #require(b, claim))
        #expect(a.objective == b.objective, claim)
        #expect(a.iterations == b.iterations, claim)
        #expect(a.status == b.status, claim)
        #expect(a.model.shapes == b.model.shapes, claim)
      }
    }
  }

  @Test(arguments: Sample.ordinary + Sample.extreme, structures)
  func `for every structure, at any scale`(
    sample: Sample, structure: CovarianceStructure
  ) async throws {
    try await Self.expectAlone(Question(sample, structure).again())
  }

  @Test(arguments: Sample.degenerate, structures)
  func `where components collapse`(sample: Sample, structure: CovarianceStructure) async throws {
    try await Self.expectAlone(Question(sample, structure))
    let outlier = Sample(
      name: "an outlier", points: PointSet(Sample.oneCloud.points.points + [Point(x: 90, y: 90)]))
    var question = Question(outlier, structure, stopping: StoppingRule())
    question.starts = (2...5).map { k in
      StartingRule.outlier.start(over: outlier.points, components: k, seed: UInt64(k))
        .with(structure: structure)
    }
    try await Self.expectAlone(question)
  }

  @Test(arguments: [1e-6, 0.05, 0.5, 4], structures)
  func `under a floor`(floor: Double, structure: CovarianceStructure) async throws {
    for sample in [Sample.nested, .faithfulThird] {
      try await Self.expectAlone(Question(sample, structure, varianceFloor: floor))
    }
  }

  @Test(arguments: [
    StoppingRule(iterationLimit: 1), StoppingRule(iterationLimit: 7),
    StoppingRule(tolerance: 0, iterationLimit: 25), StoppingRule(tolerance: 1e-3),
    StoppingRule(tolerance: 1e-6), StoppingRule(tolerance: 0, relativeTolerance: 1e-7),
  ])
  func `whenever it is over`(stopping: StoppingRule) async throws {
    for sample in Sample.ordinary {
      try await Self.expectAlone(Question(sample, stopping: stopping).again())
    }
  }

  @Test func `with weights, with known labels and of other kinds, which have no lanes`()
    async throws
  {
    let short = StoppingRule(iterationLimit: 8)
    let weighted = Sample(
      name: "weighted", points: Sample.threeClouds.points.withFractions(seed: 4))
    try await Self.expectAlone(Question(weighted, stopping: short))
    for kind in ModelKind.all where kind != .gaussianMixture {
      try await Self.expectAlone(Question(.threeClouds, kind: kind, stopping: short))
    }
    var labelled = Question(.threeClouds, stopping: short)
    labelled.starts.removeAll { $0.componentCount < 3 }
    labelled.terms.observed = ObservedLabels((0..<100).map { $0 % 9 == 0 ? UInt8($0 % 3) : nil })
    try await Self.expectAlone(labelled)
  }

  @Test func `from a component of weight zero, and over very few and rather many points`()
    async throws
  {
    for count in [1, 2, 3, 7, 8, 9, 17, 2047, 2048, 2049] {
      let sample = GaussianPassTests.cloud(max(3, count), seed: 5)
      let few = Sample(
        name: "\(count) points", points: PointSet(sample.points.points.prefix(count)))
      var question = Question(few, stopping: StoppingRule(iterationLimit: 5))
      let component = try #require(
        GaussianComponent(weight: 0, mean: few.points[0], covariance: .isotropic(1)))
      question.starts += question.starts.compactMap { $0 as? GaussianMixture }.map {
        GaussianMixture(components: $0.components + [component])
      }
      try await Self.expectAlone(question)
    }
  }

  @Test func `where a point is out of every reach`() async throws {
    let sample = Sample(
      name: "far apart",
      points: PointSet(Sample.oneCloud.points.points + [Point(x: 1e150, y: 0)]))
    var question = Question(sample, stopping: StoppingRule(iterationLimit: 9))
    question.starts = try (1...9).map { n in
      GaussianMixture(
        components: [
          try #require(
            GaussianComponent(
              weight: 1, mean: sample.points[n], covariance: .isotropic(n < 5 ? 1e-300 : 1e300)))
        ])
    }
    try await Self.expectAlone(question)
  }

  @Test(arguments: PassOptions.InstructionSet.allCases.filter(\.isSupported))
  func `with any instructions`(set: PassOptions.InstructionSet) throws {
    let options = PassOptions(instructionSet: set)
    for sample in Sample.ordinary {
      for case let start as GaussianMixture in Question(sample).starts {
        let terms = RunTerms(over: sample.points)
        let form = GaussianLanes.Form(components: start.componentCount, structure: .full)
        guard let lanes = GaussianLanes(for: form, under: terms, options: options) else {
          Issue.record("there are lanes for \(sample)")
          continue
        }
        let last = lanes.count - 1
        lanes.put(start, after: 0, into: last)
        _ = lanes.advance(20)
        let (mixture, iterations) = lanes.take(last)
        var alone = start
        for _ in 0..<iterations {
          let q = try #require(alone.fastExpectation(over: sample.points, options: options))
          alone = try alone.maximization(
            over: sample.points, from: q, safeguard: terms.safeguard)
        }
        #expect(iterations > 0 && mixture == alone, "\(sample), K = \(start.componentCount)")
      }
    }
  }
}
