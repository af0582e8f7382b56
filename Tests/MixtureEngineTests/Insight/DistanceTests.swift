import MixtureEngine
import RealModule
import Testing

/// The distances that Bayes' terms tell, each from a formula of its own.
@Suite struct `The distance of a point` {
  private let points = Sample.threeClouds.points

  @Test func `to a line is its residual in the line's own deviations`() throws {
    var run = try Setting(kind: .lines, structure: .full).run(over: points, seed: 4)
    for _ in 0..<3 { run.iterate() }
    let mixture = try #require(run.model as? LineMixture)
    for point in points.points {
      for row in BayesTerms(of: point, under: mixture).rows {
        let line = mixture.lines[row.component]
        let height = line.centre.y + line.slope * (point.x - line.centre.x)
        let expected = abs(point.y - height) / line.deviation
        #expect(abs(try #require(row.distance) - expected) < 1e-12 * max(1, expected))
      }
    }
    #expect(
      mixture.lines.contains { abs($0.deviation - 1) > 0.1 }, "at 1 no power of s can be told")
  }

  @Test func `to a Gaussian is Mahalanobis', by the inverse of the covariance`() throws {
    var run = try Setting.all[0].run(over: points, seed: 4)
    for _ in 0..<3 { run.iterate() }
    let mixture = try #require(run.model as? GaussianMixture)
    for point in points.points {
      for row in BayesTerms(of: point, under: mixture).rows {
        let component = mixture.components[row.component]
        let s = component.covariance
        let (dx, dy) = (point.x - component.mean.x, point.y - component.mean.y)
        let squared =
          (s.yy * dx * dx - 2 * s.xy * dx * dy + s.xx * dy * dy) / (s.xx * s.yy - s.xy * s.xy)
        #expect(abs(try #require(row.distance) - squared.squareRoot()) < 1e-10)
      }
    }
  }

  @Test func `to a centre of the hard limit is Euclid's, and to noise there is none`() throws {
    var hard = try Setting(kind: .kMeans, structure: .full).run(over: points, seed: 4)
    hard.iterate()
    for row in BayesTerms(of: points[9], under: hard.model).rows {
      let centre = hard.model.shapes[row.component].centre
      let (dx, dy) = (points[9].x - centre.x, points[9].y - centre.y)
      #expect(abs(try #require(row.distance) - (dx * dx + dy * dy).squareRoot()) < 1e-12)
    }
    let noisy = try Setting(kind: .noise, structure: .full).run(over: points, seed: 4)
    #expect(BayesTerms(of: points[9], under: noisy.model).rows.last?.distance == nil)
  }
}

@Suite struct `An undecided point` {
  /// Two equal round components around 0, and the place whose greatest responsibility is `q`.
  private static let mixture = GaussianMixture(
    components: [-1.0, 1.0].compactMap {
      GaussianComponent(weight: 0.5, mean: Point(x: $0, y: 0), covariance: .isotropic(1))
    })

  private static func place(where q: Double) -> Point {
    Point(x: Double.log(q / (1 - q)) / 2, y: 0.3)
  }

  @Test(arguments: [0.55, 0.8, 0.9, 0.97])
  func `is one whose greatest responsibility is below the certainty asked for`(certainty: Double) {
    let places = [0.5, certainty - 1e-6, certainty + 1e-6, 0.999].map(Self.place(where:))
    let uncertainty = Uncertainty(of: Self.mixture, over: PointSet(places))
    #expect(uncertainty.undecidedCount(below: certainty) == 2)
  }

  @Test func `has less than nine parts in ten unless something else is asked for`() {
    let places = [0.5, 0.61, 0.8, 0.89999, 0.90001, 0.99].map(Self.place(where:))
    #expect(Uncertainty(of: Self.mixture, over: PointSet(places)).undecidedCount() == 4)
  }
}
