/// A mixture of Gaussians in the plane: one θ = (πₖ, μₖ, Σₖ) of the lecture.
public struct GaussianMixture: Hashable, Sendable {
  /// The components, in a fixed order.
  public let components: [GaussianComponent]
  /// What the M-step may do with the covariances.
  public let structure: CovarianceStructure

  /// A mixture of at least one component.
  ///
  /// - Precondition: There is at least one component and at most 255.
  public init(components: [GaussianComponent], structure: CovarianceStructure = .full) {
    precondition((1...255).contains(components.count), "a mixture has 1 to 255 components")
    self.components = components
    self.structure = structure
  }

  /// The same components, to go on under another structure.
  public func with(structure: CovarianceStructure) -> GaussianMixture {
    GaussianMixture(components: components, structure: structure)
  }
}

extension GaussianMixture: MomentModel {
  /// The start, with its covariances and weights brought under its structure.
  public init(from start: GaussianMixture, over points: PointSet, observed: ObservedLabels?) {
    if case .fixedSpherical(let variance) = start.structure {
      self = start.with(variance: variance)
    } else {
      self = start.constrained(over: points)
    }
  }

  /// N.
  public var densityLetter: String { "N" }

  /// K.
  public var componentCount: Int { components.count }

  /// log πₖ + log N(x | μₖ, Σₖ).
  public func logJoint(of point: Point, label k: Int) -> Double {
    components[k].logJoint(of: point)
  }

  /// 2K means, K − 1 weights (none on the dial), and the structure's covariances.
  public var freeParameterCount: Int {
    let weights = structure.holdsWeights ? 0 : componentCount - 1
    return 2 * componentCount + weights
      + structure.freeParameterCount(components: componentCount)
  }

  /// The structure.
  public var covarianceStructure: CovarianceStructure { structure }

  /// Weight, mean and ellipse of each component.
  public var shapes: [ComponentShape] {
    components.map {
      ComponentShape(weight: $0.weight, centre: $0.mean, outline: .ellipse($0.covariance))
    }
  }

  /// The component's mean.
  public func reference(of k: Int) -> Point { components[k].mean }

  /// Linear in weights, means and covariances; `nil` where a covariance is no longer positive
  /// definite or a weight no longer positive.
  public func interpolated(
    to other: any LatentLabelModel, at s: Double
  ) -> (any LatentLabelModel)? {
    guard let other = other as? GaussianMixture,
      let blended = components.interpolated(to: other.components, at: s)
    else { return nil }
    return GaussianMixture(components: blended, structure: structure)
  }
}

extension GaussianMixture {
  /// The mixture with its covariances pooled as its structure says, weighted by πₖ N.
  func constrained(over points: PointSet) -> GaussianMixture {
    let covariances = structure.constrain(
      components.map(\.covariance), masses: components.map { $0.weight * Double(points.count) })
    return GaussianMixture(
      components: zip(components, covariances).map { component, covariance in
        GaussianComponent(
          weight: component.weight, mean: component.mean, covariance: covariance) ?? component
      }, structure: structure)
  }
}

extension CovarianceStructure {
  /// Whether the weights are held equal: only on the dial.
  var holdsWeights: Bool {
    if case .fixedSpherical = self { true } else { false }
  }
}

extension ModelKind {
  /// EM for a mixture of Gaussians, with the start's structure.
  public static let gaussianMixture = ModelKind(
    GaussianMixture.self, name: "em", title: "EM",
    summary: "a mixture of Gaussians, soft responsibilities",
    structures: CovarianceStructure.named.map(\.structure))
}
