/// What the covariances of a Gaussian mixture may be.
public enum CovarianceStructure: Hashable, Sendable {
  /// Each component has a covariance of its own.
  case full
  /// One covariance, shared by all.
  case tied
  /// Each component has its own variances along the axes.
  case diagonal
  /// σₖ²I: each component is round, with a size of its own.
  case spherical
  /// σ²I: all components are round and of one size.
  case sharedSpherical
  /// σ²I with σ² given and equal weights: the dial toward k-means. Only the means are free.
  case fixedSpherical(variance: Double)

  /// Points on a line, where a component has a variance and no more: its own under ``full``, a shared
  /// one under ``tied``, a given one under ``fixedSpherical(variance:)``.
  indirect case univariate(CovarianceStructure)

  /// The structures that a name selects; the dial needs a number and has none.
  package static let named: [(name: String, structure: CovarianceStructure)] = [
    ("full", .full), ("tied", .tied), ("diagonal", .diagonal), ("spherical", .spherical),
    ("shared-spherical", .sharedSpherical),
  ]

  /// The structure of a name.
  package init?(name: String) {
    guard let match = Self.named.first(where: { $0.name == name }) else { return nil }
    self = match.structure
  }

  /// The name: short, in small letters.
  public var name: String {
    if case .univariate(let structure) = self { return structure.name }
    return Self.named.first { $0.structure == self }?.name ?? "fixed-spherical"
  }

  /// Whether what it makes of covariances depends on how lengths are measured.
  package var goesByLength: Bool {
    switch self {
    case .full, .tied, .diagonal: false
    case .spherical, .sharedSpherical, .fixedSpherical: true
    case .univariate(let structure): structure.fixedVariance != nil
    }
  }

  /// Whether the structure can be asked for.
  func admit() throws(InvalidInput) {
    if let variance = fixedVariance, !(variance > 0 && variance.isFinite) {
      throw InvalidInput("the variance of round components is a positive number, not \(variance).")
    }
  }

  /// Free covariance parameters of K components.
  func freeParameterCount(components: Int) -> Int {
    switch self {
    case .full: 3 * components
    case .tied: 3
    case .diagonal: 2 * components
    case .spherical: components
    case .sharedSpherical: 1
    case .fixedSpherical, .univariate(.fixedSpherical): 0
    case .univariate(let structure): structure.isShared ? 1 : components
    }
  }
}

extension CovarianceStructure {
  /// Whether it is one of points on a line.
  package var isUnivariate: Bool { if case .univariate = self { true } else { false } }

  /// The given variance, only on the dial.
  package var fixedVariance: Double? {
    switch self {
    case .fixedSpherical(let variance), .univariate(.fixedSpherical(let variance)): variance
    default: nil
    }
  }

  /// What the structure comes to over some points: on a line, all those without a common covariance
  /// are one, and so are those with one.
  package func over(_ points: PointSet) -> CovarianceStructure {
    over(dimension: points.dimension)
  }

  /// What the structure comes to in one dimension or two.
  package func over(dimension: Int) -> CovarianceStructure {
    switch (self, dimension) {
    case (.univariate(let structure), 2): structure
    case (.univariate, _), (_, 2): self
    case (.full, _), (.diagonal, _), (.spherical, _): .univariate(.full)
    case (.tied, _), (.sharedSpherical, _): .univariate(.tied)
    case (.fixedSpherical, _): .univariate(self)
    }
  }
}

extension CovarianceStructure {
  /// The maximisers of the bound under the structure, from those of full covariances.
  ///
  /// - Parameters:
  ///   - covariances: Each component's own weighted covariance.
  ///   - masses: Each component's soft count Nₖ.
  ///   - standardization: What is round.
  func constrain(
    _ covariances: [Covariance2], masses: [Double], by standardization: Standardization
  ) -> [Covariance2] {
    switch self {
    case .full:
      return covariances
    case .tied:
      let shared = Self.average(covariances, masses)
      return covariances.map { _ in shared }
    case .diagonal:
      return covariances.map { Covariance2(xx: $0.xx, xy: 0, yy: $0.yy) }
    case .spherical:
      return covariances.map { standardization.round(standardization.trace(of: $0) / 2) }
    case .sharedSpherical:
      let shared = standardization.trace(of: Self.average(covariances, masses)) / 2
      return covariances.map { _ in standardization.round(shared) }
    case .fixedSpherical(let variance):
      return covariances.map { _ in standardization.round(variance) }
    case .univariate(.fixedSpherical(let variance)):
      return covariances.map { _ in .univariate(standardization.round(variance).xx) }
    case .univariate(let structure):
      let variances = structure.isShared ? [Self.average(covariances, masses)] : covariances
      return covariances.indices.map { .univariate(variances[variances.count == 1 ? 0 : $0].xx) }
    }
  }

  private static func average(_ covariances: [Covariance2], _ masses: [Double]) -> Covariance2 {
    let total = masses.reduce(0, +)
    return zip(covariances, masses).reduce(Covariance2(xx: 0, xy: 0, yy: 0)) {
      $0 + ($1.1 / total) * $1.0
    }
  }
}
