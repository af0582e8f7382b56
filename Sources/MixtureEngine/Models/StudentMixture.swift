import RealModule

/// A mixture of Student-t components: Gaussians with heavy tails, so that outliers pull less.
///
///     t(x | μₖ, Σₖ) = (1 / 2π) |Σₖ|^(−½) (1 + δ² / ν)^(−(ν + 2) / 2),  δ the Mahalanobis distance
///
/// ν, the degrees of freedom, is given, not fitted. Peel & McLachlan 2000, Statistics and
/// Computing 10:339–348. The hidden label is the only hidden variable here: the M-step maximises
/// the bound over the label's posterior exactly, by an inner loop of weighted means.
public struct StudentMixture: Hashable, Sendable {
  /// Weight, centre and scale matrix of each component (its covariance is ν / (ν − 2) times the
  /// scale matrix).
  public let components: [GaussianComponent]
  /// ν; the smaller, the heavier the tails.
  public let degreesOfFreedom: Double
  /// 2 in the plane, 1 on a line, where δ² is (x − μₖ)² / sₖ² and t has the exponent (ν + 1) / 2.
  package let dimension: Int
  /// What log t has at its centre beside the Gaussian's; 0 in the plane.
  let peakOffset: Double

  /// Heavy tails in the place of the Gaussians' tails.
  ///
  /// - Throws: ``InvalidInput`` unless `degreesOfFreedom` is a positive number.
  public init(
    validating gaussians: GaussianMixture, degreesOfFreedom: Double = 4
  ) throws(InvalidInput) {
    guard degreesOfFreedom > 0, degreesOfFreedom.isFinite else {
      throw InvalidInput("degrees of freedom are a positive number, not \(degreesOfFreedom).")
    }
    self.init(
      components: gaussians.components, degreesOfFreedom: degreesOfFreedom,
      dimension: gaussians.structure.isUnivariate ? 1 : 2)
  }

  /// A mixture with given degrees of freedom.
  ///
  /// - Precondition: There are 1 to 255 components and ν is positive.
  package init(
    components: [GaussianComponent], degreesOfFreedom: Double = 4, dimension: Int = 2
  ) {
    precondition((1...255).contains(components.count), "a mixture has 1 to 255 components")
    precondition(degreesOfFreedom > 0, "degrees of freedom are positive")
    self.components = components
    self.degreesOfFreedom = degreesOfFreedom
    self.dimension = dimension
    peakOffset =
      dimension == 2
      ? 0
      : .logGamma((degreesOfFreedom + 1) / 2) - .logGamma(degreesOfFreedom / 2)
        - .log(degreesOfFreedom / 2) / 2
  }
}

extension StudentMixture {
  /// Other components with the same degrees of freedom, in as many dimensions.
  func with(components: [GaussianComponent]) -> StudentMixture {
    StudentMixture(
      components: components, degreesOfFreedom: degreesOfFreedom, dimension: dimension)
  }
}

extension StudentMixture: LatentLabelModel {
  /// The start's components, with four degrees of freedom.
  public init(from start: GaussianMixture, over points: PointSet, observed: ObservedLabels?) {
    let start = start.with(structure: CovarianceStructure.full.over(points))
    self.init(
      components: start.constrained(over: points).components, dimension: points.dimension)
  }

  /// K.
  public var componentCount: Int { components.count }

  /// log πₖ + log t(x | μₖ, Σₖ).
  public func logJoint(of point: Point, label k: Int) -> Double {
    let squared = components[k].squaredMahalanobis(of: point)
    return components[k].logPeak + peakOffset
      - (degreesOfFreedom + Double(dimension)) / 2 * .log(onePlus: squared / degreesOfFreedom)
  }

  /// 2K means, 3K scale entries, K − 1 weights; on a line K means and K scales.
  public var freeParameterCount: Int { (dimension == 1 ? 3 : 6) * componentCount - 1 }

  /// Weight, centre and scale ellipse of each component.
  public var shapes: [ComponentShape] {
    components.map {
      ComponentShape(weight: $0.weight, centre: $0.mean, outline: .ellipse($0.covariance))
    }
  }
}

extension StudentMixture: ExplorableModel {
  package var densityLetter: String { "t" }

  /// Linear in weights, centres and scale matrices.
  package func interpolated(to other: StudentMixture, at s: Double) -> StudentMixture? {
    guard other.degreesOfFreedom == degreesOfFreedom else { return nil }
    return components.interpolated(to: other.components, at: s).map {
      with(components: $0)
    }
  }

  /// Each centre and each scale matrix.
  package var blocks: [ParameterBlock] {
    CovarianceStructure.full.blocks(components: componentCount)
  }

  package func taking(_ block: ParameterBlock, from other: StudentMixture) -> StudentMixture? {
    components.taking(block, from: other.components).map {
      with(components: $0)
    }
  }

  /// The start's components, with the same degrees of freedom.
  package func restarted(
    from start: GaussianMixture, over points: PointSet, observed: ObservedLabels?
  ) -> StudentMixture {
    with(components: start.components)
  }
}

extension ModelKind {
  /// EM for Student-t components with four degrees of freedom.
  public static let studentT = ModelKind(
    StudentMixture.self, name: "student-t", title: "Student-t",
    summary: "components with heavy tails (ν = 4), so that outliers pull less",
    settings: [.varianceFloor, .lengths, .startCovariance, .startWeights])
}
