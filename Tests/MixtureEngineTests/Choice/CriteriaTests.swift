import MixtureEngine
import RealModule
import Testing

@Suite struct `Information criteria` {
  /// −Σₙ log maxₖ qₖₙ, from the densities as a textbook writes them.
  private func indecision(of mixture: GaussianMixture, over points: PointSet) -> Double {
    points.points.reduce(0) { sum, point in
      let joints = mixture.components.map { component in
        let s = component.covariance
        let determinant = s.xx * s.yy - s.xy * s.xy
        let (dx, dy) = (point.x - component.mean.x, point.y - component.mean.y)
        let squared = (s.yy * dx * dx - 2 * s.xy * dx * dy + s.xx * dy * dy) / determinant
        return component.weight * Double.exp(-squared / 2) / (2 * .pi * determinant.squareRoot())
      }
      return sum - Double.log((joints.max() ?? 0) / joints.reduce(0, +))
    }
  }

  @Test(arguments: Sample.ordinary, 2...4)
  func `ICL is BIC with the most probable labels`(sample: Sample, components: Int) throws {
    var run = try Setting.all[0].run(
      over: sample.points, components: components, rule: .kMeans, seed: 1)
    run.run(limit: 20)
    let mixture = try #require(run.model as? GaussianMixture)
    let criteria = try #require(InformationCriteria(of: mixture, over: sample.points))
    let indecision = indecision(of: mixture, over: sample.points)
    #expect(abs(criteria.icl - criteria.bic - 2 * indecision) < 1e-8 * max(1, indecision))
    // With the entropy of the responsibilities, as others define it, it asks for more.
    let entropy = mixture.expectation(over: sample.points, observed: nil).entropy
    #expect(indecision <= entropy + 1e-9)
    let parameters = Double(6 * components - 1)
    let count = Double(sample.points.count)
    #expect(
      abs(criteria.bic - (parameters * .log(count) - 2 * run.snapshot.objective)) < 1e-9 * count)
    #expect(abs(criteria.aic - (2 * parameters - 2 * run.snapshot.objective)) < 1e-9 * count)
  }

  @Test func `ICL asks for components that are apart where BIC does not`() async throws {
    let plan = RestartPlan(
      RunRecipe(components: 1, rule: .kMeans), over: Sample.nested.points, count: 4)
    let choice = await ChoiceOfK(among: 1...2, by: plan)
    #expect(choice.best(by: \.bic) == 2)
    let difference = try choice.rows.map { row in
      try #require(row.criteria).icl - #require(row.criteria).bic
    }
    #expect(difference[0] == 0 && difference[1] > 20)
    let values = choice.rows.compactMap { $0.criteria?.icl }
    #expect(choice.best(by: \.icl) == (values[0] <= values[1] ? 1 : 2))
  }
}
