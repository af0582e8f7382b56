import MixtureEngine
import RealModule
import Testing

@Suite struct `Choosing K` {
  @Test(arguments: [
    ("full", 17), ("tied", 11), ("diagonal", 14), ("spherical", 11),
    ("shared-spherical", 9),
  ])
  func `three Gaussians have this many free parameters`(name: String, count: Int) throws {
    let structure = try #require(CovarianceStructure(name: name))
    let start = StartingRule.randomPoints.start(over: .oldFaithful, components: 3, seed: 0)
    #expect(start.with(structure: structure).freeParameterCount == count)
  }

  @Test(arguments: [("k-means", 6), ("dial", 6), ("student-t", 17), ("noise", 18), ("lines", 11)])
  func `three components of other kinds have this many`(name: String, count: Int) throws {
    let kind = try #require(ModelKind.named(name))
    let run = try Setting(kind: kind, structure: .full).run(over: .oldFaithful, seed: 0)
    #expect(run.model.freeParameterCount == count)
  }

  @Test func `criteria are L with the parameters paid for`() throws {
    let points = PointSet.oldFaithful
    var run = try Setting(kind: .gaussianMixture, structure: .full).run(
      over: points, components: 2, seed: 1)
    run.run()
    let criteria = try #require(InformationCriteria(of: run.model, over: points))
    #expect(abs(criteria.bic - (2 * 1130.263960 + 11 * Double.log(272))) < 1e-4)
    #expect(abs(criteria.aic - (2 * 1130.263960 + 22)) < 1e-4)
    #expect(criteria.icl > criteria.bic)
    #expect(InformationCriteria(of: KMeans(centres: [points[0]]), over: points) == nil)
  }

  @Test func `clouds that lie apart are counted`() async {
    let points = Sample.clouds(
      [Point(x: 0, y: 0), Point(x: 9, y: 0), Point(x: 0, y: 9)].map { (25, $0, .isotropic(1)) },
      seed: 3, name: "round clouds"
    ).points
    let plan = RestartPlan(
      RunRecipe(structure: .sharedSpherical, components: 1, rule: .kMeansPlusPlus), over: points,
      count: 5)
    let choice = await ChoiceOfK(among: 1...4, by: plan)
    #expect(choice.rows.map(\.components) == [1, 2, 3, 4])
    #expect(choice.best(by: \.bic) == 3)
    #expect(choice.best(by: \.icl) == 3)
    #expect(choice.rows[0].reachedCount == 5)
  }

  @Test func `one Gaussian too many for one cloud costs more than it brings`() async {
    let plan = RestartPlan(RunRecipe(components: 1), over: Sample.oneCloud.points, count: 4)
    let choice = await ChoiceOfK(among: 1...2, by: plan)
    #expect(choice.best(by: \.bic) == 1)
  }
}
