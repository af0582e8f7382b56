@_spi(Benchmarks) import MixtureEngine
import Testing

@Suite struct GaussianPassTests {
  /// A mixture with different shapes and weights, in the middle of the sample's points.
  static func mixture(_ k: Int, over sample: Sample, seed: UInt64) throws -> GaussianMixture {
    var generator = SeededGenerator(seed: seed)
    let spread = sample.points.covariance
    let components = try (0..<k).map { _ in
      let n = Int.random(in: 0..<sample.points.count, using: &generator)
      let size = Double.random(in: 0.05...1, using: &generator)
      return try #require(
        GaussianComponent(
          weight: Double.random(in: 0.1...1, using: &generator) / Double(k),
          mean: sample.points[n], covariance: size * spread))
    }
    return GaussianMixture(components: components)
  }

  static func cloud(_ count: Int, seed: UInt64) -> Sample {
    .clouds(
      [
        (count - count / 3, Point(x: 1, y: -2), Covariance2(xx: 2, xy: 1.1, yy: 1)),
        (count / 3, Point(x: 6, y: 1), Covariance2(xx: 0.3, xy: 0, yy: 1.5)),
      ], seed: seed, name: "\(count) points")
  }

  @Test(arguments: [3, 7, 8, 9, 127, 128, 129, 2047, 2048, 2049, 10_000])
  func `the fast pass gives the reference's sums for any number of points`(count: Int) throws {
    for seed in 1...3 as ClosedRange<UInt64> {
      let sample = Self.cloud(count, seed: seed)
      for k in [1, 2, 3, 5, 8, 12] {
        try expectAgreement(Self.mixture(k, over: sample, seed: seed), over: sample.points)
      }
    }
  }

  @Test(arguments: Sample.extreme)
  func `scale and offset of the data cost no digits`(sample: Sample) throws {
    for seed in 1...20 as ClosedRange<UInt64> {
      for k in 1...6 {
        try expectAgreement(Self.mixture(k, over: sample, seed: seed), over: sample.points)
      }
    }
  }

  @Test(arguments: [40, 255]) func `many components go through as few do`(k: Int) throws {
    let sample = Self.cloud(700, seed: 5)
    try expectAgreement(Self.mixture(k, over: sample, seed: 6), over: sample.points)
  }

  @Test func `one point with one component`() throws {
    let component = try #require(
      GaussianComponent(weight: 1, mean: Point(x: 3, y: 4), covariance: .isotropic(2)))
    let points = PointSet(xs: [3.5], ys: [3])
    try expectAgreement(GaussianMixture(components: [component]), over: points)
  }

  @Test func `fifty iterations of either end in the same place`() throws {
    for sample in Sample.ordinary + Sample.extreme {
      for seed in 1...5 as ClosedRange<UInt64> {
        let safeguard = Safeguard(for: sample.points)
        let ends = fiftyIterations(from: try Self.mixture(3, over: sample, seed: seed)) {
          let q =
            $1
            ? $0.expectation(over: sample.points, observed: nil)
            : $0.referenceExpectation(over: sample.points, observed: nil)
          return try $0.maximization(over: sample.points, from: q, safeguard: safeguard)
        }
        guard let (fast, reference) = ends else { continue }
        for (a, b) in zip(fast.components, reference.components) {
          let scale = (b.covariance.trace).squareRoot()
          let offset = max(abs(b.mean.x), abs(b.mean.y), scale)
          #expect(abs(a.weight - b.weight) < 1e-10, "\(sample), seed \(seed)")
          #expect(abs(a.mean.x - b.mean.x) < 1e-10 * offset, "\(sample), seed \(seed)")
          #expect(abs(a.mean.y - b.mean.y) < 1e-10 * offset, "\(sample), seed \(seed)")
          #expect(
            abs(a.covariance.xx - b.covariance.xx) < 1e-10 * b.covariance.trace
              && abs(a.covariance.xy - b.covariance.xy) < 1e-10 * b.covariance.trace
              && abs(a.covariance.yy - b.covariance.yy) < 1e-10 * b.covariance.trace,
            "\(sample), seed \(seed)")
        }
      }
    }
  }

  @Test func `tight clusters a million deviations apart keep their covariances`() throws {
    let sample = Sample.clouds(
      [
        (500, Point(x: 0, y: 0), .isotropic(1e-6)),
        (500, Point(x: 1e3, y: 1e3), .isotropic(1e-6)),
      ], seed: 3, name: "tight")
    let components = try [Point(x: 0, y: 0), Point(x: 1e3, y: 1e3)].map {
      try #require(GaussianComponent(weight: 0.5, mean: $0, covariance: .isotropic(1e-6)))
    }
    try expectAgreement(GaussianMixture(components: components), over: sample.points)
  }

  @Test func `a component of weight zero gets nothing`() throws {
    let sample = Self.cloud(300, seed: 8)
    var components = try Self.mixture(2, over: sample, seed: 8).components
    components.append(
      try #require(
        GaussianComponent(weight: 0, mean: sample.points[0], covariance: .isotropic(1))))
    let mixture = GaussianMixture(components: components)
    let fast = try #require(mixture.fastExpectation(over: sample.points))
    #expect(fast.sums?[2].mass == 0)
    #expect(!fast.labels.contains(2))
    try expectAgreement(mixture, over: sample.points)
  }

  @Test func `a point out of every reach goes to the reference`() throws {
    let component = try #require(
      GaussianComponent(weight: 1, mean: Point(x: 0, y: 0), covariance: .isotropic(1e-300)))
    let mixture = GaussianMixture(components: [component])
    let points = PointSet(xs: [0, 1e150], ys: [0, 0])
    #expect(mixture.fastExpectation(over: points) == nil)
    #expect(mixture.expectation(over: points, observed: nil).objective.isFinite)
  }

  @Test func `the number of threads changes no bit`() throws {
    let sample = Self.cloud(50_001, seed: 9)
    let mixture = try Self.mixture(4, over: sample, seed: 9)
    for set in PassOptions.InstructionSet.allCases where set.isSupported {
      let one = try #require(
        mixture.fastExpectation(
          over: sample.points, options: PassOptions(instructionSet: set, threads: 1)))
      for threads in [2, 3, 0] {
        let many = try #require(
          mixture.fastExpectation(
            over: sample.points, options: PassOptions(instructionSet: set, threads: threads)))
        #expect(one.objective == many.objective)
        #expect(one.sums == many.sums)
        #expect(one.labels == many.labels)
      }
    }
  }

  @Test func `passes begun at once from many tasks do not disturb each other`() async throws {
    let sample = Self.cloud(60_000, seed: 10)
    let mixture = try Self.mixture(3, over: sample, seed: 10)
    let expected = mixture.fastExpectation(over: sample.points)?.sums
    await withTaskGroup(of: [ComponentStatistics]?.self) { group in
      for _ in 0..<40 {
        group.addTask { mixture.fastExpectation(over: sample.points)?.sums }
      }
      for await sums in group { #expect(sums == expected) }
    }
  }
}

/// Compares the fast pass, with every instruction set, to the plain steps, with and without weights.
private func expectAgreement(_ mixture: GaussianMixture, over points: PointSet) throws {
  for points in [points, points.withFractions(seed: 7)] {
    try expectAgreement(of: mixture, over: points)
  }
}

private func expectAgreement(of mixture: GaussianMixture, over points: PointSet) throws {
  let reference = mixture.referenceExpectation(over: points, observed: nil)
  for set in PassOptions.InstructionSet.allCases where set.isSupported {
    let fast = try #require(
      mixture.fastExpectation(over: points, options: PassOptions(instructionSet: set)))
    let count = points.totalWeight
    #expect(
      abs(fast.objective - reference.objective)
        <= 1e-12 * max(abs(reference.objective), count), "\(set), \(points.count) points")
    #expect(abs(fast.entropy - reference.entropy) <= 1e-11 * count)
    for (k, (a, b)) in zip(try #require(fast.sums), try #require(reference.sums)).enumerated() {
      let scatter = b.second.trace
      let reach = (scatter * b.mass).squareRoot()
      #expect(abs(a.mass - b.mass) <= 1e-11 * count, "\(set), component \(k)")
      #expect(abs(a.sumX - b.sumX) <= 1e-11 * reach && abs(a.sumY - b.sumY) <= 1e-11 * reach)
      #expect(
        abs(a.second.xx - b.second.xx) <= 1e-11 * scatter
          && abs(a.second.xy - b.second.xy) <= 1e-11 * scatter
          && abs(a.second.yy - b.second.yy) <= 1e-11 * scatter, "\(set), component \(k)")
    }
    for n in fast.labels.indices where fast.labels[n] != reference.labels[n] {
      let margin =
        mixture.logJoint(of: points[n], label: Int(fast.labels[n]))
        - mixture.logJoint(of: points[n], label: Int(reference.labels[n]))
      #expect(abs(margin) < 1e-10, "only a tie may fall differently")
    }
  }
}
