extension GaussianMixture {
  /// The start of all rules that choose means alone: πₖ = 1/K, Σₖ the data's covariance.
  ///
  /// Where the data's covariance is singular (identical points, points on a line), the start is
  /// widened by a millionth of its extent so that it can be written down; the first M-step then
  /// reports the collapse.
  public static func start(means: [Point], over points: PointSet) -> GaussianMixture {
    let weight = 1 / Double(means.count)
    return GaussianMixture(
      components: means.map { .start(weight: weight, mean: $0, over: points) })
  }
}

extension PointSet {
  /// The data's covariance, widened where it is singular.
  var startingCovariance: Covariance2 {
    if Cholesky2(covariance) != nil { return covariance }
    let extent = max(covariance.trace / 2, 1e-12 * (mean.x * mean.x + mean.y * mean.y))
    let widened = covariance + .isotropic(1e-6 * (extent > 0 ? extent : 1))
    return Cholesky2(widened) != nil ? widened : .isotropic(max(widened.trace, 1e-300))
  }
}
