import RealModule

/// A mixture of lines: each component a regression of y on x with Gaussian noise.
///
///     p(y, z = k | x, θ) = πₖ N(y | cₖ + bₖ (x − rₖ), sₖ²)
///
/// The first coordinate is given, the second is explained; L is the conditional log-likelihood.
/// DeSarbo & Cron 1988, Journal of Classification 5:249–282.
public struct LineMixture: Hashable, Sendable {
  /// One weighted line with noise.
  public struct Line: Hashable, Sendable {
    /// The mixing weight πₖ.
    public var weight: Double
    /// A place (rₖ, cₖ) on the line, in the middle of its points.
    public var centre: Point
    /// The slope bₖ, in units of y per unit of x.
    public var slope: Double
    /// The noise's standard deviation sₖ, in units of y; positive.
    public var deviation: Double

    /// The line's height at x.
    package func height(at x: Double) -> Double { centre.y + slope * (x - centre.x) }

    /// How far a point is above the line; taken from the middle, so that an offset of the data costs no
    /// digits.
    func residual(of point: Point) -> Double {
      (point.y - centre.y) - slope * (point.x - centre.x)
    }

    /// A line through `centre`.
    ///
    /// - Precondition: The weight is not negative and the deviation positive.
    package init(weight: Double, centre: Point, slope: Double, deviation: Double) {
      precondition(weight >= 0 && deviation > 0, "a line has a weight and noise")
      self.weight = weight
      self.centre = centre
      self.slope = slope
      self.deviation = deviation
    }

    /// The regression of y on x that a component's weight, mean and covariance imply.
    ///
    /// With Σ = L Lᵀ the slope is l21 / l11 and the residual standard deviation l22.
    init(weight: Double, mean: Point, factor: Cholesky2) {
      self.weight = weight
      centre = mean
      slope = factor.l21 / factor.l11
      deviation = factor.l22
    }
  }

  /// The lines, in a fixed order.
  public let lines: [Line]

  /// A mixture of lines.
  ///
  /// - Precondition: There are 1 to 255 lines.
  package init(lines: [Line]) {
    precondition((1...255).contains(lines.count), "a mixture has 1 to 255 lines")
    self.lines = lines
  }
}

extension LineMixture: MomentModel {
  /// The regression of y on x that each component of the start implies.
  public init(from start: GaussianMixture, over points: PointSet, observed: ObservedLabels?) {
    self.init(
      lines: start.components.map { Line(weight: $0.weight, mean: $0.mean, factor: $0.factor) })
  }

  /// K.
  public var componentCount: Int { lines.count }

  /// log πₖ + log N(y | the line's height at x, sₖ²).
  public func logJoint(of point: Point, label k: Int) -> Double {
    let line = lines[k]
    let r = line.residual(of: point) / line.deviation
    let squared = min(r * r, 1e300)
    return .log(line.weight) - .log(2 * .pi) / 2 - .log(line.deviation) - squared / 2
  }

  /// Weighted least squares for each line, from the weighted sums.
  ///
  /// Above one x every slope is as good; the line keeps its own.
  ///
  /// - Throws: ``Collapse`` when a line lost its points, or when they lie on it exactly.
  public func maximization(
    from statistics: [ComponentStatistics], safeguard: Safeguard
  ) throws(Collapse) -> LineMixture {
    let total = statistics.reduce(0) { $0 + $1.mass }
    var updated: [Line] = []
    for (k, sums) in statistics.enumerated() {
      if sums.mass == 0, lines[k].weight == 0 {
        updated.append(lines[k])
        continue
      }
      guard sums.mass >= safeguard.leastMass else {
        throw Collapse(component: k, reason: .noMass)
      }
      var line = lines[k]
      line.weight = sums.mass / total
      line.centre = sums.mean
      // About the line as it was, whose residuals are small: only what the slope turns is taken from
      // their squares.
      let s = (1 / sums.mass) * sums.about(line.centre, slope: line.slope).second
      var residual = s.yy
      if s.xx > safeguard.leastXX {
        let turn = s.xy / s.xx
        line.slope += turn
        residual -= turn * s.xy
      }
      let variance = sums.scatter(about: line.centre).yy / sums.mass
      guard let variance = safeguard.admit(residual: residual, of: variance) else {
        throw Collapse(component: k, reason: .singularCovariance)
      }
      line.deviation = variance.squareRoot()
      updated.append(line)
    }
    return LineMixture(lines: updated)
  }

  /// Σₖ Nₖ (log πₖ − ½ log 2π − log sₖ) − ½ Σₖ Σₙ qₖₙ rₖₙ² / sₖ², with rₖₙ the residuals.
  public func expectedLogJoint(from statistics: [ComponentStatistics]) -> Double {
    var sum = 0.0
    for (line, sums) in zip(lines, statistics) where sums.mass > 0 {
      let residual = sums.about(line.centre, slope: line.slope).second.yy
      let peak = Double.log(line.weight) - .log(2 * .pi) / 2 - .log(line.deviation)
      sum += sums.mass * peak - residual / line.deviation / line.deviation / 2
    }
    return sum
  }

  /// Slope, intercept and noise of each line, and K − 1 weights.
  public var freeParameterCount: Int { 4 * componentCount - 1 }

  /// Each line with its noise.
  public var shapes: [ComponentShape] {
    lines.map {
      ComponentShape(
        weight: $0.weight, centre: $0.centre,
        outline: .line(
          intercept: $0.height(at: 0), slope: $0.slope, deviation: $0.deviation))
    }
  }
}

extension LineMixture: ExplorableModel {
  /// y given x.
  package var densityVariables: DensityVariables { .secondGivenFirst }

  /// Linear in the weights, the heights and the noise variances.
  package func interpolated(to other: LineMixture, at s: Double) -> LineMixture? {
    guard other.componentCount == componentCount else { return nil }
    func blend(_ a: Double, _ b: Double) -> Double { (1 - s) * a + s * b }
    var blended: [Line] = []
    for (a, b) in zip(lines, other.lines) {
      var line = a
      line.weight = blend(a.weight, b.weight)
      line.centre.x = blend(a.centre.x, b.centre.x)
      line.centre.y = blend(a.height(at: line.centre.x), b.height(at: line.centre.x))
      line.slope = blend(a.slope, b.slope)
      let variance = blend(a.deviation * a.deviation, b.deviation * b.deviation)
      guard variance > 0, line.weight >= 0 else { return nil }
      line.deviation = variance.squareRoot()
      blended.append(line)
    }
    return LineMixture(lines: blended)
  }

  /// Each line, its noise held.
  package var blocks: [ParameterBlock] { lines.indices.map { .line($0) } }

  package func taking(_ block: ParameterBlock, from other: LineMixture) -> LineMixture? {
    guard case .line(let k) = block, other.componentCount == componentCount else { return nil }
    var moved = lines
    moved[k].centre = other.lines[k].centre
    moved[k].slope = other.lines[k].slope
    return LineMixture(lines: moved)
  }
}

extension Safeguard {
  /// The noise variance a line may have, after the floor, or `nil` when its points lie on it.
  fileprivate func admit(residual: Double, of variance: Double) -> Double? {
    if let residualFloor { return max(residual, residualFloor) }
    // A residual of a few units in the last place of y's own variance is rounding.
    let threshold = max(1e-14 * variance, leastYY)
    return residual > threshold ? residual : nil
  }
}

extension ModelKind {
  /// EM for a mixture of lines, from the regression that each component of the start implies.
  public static let lines = ModelKind(
    LineMixture.self, name: "lines",
    summary: "a mixture of linear regressions, each a line y(x) with noise",
    settings: [.varianceFloor, .lengths, .startCovariance, .startWeights])
}
