import MixtureEngine
import RealModule
import Testing

@Suite("The dial") struct DialTests {
  /// Old Faithful, each coordinate with mean 0 and variance 1 (n-denominator).
  static let standardized: PointSet = {
    let points = PointSet.oldFaithful
    return PointSet(
      xs: points.xs.map { ($0 - points.mean.x) / points.covariance.xx.squareRoot() },
      ys: points.ys.map { ($0 - points.mean.y) / points.covariance.yy.squareRoot() })
  }()

  private func spread(_ factor: Double) throws -> Double {
    let points = Self.standardized
    let start = StartingRule.randomPoints.start(over: points, components: 2, seed: 1)
    let model = start.with(variance: factor * Dial.mergingVariance(of: points))
    var run = Run(
      of: model, over: points, stopping: StoppingRule(tolerance: 0, iterationLimit: 2000))
    run.run()
    let means = run.model.shapes.map(\.centre)
    return means[0].squaredDistance(to: means[1])
  }

  @Test(arguments: [0.3, 0.8, 1.25, 3])
  func `multiplies the distance of nearly merged means by λmax / σ² an iteration`(
    factor: Double
  ) throws {
    let points = Self.standardized
    let merging = Dial.mergingVariance(of: points)
    let step = 1e-5
    let angle = points.covariance.axes.angle
    let way = Point(x: step * .cos(angle), y: step * .sin(angle))
    let start = GaussianMixture.start(
      means: [
        Point(x: points.mean.x - way.x, y: points.mean.y - way.y),
        Point(x: points.mean.x + way.x, y: points.mean.y + way.y),
      ], over: points)
    var run = Run(of: start.with(variance: factor * merging), over: points)
    run.iterate()
    let means = run.model.shapes.map(\.centre)
    let growth = means[0].squaredDistance(to: means[1]).squareRoot() / (2 * step)
    #expect(abs(growth - 1 / factor) < 1e-4)
  }

  @Test func `merges all means at the largest eigenvalue of the data's covariance`() throws {
    #expect(abs(Dial.mergingVariance(of: Self.standardized) - 1.900811) < 1e-6)
    #expect(try spread(1.01) < 1e-12)
    #expect(try spread(0.99) > 1e-4)
  }

  @Test func `keeps the weights and σ² it is given`() throws {
    let points = Self.standardized
    let start = StartingRule.randomPoints.start(over: points, components: 3, seed: 1)
    var run = Run(of: start.with(variance: 0.2), over: points)
    run.run()
    for shape in run.model.shapes {
      #expect(shape.weight == 1.0 / 3.0)
      #expect(shape.outline == .ellipse(.isotropic(0.2)))
    }
  }
}

@Suite struct `The scale of the dial` {
  private let points = PointSet.oldFaithful

  @Test func `goes from 0 at the hard end to 1, with equal notches`() {
    let range = Dial.range(for: points)
    #expect(Dial.share(of: range.lowerBound, for: points) == 0)
    #expect(Dial.share(of: range.upperBound, for: points) == 1)
    #expect(Dial.share(of: 0, for: points) == 0)
    #expect(Dial.share(of: .infinity, for: points) == 1)
    let notches = (1...10).map { n in
      (0..<n).reduce(range.lowerBound) { variance, _ in variance * Dial.notch }
    }
    let shares = notches.map { Dial.share(of: $0, for: points) }
    for (a, b) in zip(shares, shares.dropFirst()) { #expect(abs(b - a - shares[0]) < 1e-12) }
  }

  @Test func `takes the means of any model, and nothing else`() throws {
    for kind in ModelKind.all {
      let start = StartingRule.randomPoints.start(over: points, components: 3, seed: 4)
      let model = try kind.model(from: start, over: points)
      let mixture = Dial.mixture(withMeansOf: model, variance: 2, over: points)
      let means = model.shapes.filter { $0.outline != .everywhere }.map(\.centre)
      #expect(mixture.shapes.map(\.centre) == means)
      #expect(Dial.variance(of: mixture) == 2)
      #expect(Dial.variance(of: KMeans(centres: means)) == nil)
    }
  }
}
