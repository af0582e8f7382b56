/// Starts from which EM goes wrong.
extension StartingRule {
  /// All means in the data's mean: the symmetric start that EM never leaves.
  ///
  /// Identical components share every point equally, so the M-step gives them identical
  /// parameters again.
  package static let stacked = StartingRule(
    name: "stacked", summary: "all means at one place: the symmetric start that EM never leaves",
    source: "for teaching",
    means: { points, k, _ in [Point](repeating: points.mean, count: k) })

  /// One narrow component on the farthest point, the others on random points: the start that
  /// collapses.
  ///
  /// The farthest point is the one of greatest Mahalanobis distance from the data's mean. Its
  /// component is a small copy of the data's covariance, with a standard deviation of a sixth
  /// of the way to the nearest other point, so that hardly anything but the point is left to it.
  package static let outlier = StartingRule(
    name: "outlier", summary: "a narrow component on the farthest point: the start that collapses",
    source: "for teaching"
  ) { points, k, generator in
    let means = distinctPoints(points, k, &generator)
    let start = GaussianMixture.start(means: means, over: points)
    let data = GaussianComponent.start(weight: 1, mean: points.mean, over: points)
    let distances = points.points.map(data.squaredMahalanobis(of:))
    guard k > 1, let farthest = distances.indices.max(by: { distances[$0] < distances[$1] })
    else { return start }
    let outlier = points[farthest]
    let centred = GaussianComponent.start(weight: 1 / Double(k), mean: outlier, over: points)
    let nearest = points.points.lazy.filter { $0 != outlier }
      .map(centred.squaredMahalanobis(of:)).min()
    guard let nearest else { return start }
    let share = nearest / 36
    let covariance =
      points.dimension == 1
      ? .univariate(share * centred.covariance.xx) : share * centred.covariance
    guard
      let narrow = GaussianComponent(
        weight: centred.weight, mean: outlier, covariance: covariance)
    else { return start }
    return GaussianMixture(components: [narrow] + start.components.dropFirst())
  }
}
