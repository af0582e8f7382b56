extension [GaussianComponent] {
  /// (1 − s) θ + s θ′ in every weight, mean and covariance, or `nil` where that is no mixture.
  func interpolated(to other: [GaussianComponent], at s: Double) -> [GaussianComponent]? {
    guard other.count == count else { return nil }
    func blend(_ a: Double, _ b: Double) -> Double { (1 - s) * a + s * b }
    var blended: [GaussianComponent] = []
    for (a, b) in zip(self, other) {
      let component = GaussianComponent(
        weight: blend(a.weight, b.weight),
        mean: Point(x: blend(a.mean.x, b.mean.x), y: blend(a.mean.y, b.mean.y)),
        covariance: (1 - s) * a.covariance + s * b.covariance)
      guard let component else { return nil }
      blended.append(component)
    }
    return blended
  }
}
