import MixtureEngine
import Testing

extension StartingRule: CustomTestStringConvertible {
  /// The rule's name, for a failing test to print.
  public var testDescription: String { name }
}

@Suite struct `Starting rules` {
  @Test func `are found by their names`() {
    let known = [
      "random-points", "random-responsibilities", "random-partition", "random-box", "k-means++",
      "k-means", "farthest-first", "small-em", "principal-axis", "stacked", "outlier", "cem",
      "annealing", "whitened-k-means", "hierarchical",
    ]
    #expect(known.allSatisfy { StartingRule.named($0)?.name == $0 }, "names are a contract")
    #expect(Set(StartingRule.all.map(\.name)).count == StartingRule.all.count)
  }

  @Test func `of a user are never taken for one of the engine's`() {
    let own = StartingRule(name: "k-means++", summary: "the first rows") { points, k, _ in
      .start(means: Array(points.points.prefix(k)), over: points)
    }
    #expect(own != .kMeansPlusPlus)
    #expect(RunRecipe(rule: own) != RunRecipe(rule: .kMeansPlusPlus))
    #expect(StartingRule.all.filter { $0 == .kMeansPlusPlus }.count == 1)
    let points = Sample.threeClouds.points
    #expect(own.start(over: points, components: 2, seed: 0).components[1].mean == points[1])
  }

  @Test(arguments: StartingRule.all)
  func `give a mixture with weights that sum to one`(rule: StartingRule) {
    for sample in Sample.ordinary + Sample.degenerate + Sample.extreme {
      for k in Set([1, min(3, sample.points.count), min(9, sample.points.count)]) {
        for seed in 0..<3 as Range<UInt64> {
          let start = rule.start(over: sample.points, components: k, seed: seed)
          #expect(start.components.count == k)
          let total = start.components.reduce(0) { $0 + $1.weight }
          #expect(abs(total - 1) < 1e-12, "\(sample.name), K = \(k)")
          #expect(start.components.allSatisfy { $0.mean.isFinite && $0.covariance.isFinite })
        }
      }
    }
  }

  @Test(arguments: StartingRule.all)
  func `give the same start for the same seed`(rule: StartingRule) {
    let points = Sample.threeClouds.points
    #expect(
      rule.start(over: points, components: 3, seed: 5)
        == rule.start(over: points, components: 3, seed: 5))
  }

  @Test(arguments: StartingRule.all)
  func `leave chance where the rule has any`(rule: StartingRule) {
    let points = Sample.threeClouds.points
    let starts = Set(
      (0..<8 as Range<UInt64>).map { rule.start(over: points, components: 3, seed: $0) })
    let certain = ["principal-axis", "stacked", "hierarchical"].contains(rule.name)
    #expect(certain ? starts.count == 1 : starts.count > 1)
  }

  @Test(arguments: ["random-points", "random-box", "k-means++", "farthest-first", "principal-axis"])
  func `begin with equal weights and the data's covariance where they choose means alone`(
    name: String
  ) throws {
    let rule = try #require(StartingRule.named(name))
    let points = PointSet.oldFaithful
    for component in rule.start(over: points, components: 4, seed: 2).components {
      #expect(component.weight == 0.25)
      #expect(component.covariance == points.covariance)
    }
  }
}
