/// A start that was given: where the components are and, where it is known, the very θ of a model.
///
/// A run of the model whose θ it is begins at exactly that θ, to the last bit. Any other kind of model
/// begins at the Gaussians that the components look like, as it does from a starting rule.
public struct GivenStart: Hashable, Sendable {
  /// The Gaussians that other kinds of model begin with.
  public let gaussians: GaussianMixture
  /// The θ to begin at, `nil` where the Gaussians are all that is given.
  public let model: (any LatentLabelModel & Hashable)?

  /// Gaussians that each kind of model makes its first θ of.
  public init(_ gaussians: GaussianMixture) {
    self.init(gaussians, model: nil)
  }

  /// The θ of a model.
  ///
  /// - Parameters:
  ///   - model: The θ.
  ///   - points: The data, to which Gaussians are fitted where the model has none.
  ///   - observed: Labels that are known.
  public init(
    exactly model: any LatentLabelModel & Hashable, over points: PointSet,
    observed: ObservedLabels? = nil
  ) {
    let gaussians =
      switch model {
      case let mixture as GaussianMixture: mixture.with(structure: .full)
      case let mixture as StudentMixture: GaussianMixture(components: mixture.components)
      default: GaussianMixture.start(continuing: model, over: points, observed: observed)
      }
    self.init(gaussians, model: model)
  }

  /// A θ and the Gaussians that stand for it elsewhere.
  package init(_ gaussians: GaussianMixture, model: (any LatentLabelModel & Hashable)?) {
    self.gaussians = gaussians
    self.model = model
  }

  /// K, without a component of noise.
  public var componentCount: Int { gaussians.componentCount }

  /// Whether two starts are the same in every parameter.
  public static func == (a: GivenStart, b: GivenStart) -> Bool {
    a.gaussians == b.gaussians && a.model.map { AnyHashable($0) } == b.model.map { AnyHashable($0) }
  }

  /// Feeds the Gaussians to a hasher.
  public func hash(into hasher: inout Hasher) { hasher.combine(gaussians) }
}

extension ModelKind {
  /// A θ that was given, as it is, or `nil` where it is none of this kind under the structure.
  ///
  /// Gaussians are of each structure that their covariances keep to the last bit. Noise keeps its
  /// weight and box, whatever becomes of the Gaussians beside it.
  func taking(
    _ model: any LatentLabelModel, structure: CovarianceStructure, over points: PointSet
  ) -> (any LatentLabelModel)? {
    guard Swift.type(of: model) == type else { return nil }
    let structure = structure.over(points)
    if let coins = model as? CoinMixture, coins.tosses != points.tosses { return nil }
    switch model {
    case let mixture as GaussianMixture where structures.isEmpty:
      // σ² of the dial is the model's own unless the recipe has another.
      guard let variance = mixture.structure.fixedVariance,
        !structure.holdsWeights || structure == mixture.structure
      else { return nil }
      return mixture.structure.isUnivariate
        || mixture.components.map(\.covariance).allSatisfy(points.standardization.isRound)
        ? mixture : mixture.with(variance: variance, by: points.standardization)
    case let mixture as GaussianMixture:
      guard !mixture.structure.holdsWeights else { return nil }
      return mixture.taken(under: structure, by: points.standardization)
    case let mixture as NoisyMixture:
      let gaussians = mixture.gaussians
      return mixture.with(
        gaussians: gaussians.taken(under: structure, by: points.standardization)
          ?? gaussians.with(structure: structure).constrained(over: points),
        noiseWeight: mixture.noiseWeight)
    case let clusters as KMeans: return clusters.measured(by: points.standardization)
    default: return model
    }
  }
}

extension GaussianMixture {
  /// The same parameters under a structure that they keep, `nil` where they don't.
  fileprivate func taken(
    under structure: CovarianceStructure, by standardization: Standardization
  ) -> GaussianMixture? {
    structure.isKept(by: components.map(\.covariance), measuredBy: standardization)
      ? with(structure: structure) : nil
  }
}

extension CovarianceStructure {
  /// Whether covariances are as the structure says, to the last bit.
  func isKept(
    by covariances: [Covariance2], measuredBy standardization: Standardization = .none
  ) -> Bool {
    let areEqual = covariances.allSatisfy { $0 == covariances[0] }
    let areRound = covariances.allSatisfy(standardization.isRound)
    return switch self {
    case .full: true
    case .tied: areEqual
    case .diagonal: covariances.allSatisfy { $0.xy == 0 }
    case .spherical: areRound
    case .sharedSpherical: areEqual && areRound
    case .fixedSpherical(let variance):
      areEqual && covariances[0] == standardization.round(variance)
    case .univariate(let structure):
      covariances.allSatisfy { $0 == .univariate($0.xx) }
        && (areEqual || !structure.isShared && structure.fixedVariance == nil)
        && (structure.fixedVariance.map { standardization.round($0).xx } ?? covariances[0].xx)
          == covariances[0].xx
    }
  }
}
