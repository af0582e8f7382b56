import MixtureEngine
import RealModule
import TestSupport
import Testing

@Suite struct `Data drawn from a model` {
  /// Many places with room for x, so that moments are known well.
  private static let many = PointSet(
    xs: (0..<20_000).map { Double($0 % 200) / 20 }, ys: (0..<20_000).map { Double($0 % 7) })

  private static func components(_ structure: CovarianceStructure) throws -> GaussianMixture {
    let covariances: [Covariance2] =
      switch structure {
      case .full: [Covariance2(xx: 2, xy: -0.9, yy: 1), Covariance2(xx: 0.5, xy: 0.6, yy: 3)]
      case .tied: [Covariance2(xx: 2, xy: -0.9, yy: 1), Covariance2(xx: 2, xy: -0.9, yy: 1)]
      case .diagonal: [Covariance2(xx: 2, xy: 0, yy: 1), Covariance2(xx: 0.5, xy: 0, yy: 3)]
      case .spherical: [.isotropic(2), .isotropic(0.3)]
      case .sharedSpherical, .fixedSpherical: [.isotropic(0.7), .isotropic(0.7)]
      case .univariate: [.univariate(2), .univariate(0.3)]
      }
    return try GaussianMixture(
      weights: structure == .fixedSpherical(variance: 0.7) ? [0.5, 0.5] : [0.3, 0.7],
      means: [Point(x: -1, y: 4), Point(x: 7, y: 2)], covariances: covariances,
      structure: structure)
  }

  private func drawn(
    _ model: any LatentLabelModel, _ seed: UInt64, like points: PointSet = many
  ) throws -> DrawnData {
    var generator = SeededGenerator(seed: seed)
    return try #require(model.drawn(like: points, using: &generator))
  }

  /// Whether a share of so many draws is what it should be, to five standard errors.
  private func isShare(_ found: Int, of count: Int, _ share: Double) -> Bool {
    let error = (share * (1 - share) / Double(count)).squareRoot()
    return abs(Double(found) / Double(count) - share) <= 5 * error + 1e-12
  }

  /// Squared Mahalanobis distances of the points of a component.
  private func distances(_ data: DrawnData, _ k: Int, of component: GaussianComponent) -> [Double] {
    data.labels.indices.filter { data.labels[$0] == k }.map {
      component.squaredMahalanobis(of: data.points[$0])
    }
  }

  @Test(arguments: FuzzSeed.usual(1, 2))
  func `stays on the line of points on a line, and counts heads of coins`(seed: UInt64) throws {
    let line = try PointSet(validating: (0..<20_000).map { Double($0 % 11) })
    let mixture = try GaussianMixture(
      weights: [0.3, 0.7], means: [Point(x: -1, y: 0), Point(x: 7, y: 0)],
      covariances: [.univariate(2), .univariate(0.3)], structure: .univariate(.full))
    let gaussians = try drawn(mixture, seed, like: line)
    #expect(gaussians.points.dimension == 1 && gaussians.points.ys.allSatisfy { $0 == 0 })
    for (k, variance) in [2, 0.3].enumerated() {
      let own = gaussians.labels.indices.filter { gaussians.labels[$0] == k }
        .map { gaussians.points.xs[$0] - mixture.components[k].mean.x }
      let found = own.reduce(0) { $0 + $1 * $1 } / Double(own.count)
      let error = variance * (2 / Double(own.count)).squareRoot()
      #expect(abs(found - variance) < 5 * error, "seed \(seed), component \(k)")
    }
    let coins = try CoinMixture(validating: [0.8, 0.3], tosses: 10)
    let heads = try drawn(coins, seed, like: line.tossed(10))
    #expect(heads.points.xs.allSatisfy { (0...10).contains($0) && $0 == $0.rounded() })
    for (k, θ) in [0.8, 0.3].enumerated() {
      let own = heads.labels.indices.filter { heads.labels[$0] == k }.map { heads.points.xs[$0] }
      let share = own.reduce(0, +) / Double(10 * own.count)
      let error = (θ * (1 - θ) / Double(10 * own.count)).squareRoot()
      #expect(abs(share - θ) < 5 * error, "seed \(seed), coin \(k)")
    }
  }

  @Test(
    arguments: CovarianceStructure.named.map(\.structure) + [.fixedSpherical(variance: 0.7)],
    FuzzSeed.usual(1, 2))
  func `has the weights, means and covariances of Gaussians`(
    structure: CovarianceStructure, seed: UInt64
  ) throws {
    let model = try Self.components(structure)
    let data = try drawn(model, seed)
    for (k, component) in model.components.enumerated() {
      let own = data.labels.indices.filter { data.labels[$0] == k }
      #expect(isShare(own.count, of: data.labels.count, component.weight), "seed \(seed)")
      let points = PointSet(own.map { data.points[$0] })
      let (n, c) = (Double(own.count), component.covariance)
      #expect(abs(points.mean.x - component.mean.x) < 5 * (c.xx / n).squareRoot(), "seed \(seed)")
      #expect(abs(points.mean.y - component.mean.y) < 5 * (c.yy / n).squareRoot(), "seed \(seed)")
      let error = 5 * (2 / n).squareRoot()
      #expect(abs(points.covariance.xx - c.xx) < error * c.xx, "seed \(seed)")
      #expect(abs(points.covariance.yy - c.yy) < error * c.yy, "seed \(seed)")
      #expect(
        abs(points.covariance.xy - c.xy) < error * (c.xx * c.yy).squareRoot(), "seed \(seed)")
      for radius in [1.0, 2, 6] {
        let within = distances(data, k, of: component).count { $0 <= radius }
        #expect(isShare(within, of: own.count, 1 - .exp(-radius / 2)), "seed \(seed)")
      }
    }
  }

  @Test(arguments: [1.5, 4, 30], FuzzSeed.usual(1, 2))
  func `has the tails of Student's t`(nu: Double, seed: UInt64) throws {
    let gaussians = try Self.components(.full)
    let model = StudentMixture(components: gaussians.components, degreesOfFreedom: nu)
    let data = try drawn(model, seed)
    for (k, component) in model.components.enumerated() {
      let squares = distances(data, k, of: component)
      #expect(isShare(squares.count, of: data.labels.count, component.weight), "seed \(seed)")
      // In two dimensions P(δ² ≤ c) = 1 − (1 + c/ν)^(−ν/2).
      for radius in [0.5, 2, 8, 40] {
        let share = 1 - Double.pow(1 + radius / nu, -nu / 2)
        #expect(
          isShare(squares.count { $0 <= radius }, of: squares.count, share),
          "seed \(seed) within \(radius)")
      }
    }
  }

  @Test(arguments: FuzzSeed.usual(1, 2, 3))
  func `has noise all over the box`(seed: UInt64) throws {
    let model = NoisyMixture(
      gaussians: try Self.components(.full), noiseWeight: 0.25, lower: Point(x: -2, y: 0),
      upper: Point(x: 8, y: 5))
    let data = try drawn(model, seed)
    let noise = data.labels.indices.filter { data.labels[$0] == 2 }
    #expect(isShare(noise.count, of: data.labels.count, 0.25), "seed \(seed)")
    for n in noise {
      let point = data.points[n]
      #expect((-2...8).contains(point.x) && (0...5).contains(point.y))
    }
    let left = noise.count { data.points[$0].x < 0 }
    let low = noise.count { data.points[$0].y < 1 }
    #expect(isShare(left, of: noise.count, 0.2) && isShare(low, of: noise.count, 0.2))
    let first = data.labels.count { $0 == 0 }
    #expect(isShare(first, of: data.labels.count, 0.75 * 0.3), "seed \(seed)")
  }

  @Test(arguments: FuzzSeed.usual(1, 2, 3))
  func `has y about lines, at every x of the data`(seed: UInt64) throws {
    let model = LineMixture(lines: [
      LineMixture.Line(weight: 0.4, centre: Point(x: 1, y: 2), slope: 3, deviation: 0.5),
      LineMixture.Line(weight: 0.6, centre: Point(x: 5, y: -4), slope: -1, deviation: 2),
    ])
    let data = try drawn(model, seed)
    #expect(data.points.xs == Self.many.xs)
    for (k, line) in model.lines.enumerated() {
      let own = data.labels.indices.filter { data.labels[$0] == k }
      #expect(isShare(own.count, of: data.labels.count, line.weight), "seed \(seed)")
      let residuals = own.map { data.points[$0].y - line.height(at: data.points[$0].x) }
      let n = Double(own.count)
      let mean = residuals.reduce(0, +) / n
      let variance = residuals.reduce(0) { $0 + $1 * $1 } / n
      #expect(abs(mean) < 5 * line.deviation / n.squareRoot(), "seed \(seed)")
      let s = line.deviation * line.deviation
      #expect(abs(variance - s) < 5 * (2 / n).squareRoot() * s, "seed \(seed)")
    }
  }

  @Test func `is the same from the same seed, and other from another`() throws {
    let model = try Self.components(.full)
    let few = Sample.threeClouds.points
    #expect(try drawn(model, 3, like: few) == drawn(model, 3, like: few))
    #expect(try drawn(model, 3, like: few) != drawn(model, 4, like: few))
    #expect(try drawn(model, 3, like: few).points.count == few.count)
    let weighted = few.withFractions(seed: 2)
    #expect(try drawn(model, 3, like: weighted).points.weights == weighted.weights)
  }

  @Test func `knows its log-likelihood, and how that varies`() throws {
    let model = try Self.components(.full)
    let few = Sample.threeClouds.points
    var (values, spreads) = ([Double](), [Double]())
    for seed in 0..<300 as Range<UInt64> {
      let data = try drawn(model, seed, like: few)
      let sum = data.points.points.reduce(0) { $0 + model.logDensity(at: $1) }
      #expect(abs(sum - data.logLikelihood) <= 1e-10 * abs(sum))
      values.append(sum)
      spreads.append(data.spread)
    }
    let mean = values.reduce(0, +) / 300
    let deviation = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 299).squareRoot()
    let spread = spreads.reduce(0, +) / 300
    #expect(abs(deviation / spread - 1) < 0.2, "\(deviation) and \(spread)")
  }

  @Test func `is nothing where there is no density`() throws {
    let model = KMeans(centres: [Point(x: 0, y: 0), Point(x: 1, y: 2)])
    var generator = SeededGenerator(seed: 1)
    #expect(model.drawn(like: Self.many, using: &generator) == nil)
    #expect(model.drawnLabels(of: Self.many, observed: nil, using: &generator) == nil)
    #expect(!model.canBeDrawn)
  }

  @Test(arguments: Setting.all.filter { $0.kind != .kMeans })
  func `can be had of every model with a density, and labels from its posterior`(
    setting: Setting
  ) throws {
    let points = Sample.threeClouds.points
    var run = try setting.run(over: points, seed: 1)
    run.iterate()
    #expect(try drawn(run.model, 5, like: points).labels.count == points.count)
    let observed = ObservedLabels(points.xs.indices.map { $0 % 10 == 0 ? 1 : nil })
    let q = run.model.responsibilities(over: points, observed: observed)
    // A point that is in doubt, as far as one is.
    let n = try #require(
      (0..<points.count).filter { observed[$0] == nil }.min { q.row($0).max()! < q.row($1).max()! })
    var counts = [Int](repeating: 0, count: q.componentCount)
    var generator = SeededGenerator(seed: 9)
    for _ in 0..<400 {
      let labels = try #require(
        run.model.drawnLabels(of: points, observed: observed, using: &generator))
      for n in 0..<points.count where observed[n] != nil { #expect(labels[n] == 1) }
      counts[labels[n]] += 1
    }
    for (k, count) in counts.enumerated() { #expect(isShare(count, of: 400, q[n, k])) }
  }
}
