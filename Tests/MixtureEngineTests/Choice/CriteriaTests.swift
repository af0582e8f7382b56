import MixtureEngine
import RealModule
import Testing

@Suite struct `Information criteria` {
  /// −Σₙ Σₖ qₖₙ log qₖₙ, from the densities as a textbook writes them.
  private func entropy(of mixture: GaussianMixture, over points: PointSet) -> Double {
    points.points.reduce(0) { sum, point in
      let joints = mixture.components.map { component in
        let s = component.covariance
        let determinant = s.xx * s.yy - s.xy * s.xy
        let (dx, dy) = (point.x - component.mean.x, point.y - component.mean.y)
        let squared = (s.yy * dx * dx - 2 * s.xy * dx * dy + s.xx * dy * dy) / determinant
        return component.weight * Double.exp(-squared / 2) / (2 * .pi * determinant.squareRoot())
      }
      let evidence = joints.reduce(0, +)
      return joints.map { $0 / evidence }.filter { $0 > 0 }
        .reduce(sum) { $0 - $1 * Double.log($1) }
    }
  }

  @Test(arguments: Sample.ordinary, 2...4)
  func `ICL is BIC and twice the entropy of the posterior`(sample: Sample, components: Int) throws {
    var run = try Setting.all[0].run(
      over: sample.points, components: components, rule: .kMeans, seed: 1)
    run.run(limit: 20)
    let mixture = try #require(run.model as? GaussianMixture)
    let criteria = try #require(InformationCriteria(of: mixture, over: sample.points))
    let entropy = entropy(of: mixture, over: sample.points)
    #expect(abs(criteria.icl - criteria.bic - 2 * entropy) < 1e-8 * max(1, entropy))
    // The criterion of Biernacki, Celeux & Govaert, with labels for responsibilities, asks for less.
    let q = mixture.responsibilities(over: sample.points, observed: nil)
    let labels = (0..<sample.points.count).reduce(0) { $0 - Double.log(q.row($1).max() ?? 1) }
    #expect(labels <= entropy + 1e-9)
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
