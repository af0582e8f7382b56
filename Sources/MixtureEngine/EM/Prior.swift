import RealModule

/// The conjugate prior of a Gaussian mixture's means and covariances, under which EM climbs to the
/// maximum of L + log p(θ), the MAP estimate, and no covariance shrinks to nothing.
///
///     μₖ | Σₖ ~ N(μ_P, Σₖ / κ),   Σₖ ~ inverse Wishart(ν, Λ)
///
/// Where covariances are axis-parallel or round, each free variance is inverse gamma with the shape ν/2
/// and the scale ς²/2, ς² = tr Λ / 2; one that components share has the prior once. Weights have none.
///
/// Fraley & Raftery 2007, Journal of Classification 24:155–181.
public struct Prior: Hashable, Sendable {
  /// μ_P, where means are drawn to.
  public let mean: Point
  /// κ, how many points the pull on a mean is worth.
  public let kappa: Double
  /// ν, the degrees of freedom of the prior of a covariance.
  public let nu: Double
  /// Λ, in squared units of the data: the scatter that every covariance begins with.
  public let scale: Covariance2

  /// ς², what takes the place of Λ where a variance has no direction of its own.
  package var roundScale: Double { standardization.trace(of: scale) / 2 }

  /// What takes the place of Λ there: ς² along each axis, in squared units of the data.
  var roundMatrix: Covariance2 { standardization.round(roundScale) }

  /// How the data's lengths are measured.
  package let standardization: Standardization

  /// A prior from its numbers.
  ///
  /// - Parameters:
  ///   - mean: μ_P.
  ///   - kappa: κ, positive.
  ///   - nu: ν, more than 1.
  ///   - scale: Λ, positive definite.
  ///   - standardization: How the data's lengths are measured.
  package init(
    mean: Point, kappa: Double, nu: Double, scale: Covariance2,
    standardization: Standardization = .none
  ) {
    (self.mean, self.kappa, self.nu, self.scale) = (mean, kappa, nu, scale)
    self.standardization = standardization
  }

  /// The usual prior: μ_P the mean of the data, κ = 0.01, ν = 4 and Λ the data's covariance (with the
  /// divisor N − 1) over K, which are the defaults of mclust in two dimensions; in one they are ν = 3
  /// and the variance over K².
  ///
  /// - Parameters:
  ///   - points: The data.
  ///   - components: K.
  public static func standard(for points: PointSet, components: Int) -> Prior {
    let rest = points.totalWeight - points.unitMass
    let unbiased = rest > 0 ? points.totalWeight / rest : 1
    guard points.dimension == 2 else {
      let share = unbiased / Double(components * components)
      return Prior(
        mean: points.mean, kappa: 0.01, nu: 3,
        scale: .univariate(share * points.startingCovariance.xx))
    }
    return Prior(
      mean: points.mean, kappa: 0.01, nu: 4,
      scale: (unbiased / Double(components)) * points.startingCovariance,
      standardization: points.standardization)
  }
}

/// Which prior a run has, by name.
public enum PriorChoice: String, Hashable, Sendable, CaseIterable {
  /// None: EM climbs L.
  case none
  /// ``Prior/standard(for:components:)``.
  case standard = "default"

  /// The name by which it is chosen.
  public var name: String { rawValue }

  /// What it does, in a few words.
  public var summary: String {
    switch self {
    case .none: "maximum likelihood"
    case .standard: "the conjugate prior of Fraley & Raftery 2007, which keeps variances up"
    }
  }

  /// The prior for some data, if there is one.
  ///
  /// - Parameters:
  ///   - points: The data.
  ///   - components: K.
  func prior(for points: PointSet, components: Int) -> Prior? {
    self == .none ? nil : .standard(for: points, components: components)
  }
}

extension Prior {
  /// log p(θ) of a mixture's means and covariances, in nats.
  ///
  /// - Parameter mixture: θ, under one of the named structures.
  public func logDensity(of mixture: GaussianMixture) -> Double {
    let components = mixture.components
    let isUnivariate = mixture.structure.isUnivariate
    let means = components.reduce(0) {
      $0 + logDensity(ofMeanOf: $1, isUnivariate: isUnivariate)
    }
    let own = mixture.structure.isShared ? components.prefix(1) : components[...]
    return own.reduce(means) { sum, component in
      let covariance = standardization.standardized(component.covariance)
      switch mixture.structure {
      case .full, .tied: return sum + logDensity(ofFactor: component.factor)
      case .diagonal:
        return sum + logDensity(ofVariance: covariance.xx) + logDensity(ofVariance: covariance.yy)
      case .spherical, .sharedSpherical: return sum + logDensity(ofVariance: covariance.xx)
      case .fixedSpherical: return sum
      case .univariate:
        return sum + logDensity(ofVariance: covariance.xx, scale: scale.xx)
      }
    }
  }

  /// log N(μₖ | μ_P, Σₖ / κ).
  private func logDensity(ofMeanOf component: GaussianComponent, isUnivariate: Bool) -> Double {
    .log(kappa) / (isUnivariate ? 2 : 1) - .log(2 * .pi) - component.factor.halfLogDeterminant
      - kappa * component.squaredMahalanobis(of: mean) / 2
  }

  /// The log-density of the inverse Wishart distribution.
  private func logDensity(ofFactor factor: Cholesky2) -> Double {
    let halfLogDeterminantOfScale = Cholesky2(scale)?.halfLogDeterminant ?? -.infinity
    let gammas = Double.log(.pi) / 2 + .logGamma(nu / 2) + .logGamma((nu - 1) / 2)
    return nu * halfLogDeterminantOfScale - nu * .log(2) - gammas
      - (nu + 3) * factor.halfLogDeterminant - factor.traceOfInverse(times: scale) / 2
  }

  /// The log-density of the inverse gamma distribution.
  private func logDensity(ofVariance variance: Double, scale: Double? = nil) -> Double {
    let scale = scale ?? roundScale
    return nu / 2 * .log(scale / 2) - .logGamma(nu / 2) - (nu / 2 + 1) * .log(variance)
      - scale / (2 * variance)
  }
}

extension Prior {
  /// What it adds to a scatter from which a structure's covariances are made.
  func scale(under structure: CovarianceStructure) -> Covariance2 {
    switch structure {
    case .full, .tied, .univariate: scale
    case .diagonal: roundMatrix
    case .spherical, .sharedSpherical: 0.5 * roundMatrix
    case .fixedSpherical: Covariance2(xx: 0, xy: 0, yy: 0)
    }
  }

  /// κ (μ − μ_P)(μ − μ_P)ᵀ, what its pull on a mean adds to the scatter about that.
  func pull(on place: Point) -> Covariance2 {
    let (dx, dy) = (place.x - mean.x, place.y - mean.y)
    return kappa * Covariance2(xx: dx * dx, xy: dx * dy, yy: dy * dy)
  }
}

extension CovarianceStructure {
  /// Whether all components have one covariance.
  package var isShared: Bool {
    if case .univariate(let structure) = self { return structure.isShared }
    return self == .tied || self == .sharedSpherical
  }

  /// What the M-step divides a scatter by under a prior.
  ///
  /// It is what log |Σ| is multiplied by in −2 (Q + log p(θ)), per free variance where they have no
  /// direction of their own.
  ///
  /// - Parameters:
  ///   - prior: The prior.
  ///   - mass: Nₖ, or W for all components together.
  ///   - count: How many components share the covariance.
  func divisor(under prior: Prior, mass: Double, count: Int) -> Double {
    let means = Double(count)
    return switch self {
    case .full, .tied: prior.nu + 3 + means + mass
    case .diagonal, .univariate: prior.nu + 2 + means + mass
    case .spherical, .sharedSpherical: prior.nu + 2 + 2 * (means + mass)
    case .fixedSpherical: mass
    }
  }
}

extension Safeguard {
  /// The prior of a model, if there is one and the model has a place for it.
  package func prior(of model: any LatentLabelModel) -> Prior? {
    guard let mixture = model as? GaussianMixture, !mixture.structure.holdsWeights else {
      return nil
    }
    return prior
  }

  /// log p(θ) of a model, in nats; `nil` without a prior.
  package func logPrior(of model: any LatentLabelModel) -> Double? {
    guard let prior = prior(of: model), let mixture = model as? GaussianMixture else { return nil }
    return prior.logDensity(of: mixture)
  }
}
