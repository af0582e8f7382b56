import Testing

@_spi(Benchmarks) @testable import MixtureEngine

/// Many points, and mixtures that lie in them in some way.
private struct Scene: CustomTestStringConvertible, Sendable {
  var name: String
  /// The distance of neighbouring clusters on a lattice, in their standard deviations.
  var distance: Double
  /// How many times wider than high each cluster is, before it is turned.
  var aspect = 1.5
  var scale = 1.0
  var offset = 0.0
  /// Of the weight of the first component, so much is left.
  var rarity = 1.0
  /// Points far from all others.
  var outliers: [Point] = []
  /// Coordinates are rounded to multiples of this, where that is more than 0.
  var grid = 0.0
  /// How far parameters may be from each other after fifty iterations; more where a component without
  /// points of its own, or with a few that are far apart, makes much of each rounding.
  var tolerance = 1e-10
  var testDescription: String { name }

  static let all = [
    Scene(name: "overlapping", distance: 2),
    Scene(name: "side by side", distance: 6),
    Scene(name: "far apart", distance: 30),
    Scene(name: "thin and tilted", distance: 8, aspect: 1e6),
    Scene(name: "at 1e8", distance: 8, offset: 1e8),
    Scene(name: "of 1e140", distance: 8, scale: 1e140),
    Scene(name: "of 1e-140", distance: 8, scale: 1e-140),
    Scene(name: "one rare", distance: 7, rarity: 1e-3),
    Scene(name: "one without a point", distance: 9, rarity: 1e-300, tolerance: 1e-4),
    Scene(name: "one of weight zero", distance: 7, rarity: 0),
    Scene(
      name: "with outliers", distance: 7,
      outliers: [Point(x: 1e6, y: -1e7), Point(x: -1e9, y: 3), Point(x: 1e9, y: 1e9)],
      tolerance: 1e-8),
    Scene(name: "on a lattice", distance: 7, grid: 0.25),
  ]

  /// K components and points from them.
  func drawn(_ count: Int, components k: Int, seed: UInt64) throws -> (GaussianMixture, PointSet) {
    var generator = SeededGenerator(seed: seed)
    let columns = Int(Double(k).squareRoot().rounded(.up))
    let components = try (0..<k).map { j in
      let angle = Double.random(in: 0...3, using: &generator)
      let (u, v) = (Point(x: 1, y: angle), 1 / aspect)
      let length = (1 + u.y * u.y).squareRoot()
      let (c, s) = (u.x / length, u.y / length)
      let mean = Point(
        x: offset + scale * (distance * Double(j % columns) + generator.normal() / 4),
        y: offset + scale * (distance * Double(j / columns) + generator.normal() / 4))
      return try #require(
        GaussianComponent(
          weight: (j == 0 ? rarity : 1) / Double(k), mean: mean,
          covariance: (scale * scale)
            * Covariance2(
              xx: c * c + v * v * s * s, xy: (1 - v * v) * c * s, yy: s * s + v * v * c * c)))
    }
    let points = (0..<count).map { n -> Point in
      let j = n % k == 0 && Double.random(in: 0..<1, using: &generator) >= rarity ? k - 1 : n % k
      let place = components[j].place(generator.normal(), generator.normal())
      guard grid > 0 else { return place }
      return Point(x: (place.x / grid).rounded() * grid, y: (place.y / grid).rounded() * grid)
    }
    return (GaussianMixture(components: components), PointSet(points + outliers))
  }
}

/// A pass over cells, with every instruction set, beside the same that asks every component about
/// every point.
@Suite struct `A pass over cells of neighbouring points` {
  private static let sizes = [(8192, 3), (8193, 16), (10_000, 1), (12_345, 2), (20_011, 24)]

  @Test(arguments: Scene.all) private func `gives what the dense pass gives`(scene: Scene) throws {
    for (seed, (count, k)) in Self.sizes.enumerated() {
      let (mixture, points) = try scene.drawn(count, components: k, seed: UInt64(seed))
      for set in PassOptions.InstructionSet.allCases where set.isSupported {
        let claim: Comment = "\(scene), \(count) points, K = \(k), seed \(seed), \(set)"
        let dense = mixture.fastExpectation(
          over: points, options: PassOptions(instructionSet: set, isDense: true))
        let cells = mixture.fastExpectation(
          over: points, options: PassOptions(instructionSet: set))
        guard let dense else {
          #expect(cells == nil, claim)
          continue
        }
        let answer = try #require(cells, claim)
        #expect(answer.isOverCells, claim)
        try expectAgreement(answer, dense, of: mixture, over: points, claim)
      }
    }
  }

  @Test(arguments: Scene.all)
  private func `leads to the same parameters in fifty iterations`(scene: Scene) throws {
    for k in [2, 5] {
      let seed = UInt64(k)
      let (drawn, points) = try scene.drawn(9000, components: k, seed: seed)
      let start = drawn.components.map {
        GaussianComponent(
          weight: 1 / Double(k), mean: $0.place(0.3, -0.2), covariance: 1.3 * $0.covariance)
      }
      var cells = GaussianMixture(components: start.compactMap { $0 })
      var dense = cells
      let safeguard = Safeguard(for: points)
      for iteration in 0..<50 {
        let claim: Comment = "\(scene), K = \(k), seed \(seed), iteration \(iteration)"
        let p = dense.fastExpectation(over: points, options: PassOptions(isDense: true))
        guard let p else {
          #expect(cells.fastExpectation(over: points) == nil, claim)
          break
        }
        let q = try #require(cells.fastExpectation(over: points), claim)
        let next = try? dense.maximization(over: points, from: p, safeguard: safeguard)
        let other = try? cells.maximization(over: points, from: q, safeguard: safeguard)
        #expect((next == nil) == (other == nil), claim)
        guard let next, let other else { break }
        (dense, cells) = (next, other)
      }
      for (a, b) in zip(cells.components, dense.components) {
        let claim: Comment = "\(scene), K = \(k), seed \(seed)"
        let trace = b.covariance.trace
        #expect(abs(a.weight - b.weight) < scene.tolerance, claim)
        let reach = max(abs(b.mean.x), abs(b.mean.y), trace.squareRoot())
        #expect(abs(a.mean.x - b.mean.x) < scene.tolerance * reach, claim)
        #expect(abs(a.mean.y - b.mean.y) < scene.tolerance * reach, claim)
        let change = a.covariance + (-1) * b.covariance
        #expect(
          abs(change.xx) < scene.tolerance * trace && abs(change.xy) < scene.tolerance * trace
            && abs(change.yy) < scene.tolerance * trace, claim)
      }
    }
  }

  @Test(arguments: Scene.all)
  private func `gives each point the centre that k-means gives it`(scene: Scene) throws {
    for (seed, (count, k)) in Self.sizes.enumerated() {
      let (mixture, points) = try scene.drawn(count, components: k, seed: UInt64(seed))
      // Centres on the lattice too, so that points are as near to two, and one that has none.
      var centres = mixture.components.map(\.mean)
      if scene.grid > 0 {
        centres = centres.map { Point(x: $0.x.rounded(), y: $0.y.rounded()) } + [centres[0]]
      }
      centres.append(Point(x: -1e6 * scene.scale, y: 1e7 * scene.scale))
      let means = KMeans(centres: centres)
      let reference = means.referenceExpectation(over: points, observed: nil)
      let expected = try #require(reference.sums)
      for set in PassOptions.InstructionSet.allCases where set.isSupported {
        let claim: Comment = "\(scene), \(count) points, K = \(k), seed \(seed), \(set)"
        let fast = try #require(
          means.fastExpectation(over: points, options: PassOptions(instructionSet: set)), claim)
        #expect(fast.isOverCells, claim)
        #expect(fast.labels == reference.labels, claim)
        #expect(
          abs(fast.objective - reference.objective) <= 1e-12 * abs(reference.objective), claim)
        for (a, b) in zip(try #require(fast.sums), expected) {
          #expect(a.mass == b.mass, claim)
          let reach = abs(b.mean.x) + abs(b.mean.y) + abs(reference.objective).squareRoot()
          #expect(abs(a.mean.x - b.mean.x) <= 1e-12 * reach || b.mass == 0, claim)
          #expect(abs(a.mean.y - b.mean.y) <= 1e-12 * reach || b.mass == 0, claim)
          #expect(b.mass > 0 || (a.sumX == 0 && a.sumY == 0), claim)
        }
      }
    }
  }

  @Test func `has the same bits for any number of threads, and after any other pass`() throws {
    let scene = Scene(name: "side by side", distance: 6)
    let (mixture, points) = try scene.drawn(60_001, components: 8, seed: 5)
    let means = KMeans(centres: mixture.components.map(\.mean))
    let one = try #require(mixture.fastExpectation(over: points, options: PassOptions(threads: 1)))
    let hard = try #require(means.fastExpectation(over: points, options: PassOptions(threads: 1)))
    for threads in [2, 3, 0] {
      let options = PassOptions(threads: threads)
      let many = try #require(mixture.fastExpectation(over: points, options: options))
      #expect(many.objective == one.objective)
      #expect(many.sums == one.sums)
      #expect(many.labels == one.labels)
      let others = try #require(means.fastExpectation(over: points, options: options))
      #expect(others.objective == hard.objective)
      #expect(others.sums == hard.sums)
    }
    let again = PointSet(xs: points.xs, ys: points.ys)
    #expect(mixture.fastExpectation(over: again)?.sums == one.sums)
    #expect(again == points)
  }

  @Test func `is taken from 8192 points on, unless all is asked for`() throws {
    let scene = Scene(name: "side by side", distance: 6)
    for (count, isOverCells) in [(8191, false), (8192, true)] {
      let (mixture, points) = try scene.drawn(count, components: 4, seed: 1)
      let dense = PassOptions(isDense: true)
      #expect(mixture.fastExpectation(over: points)?.isOverCells == isOverCells)
      #expect(mixture.fastExpectation(over: points, options: dense)?.isOverCells == false)
    }
  }

  @Test(arguments: [1e-6, 1e-7, 3e-8, 1e-8, 1e-10])
  func `keeps a cluster that is tiny beside the box around it`(width: Double) throws {
    var generator = SeededGenerator(seed: 7)
    let points = PointSet(
      (0..<10_000).map { n in
        let size = n.isMultiple(of: 2) ? 1 : width
        return Point(x: size * generator.normal(), y: size * generator.normal())
      })
    let components = try [1, width * width].map {
      try #require(
        GaussianComponent(weight: 0.5, mean: Point(x: 0, y: 0), covariance: .isotropic($0)))
    }
    let mixture = GaussianMixture(components: components)
    for set in PassOptions.InstructionSet.allCases where set.isSupported {
      let dense = try #require(
        mixture.fastExpectation(
          over: points, options: PassOptions(instructionSet: set, isDense: true)))
      let cells = try #require(
        mixture.fastExpectation(over: points, options: PassOptions(instructionSet: set)))
      try expectAgreement(cells, dense, of: mixture, over: points, "width \(width), \(set)")
    }
  }

  @Test(arguments: [1e5, 1e7, 3e7, 99_999_999, 3e8, 1e9, 1e12])
  func `keeps clusters beside noise whose box an outlier stretches`(far: Double) throws {
    var generator = SeededGenerator(seed: 8)
    let cloud = (0..<9000).map { n in
      Point(x: Double(n % 2) * 9 + generator.normal(), y: generator.normal())
    }
    for outlier in [Point(x: far, y: 0), Point(x: -far, y: far)] {
      let points = PointSet(cloud + [outlier])
      let start = try [0.0, 9].map {
        try #require(
          GaussianComponent(weight: 0.5, mean: Point(x: $0, y: 0), covariance: .isotropic(1)))
      }
      let noisy = NoisyMixture(
        gaussians: GaussianMixture(components: start), noiseWeight: 0.05, over: points)
      let dense = try #require(
        noisy.fastExpectation(over: points, options: PassOptions(isDense: true)))
      let cells = try #require(noisy.fastExpectation(over: points))
      let claim: Comment = "an outlier at \(outlier)"
      #expect(cells.labels == dense.labels, claim)
      #expect(abs(cells.objective - dense.objective) <= 1e-12 * abs(dense.objective), claim)
      for (a, b) in zip(try #require(cells.sums), try #require(dense.sums)) {
        #expect(abs(a.mass - b.mass) <= 1e-12 * b.mass, claim)
      }
    }
  }

  @Test func `answers for points on a line`() throws {
    var generator = SeededGenerator(seed: 9)
    let points = try PointSet(
      validating: (0..<20_000).map { n in Double(n % 4) * 12 + generator.normal() })
    let start = StartingRule.farthestFirst.start(over: points, components: 4, seed: 2)
    var mixture = GaussianMixture(from: start, over: points, observed: nil)
    for _ in 0..<30 {
      let cells = try #require(mixture.fastExpectation(over: points))
      let dense = try #require(
        mixture.fastExpectation(over: points, options: PassOptions(isDense: true)))
      #expect(cells.labels == dense.labels)
      #expect(abs(cells.objective - dense.objective) <= 1e-13 * abs(dense.objective))
      mixture = try mixture.maximization(
        over: points, from: cells, safeguard: Safeguard(for: points))
    }
    #expect(try #require(mixture.fastExpectation(over: points)).isOverCells)
  }

  @Test func `goes through identical points and through many components`() throws {
    let same = PointSet(
      xs: .init(repeating: 2.5, count: 9000), ys: .init(repeating: 1e8, count: 9000))
    let scene = Scene(name: "side by side", distance: 6)
    let (few, _) = try scene.drawn(300, components: 3, seed: 1)
    let (many, points) = try scene.drawn(9000, components: 255, seed: 2)
    for (mixture, points) in [(few, same), (many, points)] {
      let dense = try #require(
        mixture.fastExpectation(over: points, options: PassOptions(isDense: true)))
      let cells = try #require(mixture.fastExpectation(over: points))
      #expect(cells.labels == dense.labels)
      #expect(
        abs(cells.objective - dense.objective)
          <= 1e-13 * max(abs(dense.objective), Double(points.count)))
    }
  }

  @Test func `leaves a component whose sums are too small for it to the dense pass`() throws {
    // The last component's few points lie where another has some share too, so that what it would lose
    // of the many is more than the rounding of what it has.
    var generator = SeededGenerator(seed: 3)
    let points = PointSet(
      (0..<20_000).map { _ in Point(x: generator.normal(), y: generator.normal()) })
    let components = try [(1.0, 0.0), (1e-12, 15.0)].map { weight, x in
      try #require(
        GaussianComponent(weight: weight, mean: Point(x: x, y: 0), covariance: .isotropic(1)))
    }
    let mixture = GaussianMixture(components: components)
    let fast = try #require(mixture.fastExpectation(over: points))
    let dense = try #require(
      mixture.fastExpectation(over: points, options: PassOptions(isDense: true)))
    let (a, b) = (try #require(fast.sums)[1], try #require(dense.sums)[1])
    #expect(b.mass > 0)
    #expect(abs(a.mass - b.mass) <= 1e-13 * b.mass)
    #expect(abs(a.second.xx - b.second.xx) <= 1e-13 * b.second.xx)
  }
}

extension MixtureEngine.Expectation {
  fileprivate var isOverCells: Bool {
    if case .inCells = labelList { true } else { false }
  }
}

private func expectAgreement(
  _ cells: MixtureEngine.Expectation, _ dense: MixtureEngine.Expectation,
  of mixture: GaussianMixture, over points: PointSet,
  _ claim: Comment
) throws {
  let count = Double(points.count)
  #expect(
    abs(cells.objective - dense.objective) <= 1e-13 * max(abs(dense.objective), count), claim)
  #expect(abs(cells.entropy - dense.entropy) <= 1e-12 * count, claim)
  #expect(cells.labels == dense.labels, claim)
  for (k, (a, b)) in zip(try #require(cells.sums), try #require(dense.sums)).enumerated() {
    // Relative to what this very component has, however little that is.
    let claim: Comment = "\(claim), component \(k)"
    let scatter = max(b.second.trace, b.mass * mixture.components[k].covariance.trace)
    let reach = (scatter * b.mass).squareRoot()
    #expect(abs(a.mass - b.mass) <= 1e-12 * b.mass, claim)
    #expect(abs(a.sumX - b.sumX) <= 1e-12 * reach, claim)
    #expect(abs(a.sumY - b.sumY) <= 1e-12 * reach, claim)
    let change = a.second + (-1) * b.second
    #expect(abs(change.xx) <= 1e-12 * scatter, claim)
    #expect(abs(change.xy) <= 1e-12 * scatter, claim)
    #expect(abs(change.yy) <= 1e-12 * scatter, claim)
  }
}
