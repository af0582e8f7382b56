extension PointSet {
  /// The weighted mean and covariance: the mean first, then deviations from it, so that an offset of
  /// 1e8 costs no digits.
  static func moments(
    _ xs: [Double], _ ys: [Double], _ weights: [Double]?, _ total: Double
  ) -> (Point, Covariance2) {
    guard let x0 = xs.first, let y0 = ys.first else {
      return (Point(x: 0, y: 0), Covariance2(xx: 0, xy: 0, yy: 0))
    }
    var sumX = 0.0
    var sumY = 0.0
    for n in xs.indices {
      let w = weights?[n] ?? 1
      sumX += w * (xs[n] - x0)
      sumY += w * (ys[n] - y0)
    }
    let mean = Point(x: x0 + sumX / total, y: y0 + sumY / total)
    var xx = 0.0
    var xy = 0.0
    var yy = 0.0
    for n in xs.indices {
      let w = weights?[n] ?? 1
      let dx = xs[n] - mean.x
      let dy = ys[n] - mean.y
      xx += w * (dx * dx)
      xy += w * (dx * dy)
      yy += w * (dy * dy)
    }
    return (mean, Covariance2(xx: xx / total, xy: xy / total, yy: yy / total))
  }
}
