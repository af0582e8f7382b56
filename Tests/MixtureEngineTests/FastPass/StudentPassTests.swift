@_spi(Benchmarks) import MixtureEngine
import RealModule
import Testing

@Suite struct `The fused passes of Student-t components` {
  /// The points of the plane, and their first coordinates on a line.
  private static func samples(_ samples: [Sample]) -> [PointSet] {
    samples.flatMap { sample in
      [
        sample.points,
        PointSet(
          xs: sample.points.xs, ys: .init(repeating: 0, count: sample.points.count), dimension: 1),
      ]
    }
  }

  /// Three clouds with points so far away that they have no density beside the others'.
  private static let littered = Sample(
    name: "littered",
    points: PointSet(
      Sample.threeClouds.points.points
        + [Point(x: 60, y: 10), Point(x: -4e4, y: 9e7), Point(x: 1e20, y: -8e22)]))

  private static func model(
    _ k: Int, over points: PointSet, freedom: Double = 4, seed: UInt64
  ) -> StudentMixture {
    let start = StartingRule.randomPoints.start(over: points, components: k, seed: seed)
    let model = StudentMixture(from: start, over: points, observed: nil)
    return StudentMixture(
      components: model.components, degreesOfFreedom: freedom, dimension: points.dimension)
  }

  @Test(arguments: [1, 4, 30, 1e6])
  func `give the reference's steps with every instruction set`(freedom: Double) throws {
    let clouds = [7, 129, 2049].map { GaussianPassTests.cloud($0, seed: 3) }
    for points in Self.samples(Sample.ordinary + Sample.extreme + [Self.littered] + clouds) {
      for k in [1, 2, 3, 8] where k < points.count {
        for seed in 0..<2 as Range<UInt64> {
          var model = Self.model(k, over: points, freedom: freedom, seed: seed)
          for _ in 0..<2 {
            try expectAgreement(model, over: points)
            guard let next = try? model.iterated(over: points, fast: true) else { break }
            model = next
          }
        }
      }
    }
  }

  @Test func `end where the reference does after fifty iterations`() throws {
    for points in Self.samples(Sample.ordinary + Sample.extreme + [Self.littered]) {
      for seed in 0..<5 as Range<UInt64> {
        let ends = fiftyIterations(from: Self.model(2, over: points, seed: seed)) {
          try $0.iterated(over: points, fast: $1)
        }
        guard let (fast, reference) = ends else { continue }
        // Fifty steps make more of each rounding.
        expectAgreement(
          fast, reference, growth: 100, "\(claim(points)), seed \(seed)")
      }
    }
  }

  @Test func `reach the maximum from anywhere`() throws {
    let points = GaussianPassTests.cloud(400, seed: 4).points
    for seed in 0..<20 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let components = try (0..<2).map { _ in
        try #require(
          GaussianComponent(
            weight: 0.5,
            mean: Point(x: 40 * generator.normal(), y: 40 * generator.normal()),
            covariance: Covariance2(
              xx: .exp(4 * generator.normal()), xy: 0, yy: .exp(4 * generator.normal()))))
      }
      let model = StudentMixture(components: components)
      try expectAgreement(model, over: points)
    }
  }

  @Test func `keep to a floor, as the reference does`() throws {
    let points = Sample.nested.points
    let safeguard = Safeguard(for: points, varianceFloor: 1)
    for seed in 0..<8 as Range<UInt64> {
      try expectAgreement(
        Self.model(3, over: points, seed: seed), over: points, safeguard: safeguard)
    }
  }

  @Test func `go on from another mixture's posterior`() throws {
    let points = Sample.threeClouds.points
    let (model, other) = (
      Self.model(3, over: points, seed: 1), Self.model(3, over: points, seed: 2)
    )
    let safeguard = Safeguard(for: points)
    let q = try #require(other.fastExpectation(over: points))
    let fast = try model.maximization(over: points, from: q, safeguard: safeguard)
    let reference = try model.maximization(
      over: points, responsibilities: q.responsibilities(over: points), safeguard: safeguard)
    expectAgreement(fast, reference, "")
  }

  @Test func `leave a component of weight zero where it is, and name the one that collapses`()
    throws
  {
    let points = Sample.threeClouds.points
    var components = Self.model(2, over: points, seed: 3).components
    let idle = try #require(
      GaussianComponent(weight: 0, mean: points[0], covariance: .isotropic(1)))
    components.append(idle)
    let model = StudentMixture(components: components)
    #expect(try model.iterated(over: points, fast: true).components[2] == idle)
    try expectAgreement(model, over: points)

    let ties = PointSet(points.points + [Point](repeating: Point(x: 50, y: 50), count: 30))
    components[1] = try #require(
      GaussianComponent(
        weight: 0.5, mean: Point(x: 50, y: 50), covariance: .isotropic(1e-6)))
    let pinned = StudentMixture(components: Array(components.prefix(2)))
    #expect(throws: Collapse(component: 1, reason: .singularCovariance)) {
      try pinned.iterated(over: ties, fast: true)
    }
    #expect(throws: Collapse(component: 1, reason: .singularCovariance)) {
      try pinned.iterated(over: ties, fast: false)
    }
  }

  @Test func `leave known labels to the table`() throws {
    let points = Sample.threeClouds.points
    let model = Self.model(3, over: points, seed: 1)
    let observed = ObservedLabels(points.xs.indices.map { $0 % 5 == 0 ? 1 : nil })
    let known = model.expectation(over: points, observed: observed)
    let plain = model.plainExpectation(over: points, observed: observed)
    #expect(known.objective == plain.objective && known.labels == plain.labels)
  }

  @Test func `have the same bits for any number of threads`() throws {
    let points = GaussianPassTests.cloud(50_001, seed: 9).points
    let model = Self.model(4, over: points, seed: 9)
    let safeguard = Safeguard(for: points)
    for set in PassOptions.InstructionSet.allCases where set.isSupported {
      func step(_ threads: Int) throws -> (MixtureEngine.Expectation, StudentMixture) {
        let options = PassOptions(instructionSet: set, threads: threads)
        let q = try #require(model.fastExpectation(over: points, options: options))
        return (
          q,
          try #require(
            try model.fastMaximization(
              over: points, from: q, safeguard: safeguard, options: options))
        )
      }
      let (one, next) = try step(1)
      for threads in [2, 3, 0] {
        let (many, other) = try step(threads)
        #expect(one.objective == many.objective && one.entropy == many.entropy)
        #expect(one.labels == many.labels && next == other)
      }
    }
  }
}

extension StudentMixture {
  /// An iteration; the plain one goes on for some passes after its inner loop has come to rest, since
  /// that leaves a multiple of 1e-12 where it is slow.
  fileprivate func iterated(over points: PointSet, fast: Bool) throws -> StudentMixture {
    let safeguard = Safeguard(for: points)
    guard fast else {
      let q = responsibilities(over: points, observed: nil)
      return try (0..<10).reduce(self) { model, _ in
        try model.maximization(over: points, responsibilities: q, safeguard: safeguard)
      }
    }
    return try maximization(
      over: points, from: try #require(fastExpectation(over: points)), safeguard: safeguard)
  }
}

private func claim(_ points: PointSet) -> String {
  "\(points.count) points about \(points.mean) in \(points.dimension) dimensions"
}

/// Compares both steps, with every instruction set, to the plain ones, with and without weights.
private func expectAgreement(
  _ model: StudentMixture, over points: PointSet, safeguard: Safeguard? = nil
) throws {
  for points in [points, points.withFractions(seed: 7)] {
    try expectAgreement(of: model, over: points, safeguard: safeguard ?? Safeguard(for: points))
  }
}

private func expectAgreement(
  of model: StudentMixture, over points: PointSet, safeguard: Safeguard
) throws {
  let reference = model.plainExpectation(over: points, observed: nil)
  let next = Result { try model.maximization(over: points, from: reference, safeguard: safeguard) }
  let masses = reference.masses(over: points)
  let count = points.totalWeight
  for set in PassOptions.InstructionSet.allCases where set.isSupported {
    let options = PassOptions(instructionSet: set)
    let fast = try #require(model.fastExpectation(over: points, options: options))
    #expect(
      abs(fast.objective - reference.objective) <= 1e-12 * max(abs(reference.objective), count),
      "\(set)")
    #expect(abs(fast.entropy - reference.entropy) <= 1e-11 * count, "\(set)")
    for (a, b) in zip(fast.masses(over: points), masses) {
      #expect(abs(a - b) <= 1e-11 * count, "\(set)")
    }
    for n in fast.labels.indices where fast.labels[n] != reference.labels[n] {
      let margin =
        model.logJoint(of: points[n], label: Int(fast.labels[n]))
        - model.logJoint(of: points[n], label: Int(reference.labels[n]))
      #expect(abs(margin) < 1e-10, "only a tie may fall differently")
    }
    let moved = Result {
      try model.fastMaximization(over: points, from: fast, safeguard: safeguard, options: options)
    }
    switch (moved, next) {
    case (.success(let moved), .success(let next)):
      expectAgreement(
        try #require(moved), next,
        "\(set), \(claim(points)), K = \(model.componentCount), ν = \(model.degreesOfFreedom)")
    case (.failure(let a), .failure(let b)):
      #expect(a as? Collapse == b as? Collapse)
    default: Issue.record("\(set), \(points.count) points: \(moved) instead of \(next)")
    }
  }
}

/// Compares two mixtures, in units of the components' extent or of their place where that is greater.
///
/// Precisions hang on the mean, so where the data are far from the origin in these units, covariances
/// are known no better than the mean can be written down.
private func expectAgreement(
  _ a: StudentMixture, _ b: StudentMixture, growth: Double = 1, _ claim: Comment
) {
  for (a, b) in zip(a.components, b.components) {
    let extent = b.covariance
    let (x, y) = (extent.xx.squareRoot(), extent.yy.squareRoot())
    let rounding = max(abs(b.mean.x) / x, abs(b.mean.y) / y).ulp
    let share = 1e-10 + 4 * growth * rounding
    #expect(abs(a.weight - b.weight) < share, claim)
    #expect(abs(a.mean.x - b.mean.x) < share * x, claim)
    #expect(abs(a.mean.y - b.mean.y) < share * y, claim)
    #expect(abs(a.covariance.xx - extent.xx) < share * extent.xx, claim)
    #expect(abs(a.covariance.xy - extent.xy) < share * x * y, claim)
    #expect(abs(a.covariance.yy - extent.yy) < share * extent.yy, claim)
  }
}
