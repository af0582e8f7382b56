import MixtureEngine
import Testing

/// Σ₀ and π₀ of starts that are means alone.
@Suite struct `Covariances and weights of a start` {
  private let points = PointSet.oldFaithful

  private func start(
    _ covariance: StartCovariance, _ weights: StartWeights = .equal, seed: UInt64 = 3
  ) -> GaussianMixture {
    var recipe = RunRecipe(components: 3, rule: .kMeansPlusPlus, seed: seed)
    recipe.startCovariance = covariance
    recipe.startWeights = weights
    return recipe.start(over: points)
  }

  /// Number, mean and covariance of the points that are nearest to each mean.
  private func clusters(_ means: [Point]) -> [(count: Double, covariance: Covariance2)] {
    let labels = points.points.map { point in
      means.indices.min {
        point.squaredDistance(to: means[$0]) < point.squaredDistance(to: means[$1])
      }
    }
    return means.indices.map { k in
      let members = zip(points.points, labels).filter { $0.1 == k }.map(\.0)
      return (Double(members.count), PointSet(members).covariance)
    }
  }

  private func expectNear(_ a: Covariance2, _ b: Covariance2, _ claim: Comment) {
    #expect(agree(a.xx, b.xx) && agree(a.xy, b.xy) && agree(a.yy, b.yy), claim)
  }

  @Test(arguments: UInt64(1)...12)
  func `are those of the clusters about the means`(seed: UInt64) {
    let usual = start(.data, seed: seed)
    let clusters = clusters(usual.components.map(\.mean))
    let total = Double(points.count)
    let pooled = clusters.reduce(Covariance2(xx: 0, xy: 0, yy: 0)) {
      $0 + ($1.count / total) * $1.covariance
    }
    let round = (points.covariance.xx + points.covariance.yy) / 2
    let (own, within) = (start(.clusters, .clusters, seed: seed), start(.within, seed: seed))
    for (k, cluster) in clusters.enumerated() {
      #expect(own.components[k].mean == usual.components[k].mean)
      #expect(agree(own.components[k].weight, cluster.count / total))
      #expect(within.components[k].weight == 1 / 3.0)
      expectNear(within.components[k].covariance, pooled, "within, seed \(seed)")
      expectNear(own.components[k].covariance, cluster.covariance, "clusters, seed \(seed)")
      expectNear(
        start(.spherical, seed: seed).components[k].covariance,
        Covariance2(xx: round, xy: 0, yy: round), "spherical, seed \(seed)")
      #expect(usual.components[k].covariance == points.covariance)
    }
  }

  @Test func `fall back where a cluster is too small`() {
    let means = [points[0], points[1], Point(x: 1e4, y: 1e4)]
    let start = GaussianMixture.start(
      means: means, over: points, covariance: .clusters, weights: .clusters)
    let within = GaussianMixture.start(means: means, over: points, covariance: .within)
    #expect(start.components[2].covariance == within.components[2].covariance)
    #expect(agree(start.components[2].weight, 1 / 273))
    let each = GaussianMixture.start(
      means: Array(points.points.prefix(4)), over: PointSet(points.points.prefix(4)),
      covariance: .clusters)
    let four = PointSet(points.points.prefix(4)).covariance
    #expect(each.components.allSatisfy { $0.covariance == four })
  }

  @Test(arguments: StartCovariance.allCases)
  func `can be written down over any data`(covariance: StartCovariance) {
    for sample in Sample.ordinary + Sample.degenerate + Sample.extreme {
      for rule in StartingRule.all {
        var recipe = RunRecipe(components: min(4, sample.points.count), rule: rule, seed: 2)
        recipe.startCovariance = covariance
        recipe.startWeights = .clusters
        let start = recipe.start(over: sample.points)
        #expect(start.componentCount == recipe.components)
        let total = start.components.reduce(0) { $0 + $1.weight }
        #expect(abs(total - 1) < 1e-12, "\(sample.name), \(rule.name)")
      }
    }
  }

  @Test(arguments: StartingRule.all)
  func `matter to the rules that begin with means, and to no others`(rule: StartingRule) {
    var recipe = RunRecipe(components: 3, rule: rule, seed: 4)
    let usual = recipe.start(over: points)
    recipe.startCovariance = .spherical
    recipe.startWeights = .clusters
    #expect((recipe.start(over: points) != usual) == rule.beginsFromMeans, "\(rule.name)")
    #expect(recipe.startText.contains("Σ₀ spherical") == rule.beginsFromMeans)
  }
}
