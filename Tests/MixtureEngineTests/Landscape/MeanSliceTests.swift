import RealModule
import Testing

@_spi(Benchmarks) @testable import MixtureEngine

/// L over the plane of one mean.
@Suite struct `The slice along a mean` {
  /// Runs of a setting after two iterations and an E-step, over points without and with weights, and
  /// with some labels known.
  static func runs(of setting: Setting, seed: UInt64) -> [(name: String, run: Run)] {
    let ordinary = Sample.ordinary.map { ($0.name, $0.points) }
    let weighted = [("weighted", Sample.threeClouds.points.withFractions(seed: seed))]
    var runs = (ordinary + weighted).compactMap { name, points in
      (try? setting.run(over: points, seed: seed)).map { (name: name, run: $0) }
    }
    var labels = [UInt8?](repeating: nil, count: Sample.threeClouds.points.count)
    for n in stride(from: 0, to: labels.count, by: 5) { labels[n] = UInt8(n / 5 % 3) }
    if let first = runs.first {
      runs.append(
        (
          "labelled",
          Run(
            of: first.run.model, over: Sample.threeClouds.points, observed: ObservedLabels(labels))
        ))
    }
    for number in runs.indices {
      runs[number].run.run(limit: 2)
      if runs[number].run.snapshot.next == .expectation { runs[number].run.halfStep() }
    }
    return runs
  }

  /// Places in and about the box of the points.
  static func places(about points: PointSet, seed: UInt64, count: Int = 11) -> [Point] {
    var generator = SeededGenerator(seed: seed)
    let (lower, upper) = points.bounds
    func place(_ from: Double, _ to: Double) -> Double {
      from + (2 * generator.unit() - 0.5) * (to - from)
    }
    return (0..<count).map { _ in
      Point(x: place(lower.x, upper.x), y: place(lower.y, upper.y))
    }
  }

  @Test(arguments: Setting.all)
  func `is L with the mean there, at every place`(_ setting: Setting) throws {
    for seed in 1...2 as ClosedRange<UInt64> {
      for (name, run) in Self.runs(of: setting, seed: seed) {
        for k in 0..<run.model.componentCount {
          let slice = MeanSlice(
            through: run.model, moving: k, over: run.points, observed: run.observed,
            safeguard: run.safeguard)
          guard let slice else {
            #expect(run.model is LineMixture || run.model is NoisyMixture && k == 3)
            continue
          }
          let present = run.model.shapes[k].centre
          let places = [present] + Self.places(about: run.points, seed: seed)
          let heights = slice.heights(at: places)
          for (place, height) in zip(places, heights) {
            let moved = try #require(run.model.placing(k, at: place))
            let direct = moved.expectation(over: run.points, observed: run.observed).objective
            let said = "\(name), seed \(seed), component \(k + 1) at \(place)"
            #expect(agree(height, direct, to: 1e-10), "\(said)")
            #expect(agree(slice.height(at: place), direct, to: 1e-10), "\(said)")
          }
          #expect(agree(heights[0], run.snapshot.objective, to: 1e-11))
        }
      }
    }
  }

  @Test(arguments: PassOptions.InstructionSet.allCases)
  func `is the same with any instructions, and as it is written out`(
    _ set: PassOptions.InstructionSet
  ) throws {
    for sample in Sample.ordinary + Sample.extreme {
      for (k, seed) in [(1, 3), (3, 4), (8, 5)] as [(Int, UInt64)] {
        let mixture = try GaussianPassTests.mixture(k, over: sample, seed: seed)
        let slice = try #require(MeanSlice(through: mixture, moving: 0, over: sample.points))
        let places = Self.places(about: sample.points, seed: seed, count: 19)
        let heights = slice.heights(at: places, PassOptions(instructionSet: set))
        for (place, height) in zip(places, heights) {
          #expect(agree(height, slice.height(at: place), to: 1e-11), "\(sample.name) \(k)")
        }
      }
    }
  }

  @Test func `adds log p(θ) where there is a prior`() throws {
    for structure in CovarianceStructure.named.map(\.structure) {
      var recipe = RunRecipe(structure: structure, components: 3, seed: 4)
      recipe.prior = .standard
      var run = try Run(recipe, over: .oldFaithful)
      run.run(limit: 2)
      let slice = try #require(
        MeanSlice(through: run.model, moving: 1, over: run.points, safeguard: run.safeguard))
      for place in Self.places(about: run.points, seed: 9) {
        let moved = try #require(run.model.placing(1, at: place))
        let direct =
          moved.expectation(over: run.points, observed: nil).objective
          + (run.safeguard.logPrior(of: moved) ?? 0)
        #expect(agree(slice.heights(at: [place])[0], direct, to: 1e-10), "\(structure)")
      }
    }
  }

  /// Three Gaussians.
  ///
  /// Their heights were worked out with scipy 1.17.1 from the file's points:
  ///
  ///     pi = [.5, .2, .3]; mu = [place, [2.9, 69], [2.1, 52]]
  ///     S = [[[.2, 1], [1, 30]], [[1.2, 13], [13, 190]], [[.5, 4], [4, 80]]]
  ///     logsumexp([log(pi[k]) + multivariate_normal(mu[k], S[k]).logpdf(X) for k in range(3)],
  ///       axis=0).sum()
  static let mixture = try? GaussianMixture(
    weights: [0.5, 0.2, 0.3],
    means: [Point(x: 4.4, y: 80), Point(x: 2.9, y: 69), Point(x: 2.1, y: 52)],
    covariances: [
      Covariance2(xx: 0.2, xy: 1, yy: 30), Covariance2(xx: 1.2, xy: 13, yy: 190),
      Covariance2(xx: 0.5, xy: 4, yy: 80),
    ])

  @Test func `has scipy's heights`() throws {
    let mixture = try #require(Self.mixture)
    let slice = try #require(MeanSlice(through: mixture, moving: 0, over: .oldFaithful))
    let heights = slice.heights(at: [
      Point(x: 4.4, y: 80), Point(x: 3, y: 60), Point(x: 1.2, y: 110),
    ])
    for (height, golden) in zip(
      heights, [-1200.7711250604837, -1609.5622201195808, -1662.0535547634158])
    {
      #expect(agree(height, golden, to: 1e-12))
    }
  }

  @Test(arguments: Setting.all)
  func `never falls on a step of EM that holds all else`(_ setting: Setting) throws {
    for (name, run) in Self.runs(of: setting, seed: 5) {
      let slice = MeanSlice(
        through: run.model, moving: 0, over: run.points, observed: run.observed,
        safeguard: run.safeguard)
      guard let slice else { continue }
      for var place in Self.places(about: run.points, seed: 6, count: 4) {
        for _ in 0..<5 {
          guard let next = slice.step(from: place) else { break }
          let (before, after) = (slice.height(at: place), slice.height(at: next))
          #expect(after >= before - 1e-11 * abs(before), "\(name) from \(place)")
          place = next
        }
        #expect(slice.top(above: place).height >= slice.height(at: place))
      }
    }
  }

  @Test func `is flat for a component of no weight`() throws {
    let mixture = try GaussianMixture(
      weights: [0, 1], means: [Point(x: 2, y: 60), Point(x: 4, y: 80)],
      covariances: [.isotropic(1), .isotropic(100)])
    let slice = try #require(MeanSlice(through: mixture, moving: 0, over: .oldFaithful))
    let heights = slice.heights(at: Self.places(about: .oldFaithful, seed: 1))
    #expect(Set(heights).count == 1)
    #expect(heights[0].isFinite)
  }
}
