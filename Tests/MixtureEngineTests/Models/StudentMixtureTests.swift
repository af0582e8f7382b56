import MixtureEngine
import RealModule
import Testing

@Suite struct `Student-t components` {
  private let setting = Setting(kind: .studentT, structure: .full)

  /// Three clouds and a few points far away.
  private var littered: PointSet {
    PointSet(
      Sample.oneCloud.points.points
        + [Point(x: 60, y: 10), Point(x: -40, y: 90), Point(x: 5, y: -80)])
  }

  @Test func `hardly feel outliers that drag a Gaussian away`() throws {
    let truth = Sample.oneCloud.points.mean
    func centre(_ kind: ModelKind) throws -> Point {
      var run = try Setting(kind: kind, structure: .full).run(
        over: littered, components: 1, seed: 0)
      run.run()
      return run.model.shapes[0].centre
    }
    let student = try centre(.studentT).squaredDistance(to: truth).squareRoot()
    let gaussian = try centre(.gaussianMixture).squaredDistance(to: truth).squareRoot()
    #expect(student < 0.2)
    #expect(gaussian > 3 * student)
  }

  @Test func `one component meets the likelihood equations in one M-step`() throws {
    var run = try setting.run(over: littered, components: 1, seed: 0)
    run.iterate()
    let model = try #require(run.model as? StudentMixture)
    let component = model.components[0]
    var pull = Point(x: 0, y: 0)
    var weight = 0.0
    for point in littered.points {
      let u = 6 / (4 + component.squaredMahalanobis(of: point))
      pull.x += u * (point.x - component.mean.x)
      pull.y += u * (point.y - component.mean.y)
      weight += u
    }
    #expect(abs(pull.x) < 1e-7 && abs(pull.y) < 1e-7)
    // At the maximum the expected precisions average one.
    #expect(abs(weight / Double(littered.count) - 1) < 1e-9)
  }

  @Test func `with many degrees of freedom are Gaussians`() throws {
    let points = Sample.threeClouds.points
    let start = StartingRule.kMeansPlusPlus.start(over: points, components: 3, seed: 1)
    let student = StudentMixture(components: start.components, degreesOfFreedom: 1e9)
    let a = student.expectation(over: points, observed: nil).objective
    let b = start.expectation(over: points, observed: nil).objective
    #expect(abs(a - b) < 1e-5)
  }

  @Test func `their density integrates to one`() {
    let start = StartingRule.randomPoints.start(
      over: Sample.oneCloud.points, components: 1, seed: 0)
    let model = StudentMixture(components: start.components)
    let centre = start.components[0].mean
    var sum = 0.0
    let step = 0.5
    for i in -300..<300 {
      for j in -300..<300 {
        let point = Point(x: centre.x + step * Double(i), y: centre.y + step * Double(j))
        sum += Double.exp(model.logJoint(of: point, label: 0)) * step * step
      }
    }
    #expect(abs(sum - 1) < 1e-3)
  }
}
