import RealModule
import Testing

@testable import MixtureEngine

@Suite struct `What counts as a collapse` {
  /// Two clusters of unit size and five points far from all others, turned by an angle.
  private func besideSentinels(at distance: Double, angle: Double, seed: UInt64) -> PointSet {
    var generator = SeededGenerator(seed: seed)
    let (c, s) = (Double.cos(angle), Double.sin(angle))
    let clusters = (0..<200).map { n in
      (generator.normal() + (n % 2 == 0 ? 0 : 10), generator.normal())
    }
    let sentinels = (0..<5).map { _ in
      (distance * (1 + generator.unit()), distance * (generator.unit() - 0.5))
    }
    let points = clusters + sentinels
    return PointSet(
      xs: points.map { c * $0.0 - s * $0.1 }, ys: points.map { s * $0.0 + c * $0.1 })
  }

  /// Whatever a few points far away make of the data's variance, and whichever way the plane is
  /// turned, clusters of many points keep theirs.
  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `is not a cluster beside points that are far away`(seed: UInt64) throws {
    for angle in [0, .pi / 4, 1.1] as [Double] {
      let points = besideSentinels(at: 1e10, angle: angle, seed: seed)
      func gaussian(_ members: [Int], _ weight: Double) throws -> GaussianComponent {
        let set = PointSet(xs: members.map { points.xs[$0] }, ys: members.map { points.ys[$0] })
        return try #require(
          GaussianComponent(weight: weight, mean: set.mean, covariance: set.covariance))
      }
      let start = GaussianMixture(components: [
        try gaussian(Array(stride(from: 0, to: 200, by: 2)), 100 / 205),
        try gaussian(Array(stride(from: 1, to: 200, by: 2)), 100 / 205),
        try gaussian(Array(200..<205), 5 / 205),
      ])
      var run = Run(of: start, over: points)
      run.run()
      #expect(run.snapshot.status == .converged, "seed \(seed), angle \(angle)")
      let weights = run.model.shapes.map(\.weight)
      #expect(abs(weights[2] - 5 / 205) < 1e-9, "seed \(seed), angle \(angle)")
    }
  }

  /// A component is as thin as it may be whichever way it lies.
  @Test(arguments: [0, 0.3, .pi / 4, 1.2, .pi / 2] as [Double])
  func `is the same thinness at every angle`(angle: Double) throws {
    var generator = SeededGenerator(seed: 9)
    let points = PointSet(
      xs: (0..<100).map { _ in generator.normal() }, ys: (0..<100).map { _ in generator.normal() })
    let safeguard = Safeguard(for: points)
    let (c, s) = (Double.cos(angle), Double.sin(angle))
    func turned(_ aspect: Double) -> Covariance2 {
      let minor = aspect * aspect
      return Covariance2(
        xx: c * c + minor * s * s, xy: (1 - minor) * c * s, yy: s * s + minor * c * c)
    }
    for aspect in [1e-3, 1e-6, 1e-7] {
      #expect(safeguard.admit(turned(aspect)) != nil, "\(aspect)")
    }
    for aspect in [2e-8, 1e-9, 1e-11] {
      #expect(safeguard.admit(turned(aspect)) == nil, "\(aspect)")
    }
  }

  /// The units of the axes are none of its business.
  @Test(arguments: [1e-150, 1e-9, 1, 1e9, 1e150])
  func `is no cluster that is thin only by the units of an axis`(unit: Double) throws {
    var generator = SeededGenerator(seed: 9)
    let points = PointSet(
      xs: (0..<100).map { _ in generator.normal() },
      ys: (0..<100).map { _ in unit * generator.normal() })
    #expect(Safeguard(for: points).admit(points.covariance) != nil)
  }

  /// Ties stay ties where an offset is added that leaves the coordinates few digits.
  @Test(arguments: [0, 1, 1e4, 1e8] as [Double])
  func `is a component on points at one place, whatever the offset`(offset: Double) throws {
    var generator = SeededGenerator(seed: 3)
    let others = (0..<60).map { _ in (generator.normal(), generator.normal()) }
    let points = PointSet(
      xs: (others.map(\.0) + [Double](repeating: 8, count: 5)).map { $0 + offset },
      ys: (others.map(\.1) + [Double](repeating: 8, count: 5)).map { $0 + offset })
    let start = GaussianMixture.start(
      means: [Point(x: offset, y: offset), Point(x: 8 + offset, y: 8 + offset)], over: points)
    var run = Run(of: start, over: points, stopping: StoppingRule(tolerance: 0))
    run.run()
    #expect(run.snapshot.status == .collapsed(Collapse(component: 1, reason: .singularCovariance)))
  }
}
