/// The cut of a hierarchy of clusters.
extension StartingRule {
  /// Model-based agglomerative hierarchical clustering, cut at K clusters, then an M-step from these.
  ///
  /// It is what mclust begins with by default: the criterion VVV, of a covariance of its own for each
  /// cluster, on the data scaled by their singular values. Every point is a cluster at first, and the two
  /// that cost the classification likelihood the least become one, again and again. No chance is
  /// involved, unless there are more than 1000 points: then that many are drawn (mclust draws
  /// 2000), and the M-step is theirs alone.
  public static let hierarchical = StartingRule(
    name: "hierarchical",
    summary: "model-based hierarchical clusters, then an M-step from them",
    source: "Banfield & Raftery 1993, Biometrics 49:803–821; Fraley 1998; mclust's default",
    chooseFor: { recipe, points, generator in
      let drawn =
        points.count > hierarchySize
        ? points.subset(points.rows(hierarchySize, &generator)) : points
      let clusters = Hierarchy(over: drawn).clusters(recipe.components)
      let sums = clusters.map { members in
        var sums = ComponentStatistics(reference: drawn[members[0]])
        for n in members { sums.add(drawn[n], responsibility: drawn.weight(of: n)) }
        return sums
      }
      return ChosenStart(gaussians: .start(from: sums, over: points))
    })

  /// The most points of a hierarchy: more are not worth the wait, which grows with their square.
  package static let hierarchySize = 1000
}

extension PointSet {
  /// The numbers of some points, drawn without putting any back and in ascending order.
  fileprivate func rows(_ wanted: Int, _ generator: inout SeededGenerator) -> [Int] {
    var moved: [Int: Int] = [:]
    return (0..<wanted).map { i in
      let j = i + generator.index(below: count - i)
      defer { moved[j] = moved[i] ?? i }
      return moved[j] ?? j
    }.sorted()
  }
}
