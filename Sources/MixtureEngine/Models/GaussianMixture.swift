/// A mixture of Gaussians in the plane: one θ = (πₖ, μₖ, Σₖ) of the lecture.
public struct GaussianMixture: Hashable, Sendable {
  /// The components, in a fixed order.
  public let components: [GaussianComponent]
  /// What the M-step may do with the covariances.
  public let structure: CovarianceStructure

  /// A mixture from its parameters.
  ///
  /// - Parameters:
  ///   - weights: πₖ, not negative, with a sum of one.
  ///   - means: μₖ.
  ///   - covariances: Σₖ, each positive definite.
  ///   - structure: What the M-step may do with the covariances.
  /// - Throws: ``InvalidInput`` that names the first number at fault.
  public init(
    weights: [Double], means: [Point], covariances: [Covariance2],
    structure: CovarianceStructure = .full
  ) throws(InvalidInput) {
    guard weights.count == means.count, means.count == covariances.count else {
      throw InvalidInput(
        "there are \(weights.count) weights, \(means.count) means and \(covariances.count) "
          + "covariances; give one of each for each component.")
    }
    try InvalidInput.check(weights: weights)
    try structure.admit()
    var components: [GaussianComponent] = []
    for k in weights.indices {
      guard means[k].isFinite else {
        throw InvalidInput("the mean of component \(k + 1) is (\(means[k].x), \(means[k].y)).")
      }
      let component = GaussianComponent(
        weight: weights[k], mean: means[k], covariance: covariances[k])
      guard let component else {
        throw InvalidInput("the covariance of component \(k + 1) is not positive definite.")
      }
      components.append(component)
    }
    self.init(components: components, structure: structure)
  }

  /// A mixture of at least one component.
  ///
  /// - Precondition: There is at least one component and at most 255.
  package init(components: [GaussianComponent], structure: CovarianceStructure = .full) {
    precondition((1...255).contains(components.count), "a mixture has 1 to 255 components")
    self.components = components
    self.structure = structure
  }

  /// The same components, to go on under another structure.
  package func with(structure: CovarianceStructure) -> GaussianMixture {
    GaussianMixture(components: components, structure: structure)
  }
}

extension GaussianMixture {
  /// Draws points from the mixture, each with the component that it came from.
  ///
  /// Equal seeds give equal points on every machine.
  public func sample(
    _ count: Int, using generator: inout SeededGenerator
  ) -> (points: [Point], labels: [Int]) {
    let total = components.reduce(0) { $0 + $1.weight }
    var points: [Point] = []
    var labels: [Int] = []
    for _ in 0..<max(0, count) {
      var rest = generator.unit() * total
      let label = components.indices.first { k in
        rest -= components[k].weight
        return rest < 0
      }
      let component = components[label ?? components.count - 1]
      let (u, v) = (generator.normal(), generator.normal())
      points.append(component.place(u, v))
      labels.append(label ?? components.count - 1)
    }
    return (points, labels)
  }
}

extension GaussianMixture: MomentModel {
  /// The start, with its covariances and weights brought under its structure.
  public init(from start: GaussianMixture, over points: PointSet, observed: ObservedLabels?) {
    let start = start.with(structure: start.structure.over(points))
    if let variance = start.structure.fixedVariance {
      self = start.with(variance: variance, by: points.standardization)
    } else {
      self = start.constrained(over: points)
    }
  }

  /// K.
  public var componentCount: Int { components.count }

  /// log πₖ + log N(x | μₖ, Σₖ).
  public func logJoint(of point: Point, label k: Int) -> Double {
    components[k].logJoint(of: point)
  }

  /// 2K means (K on a line), K − 1 weights (none on the dial), and the structure's covariances.
  public var freeParameterCount: Int {
    let weights = structure.holdsWeights ? 0 : componentCount - 1
    return (structure.isUnivariate ? 1 : 2) * componentCount + weights
      + structure.freeParameterCount(components: componentCount)
  }

  /// Weight, mean and ellipse of each component.
  public var shapes: [ComponentShape] {
    components.map {
      ComponentShape(weight: $0.weight, centre: $0.mean, outline: .ellipse($0.covariance))
    }
  }
}

extension GaussianMixture {
  /// Whether it is a mixture over points on a line.
  package var isUnivariate: Bool {
    components.allSatisfy { $0.mean.y == 0 && $0.covariance.isUnivariate }
  }

  /// The mixture with its covariances pooled as its structure says, weighted by πₖ W.
  func constrained(over points: PointSet) -> GaussianMixture {
    let covariances = structure.constrain(
      components.map(\.covariance), masses: components.map { $0.weight * points.totalWeight },
      by: points.standardization)
    return GaussianMixture(
      components: zip(components, covariances).map { component, covariance in
        GaussianComponent(
          weight: component.weight, mean: component.mean, covariance: covariance) ?? component
      }, structure: structure)
  }
}

extension CovarianceStructure {
  /// Whether the weights stay equal: only on the dial.
  var holdsWeights: Bool { fixedVariance != nil }
}

extension GaussianMixture: ExplorableModel {
  package var densityLetter: String { "N" }

  package var covarianceStructure: CovarianceStructure { structure }

  /// Linear in weights, means and covariances; `nil` where a covariance is no longer positive
  /// definite or a weight no longer positive.
  package func interpolated(to other: GaussianMixture, at s: Double) -> GaussianMixture? {
    components.interpolated(to: other.components, at: s).map {
      GaussianMixture(components: $0, structure: structure)
    }
  }

  /// Each mean, and the covariances as the structure ties them.
  package var blocks: [ParameterBlock] { structure.blocks(components: componentCount) }

  package func taking(_ block: ParameterBlock, from other: GaussianMixture) -> GaussianMixture? {
    components.taking(block, from: other.components).map {
      GaussianMixture(components: $0, structure: structure)
    }
  }
}

extension ModelKind {
  /// EM for a mixture of Gaussians, with the start's structure.
  public static let gaussianMixture = ModelKind(
    GaussianMixture.self, name: "em", title: "EM",
    summary: "a mixture of Gaussians, soft responsibilities",
    structures: CovarianceStructure.named.map(\.structure),
    settings: [.covariance, .varianceFloor, .prior, .lengths, .startCovariance, .startWeights])
}
