import CMixtureKernels
import RealModule

extension LineMixture: FusedModel {
  /// The E-step in one fused pass; `nil` when a point is so far from all lines, in their deviations,
  /// that no density is left even in log space.
  ///
  /// Each line goes through as a Gaussian that knows no end along x: v is the residual in deviations
  /// and u the place along x, in a unit so long that u² is nothing beside the exponent.
  @_spi(Benchmarks) public func fastExpectation(
    over points: PointSet, options: PassOptions = PassOptions()
  ) -> Expectation? {
    let deviation = points.covariance.xx.squareRoot()
    let unit = (deviation > 0 ? deviation : 1) * Self.endlessness
    // In such a unit Σ q u² is so small that no bound on what a cell leaves out could vouch for it.
    var options = options
    options.isDense = true
    return points.expectation(
      of: self, lines.map { $0.whitened(unit: unit) }, options: options
    ) { k, moments in
      lines[k].statistics(from: moments, unit: unit)
    }
  }

  /// How many deviations of the data along x make one unit of u.
  ///
  /// The square of u is far below 2⁻⁵³ of the exponent's terms, and far from vanishing.
  private static let endlessness = 0x1p200
}

extension LineMixture.Line {
  /// The line in the coordinates of the fast pass: u = (x − r) / unit, and v the residual over s.
  fileprivate func whitened(unit: Double) -> KernelGaussian {
    KernelGaussian(
      logScale: .log(weight) - .log(2 * .pi) / 2 - .log(deviation),
      meanX: centre.x, meanY: centre.y,
      xx: 1 / unit, yx: -slope / deviation, yy: 1 / deviation)
  }

  /// The sums of the points' residuals, back from those coordinates.
  fileprivate func statistics(from moments: KernelMoments, unit: Double) -> ComponentStatistics {
    var sums = ComponentStatistics(reference: centre, slope: slope)
    sums.mass = moments.mass
    sums.weight = moments.mass
    sums.sumX = unit * moments.u
    sums.sumY = deviation * moments.v
    sums.second = Covariance2(
      xx: unit * (unit * moments.uu), xy: unit * (deviation * moments.uv),
      yy: deviation * (deviation * moments.vv))
    return sums
  }
}
