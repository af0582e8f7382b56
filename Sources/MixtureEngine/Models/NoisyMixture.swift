import RealModule

/// Gaussians with a uniform noise component over the data's box, for points that belong nowhere.
///
///     p(x, z = k) = (1 − π₀) πₖ N(x | μₖ, Σₖ),   p(x, z = noise) = π₀ / area of the box
///
/// The noise is the last component, after the K Gaussians. Banfield & Raftery 1993, Biometrics
/// 49:803–821.
public struct NoisyMixture: Hashable, Sendable {
  /// The Gaussians, with weights that sum to one among themselves.
  public let gaussians: GaussianMixture
  /// The noise's weight π₀.
  public let noiseWeight: Double
  /// The lower left corner of the noise's box.
  package let lower: Point
  /// The upper right corner of the noise's box.
  package let upper: Point

  /// Gaussians with noise over the box of the points.
  ///
  /// Where all points share a coordinate the box is widened to the start's standard deviation
  /// on either side, so that the noise keeps a density.
  package init(gaussians: GaussianMixture, noiseWeight: Double, over points: PointSet) {
    let (lower, upper) = points.bounds
    let padding = points.startingCovariance
    let wx = upper.x > lower.x ? 0 : padding.xx.squareRoot()
    // On a line the box is as high as one, so that its area is the length of the interval.
    let least = points.dimension == 1 ? 0.5 : padding.yy.squareRoot()
    let wy = upper.y > lower.y ? 0 : least
    self.init(
      gaussians: gaussians, noiseWeight: noiseWeight,
      lower: Point(x: lower.x - wx, y: lower.y - wy),
      upper: Point(x: upper.x + wx, y: upper.y + wy))
  }

  /// Gaussians with noise over a given box.
  ///
  /// - Precondition: `lower` is below and to the left of `upper`, and the weight a share of one.
  package init(gaussians: GaussianMixture, noiseWeight: Double, lower: Point, upper: Point) {
    self.gaussians = gaussians
    self.noiseWeight = noiseWeight
    self.lower = lower
    self.upper = upper
  }

  /// The same box with other parameters.
  func with(gaussians: GaussianMixture, noiseWeight: Double) -> NoisyMixture {
    NoisyMixture(gaussians: gaussians, noiseWeight: noiseWeight, lower: lower, upper: upper)
  }

  /// −log of the box's area, the noise's log-density inside it.
  var logNoiseDensity: Double { -.log(upper.x - lower.x) - .log(upper.y - lower.y) }

  /// Whether a point is in the noise's box, borders and all.
  func contains(_ point: Point) -> Bool {
    (lower.x...upper.x).contains(point.x) && (lower.y...upper.y).contains(point.y)
  }

  /// The number of the noise component, the last.
  package var noiseLabel: Int { gaussians.componentCount }
}

extension NoisyMixture: MomentModel {
  /// The start's Gaussians, and noise with the weight 1 / (K + 1).
  public init(from start: GaussianMixture, over points: PointSet, observed: ObservedLabels?) {
    self.init(
      gaussians: start.with(structure: start.structure.over(points)).constrained(over: points),
      noiseWeight: 1 / Double(start.componentCount + 1), over: points)
  }

  /// K Gaussians and the noise.
  public var componentCount: Int { gaussians.componentCount + 1 }

  /// log (1 − π₀) + log πₖ N(x | μₖ, Σₖ), or log π₀ − log area for the noise.
  public func logJoint(of point: Point, label k: Int) -> Double {
    guard k == noiseLabel else {
      return .log(onePlus: -noiseWeight) + gaussians.logJoint(of: point, label: k)
    }
    return contains(point) ? .log(noiseWeight) + logNoiseDensity : -.infinity
  }

  /// The M-step of the Gaussians, and π₀ = N₀ / W.
  ///
  /// - Throws: ``Collapse`` for the first Gaussian that lost its mass or its extent.
  public func maximization(
    from statistics: [ComponentStatistics], safeguard: Safeguard
  ) throws(Collapse) -> NoisyMixture {
    let total = statistics.reduce(0) { $0 + $1.mass }
    let updated = try gaussians.maximization(
      from: Array(statistics.dropLast()), safeguard: safeguard)
    return with(gaussians: updated, noiseWeight: statistics[noiseLabel].mass / total)
  }

  /// The Gaussians' sum, with the noise's mass times its log-density.
  public func expectedLogJoint(from statistics: [ComponentStatistics]) -> Double {
    let noiseMass = statistics[noiseLabel].mass
    let gaussianMass = statistics.dropLast().reduce(0) { $0 + $1.mass }
    var sum = gaussians.expectedLogJoint(from: Array(statistics.dropLast()))
    if gaussianMass > 0 { sum += gaussianMass * .log(onePlus: -noiseWeight) }
    if noiseMass > 0 { sum += noiseMass * (.log(noiseWeight) + logNoiseDensity) }
    return sum
  }

  /// The Gaussians' parameters and π₀; the box is given.
  public var freeParameterCount: Int { gaussians.freeParameterCount + 1 }

  /// The Gaussians' ellipses, and the noise everywhere.
  public var shapes: [ComponentShape] {
    let middle = Point(x: lower.x / 2 + upper.x / 2, y: lower.y / 2 + upper.y / 2)
    return gaussians.components.map {
      ComponentShape(
        weight: (1 - noiseWeight) * $0.weight, centre: $0.mean, outline: .ellipse($0.covariance))
    } + [ComponentShape(weight: noiseWeight, centre: middle, outline: .everywhere)]
  }
}

extension NoisyMixture: ExplorableModel {
  package var covarianceStructure: CovarianceStructure { gaussians.structure }

  /// Linear in the Gaussians' parameters and in π₀.
  package func interpolated(to other: NoisyMixture, at s: Double) -> NoisyMixture? {
    let noise = (1 - s) * noiseWeight + s * other.noiseWeight
    guard (0...1).contains(noise) else { return nil }
    return gaussians.interpolated(to: other.gaussians, at: s).map {
      with(gaussians: $0, noiseWeight: noise)
    }
  }

  /// Those of the Gaussians.
  package var blocks: [ParameterBlock] { gaussians.blocks }

  package func taking(_ block: ParameterBlock, from other: NoisyMixture) -> NoisyMixture? {
    gaussians.taking(block, from: other.gaussians).map {
      with(gaussians: $0, noiseWeight: noiseWeight)
    }
  }
}

extension ModelKind {
  /// EM for Gaussians with uniform noise; the noise begins with the weight 1 / (K + 1).
  public static let noise = ModelKind(
    NoisyMixture.self, name: "noise",
    summary: "Gaussians, and one uniform component for points that belong nowhere",
    structures: CovarianceStructure.named.map(\.structure),
    settings: [.covariance, .varianceFloor, .lengths, .startCovariance, .startWeights])
}
