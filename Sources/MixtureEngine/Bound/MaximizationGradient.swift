/// The M-step as ∇ = 0: what it maximises has slopes at θ⁽ᵗ⁾ and none at θ⁽ᵗ⁺¹⁾, q held.
///
/// It maximises F, or F + log p(θ) under a prior. Slopes of a mean are along its coordinates, those of a
/// covariance along the entries of its inverse, as the lecture takes them, or along the inverse of a
/// variance; an entry off the diagonal counts once. Weights must sum to 1, which takes a multiplier:
///
///     ∂/∂μₖ = Σₖ⁻¹ Σₙ wₙ qₖₙ (xₙ − μₖ),   ∂/∂Σₖ⁻¹ = ½ (Nₖ Σₖ − Sₖ),   ∂/∂πₖ + β = Nₖ / πₖ − W
///
/// with Sₖ the scatter about μₖ, W = Σₙ wₙ and β = −W, for no prior has a part in the weights.
package struct MaximizationGradient: Hashable, Sendable {
  /// The slopes of each component, and perhaps of what all share, in the order of the components.
  package var groups: [SlopeGroup]
  /// Nₖ / πₖ − W of each component, `nil` where weights are held; a component of weight 0 has none.
  package var weights: [SlopeChange?]?
  /// Nₖ of each component.
  package var masses: [Double]
  /// W.
  package var total: Double

  /// The multiplier of Σₖ πₖ = 1.
  package var multiplier: Double { -total }
}

/// A sum over the points that is 0 at a maximum, and how much of it is rounding.
package struct Slope: Hashable, Sendable {
  /// The sum.
  package var value: Double
  /// What can't be told from 0.
  package var rounding: Double

  /// Whether only rounding is left.
  package var isZero: Bool { abs(value) <= rounding }
}

/// A slope at θ⁽ᵗ⁾ and at θ⁽ᵗ⁺¹⁾.
package struct SlopeChange: Hashable, Sendable {
  /// What it is a slope along.
  package enum Name: Hashable, Sendable {
    /// The sum of weighted residuals, along x and y, which a mean's slope is made of.
    case residualX, residualY
    /// A coordinate of a mean.
    case meanX, meanY
    /// An entry of the inverse of a covariance.
    case precisionXX, precisionXY, precisionYY
    /// The inverse of the variance of round components.
    case precision
    /// The sum of weighted residuals of a line, and of these times xₙ − rₖ.
    case residual, moment
    /// The height of a line, and how steep it is.
    case height, steepness
    /// The inverse of the variance of a line's noise.
    case noisePrecision
    /// A weight, with the multiplier.
    case weight
  }

  /// What it is a slope along.
  package var name: Name
  /// At θ⁽ᵗ⁾.
  package var before: Slope
  /// At θ⁽ᵗ⁺¹⁾.
  package var after: Slope
}

/// The slopes of one component, or of what all components share.
package struct SlopeGroup: Hashable, Sendable {
  /// The component, counted from 0; `nil` for what all share.
  package var component: Int?
  /// Its slopes.
  package var slopes: [SlopeChange]
}

extension MaximizationStep {
  /// The slopes of what the step maximises, before it and after it.
  package var gradient: MaximizationGradient {
    let (before, after) = (slopes(of: origin), slopes(of: target))
    let masses = expectation.masses(over: points)
    let total = points.totalWeight
    func slope(_ mass: Double, _ weight: Double) -> Slope {
      Slope(value: mass / weight - total, rounding: 1e-9 * total)
    }
    var weights: [SlopeChange?]?
    if origin.criterion == .logLikelihood, !origin.holdsWeights {
      let shapes = zip(origin.shapes, target.shapes)
      weights = zip(masses, shapes).map { mass, shapes in
        guard shapes.0.weight > 0, shapes.1.weight > 0 else { return nil }
        return SlopeChange(
          name: .weight, before: slope(mass, shapes.0.weight), after: slope(mass, shapes.1.weight))
      }
    }
    return MaximizationGradient(
      groups: zip(before, after).map { old, new in
        SlopeGroup(
          component: old.component,
          slopes: zip(old.slopes, new.slopes).map {
            SlopeChange(name: $0.name, before: $0.slope, after: $1.slope)
          })
      }, weights: weights, masses: masses, total: total)
  }

  private func slopes(of model: any LatentLabelModel) -> [SlopesHere] {
    (model as? any ExplorableModel)?.slopes(under: self) ?? []
  }
}

/// The slopes of one component, or of what all share, at one θ.
package struct SlopesHere: Hashable, Sendable {
  /// A slope and what it is one along.
  package struct Named: Hashable, Sendable {
    var name: SlopeChange.Name
    var slope: Slope
  }

  /// The component, counted from 0; `nil` for what all share.
  var component: Int?
  /// Its slopes.
  var slopes: [Named] = []

  /// Adds a slope.
  mutating func add(_ name: SlopeChange.Name, _ slope: Slope) {
    slopes.append(Named(name: name, slope: slope))
  }
}

extension Slope {
  /// The share of a sum's terms below which it counts as rounding.
  static let tolerance = 1e-9
}

extension ComponentStatistics {
  /// Σₙ qₖₙ uₖₙ (xₙ − c), along x and y.
  ///
  /// - Parameters:
  ///   - centre: c.
  ///   - prior: A prior whose pull κ (μ_P − c) is a part of it.
  func residuals(about centre: Point, under prior: Prior? = nil) -> (x: Slope, y: Slope) {
    let sums = about(centre)
    func slope(
      _ sum: Double, _ reference: Double, _ centre: Double, _ variance: Double, _ middle: Double?
    ) -> Slope {
      let pull = middle.map { (prior?.kappa ?? 0) * ($0 - centre) } ?? 0
      let terms = weight.squareRoot() * max(0, variance).squareRoot() + abs(pull)
      let place = 16 * Double.ulpOfOne * weight * max(abs(centre), abs(reference))
      return Slope(
        value: sum + pull, rounding: Slope.tolerance * terms + place)
    }
    return (
      slope(sums.sumX, reference.x, centre.x, sums.second.xx, prior?.mean.x),
      slope(sums.sumY, reference.y, centre.y, sums.second.yy, prior?.mean.y)
    )
  }
}

extension SlopesHere {
  /// The residuals about a Gaussian's mean, and Σ⁻¹ times them.
  mutating func addMean(
    of component: GaussianComponent, _ sums: ComponentStatistics, under prior: Prior? = nil,
    onLine isUnivariate: Bool = false
  ) {
    let r = sums.residuals(about: component.mean, under: prior)
    add(.residualX, r.x)
    guard !isUnivariate else {
      let variance = component.covariance.xx
      return add(
        .meanX, Slope(value: r.x.value / variance, rounding: r.x.rounding / variance))
    }
    add(.residualY, r.y)
    let factor = component.factor
    let (u, v) = factor.whiten(r.x.value, r.y.value)
    // L⁻ᵀ of the whitened vector.
    let y = v / factor.l22
    let x = (u - factor.l21 * y) / factor.l11
    // Magnitudes of the entries of Σ⁻¹, with those of the rounding.
    let (a, b) = factor.whiten(r.x.rounding, 0)
    let (_, d) = factor.whiten(0, r.y.rounding)
    let (ys, yo) = (abs(d / factor.l22), abs(b / factor.l22))
    let slant = abs(factor.l21 / factor.l11)
    add(
      .meanX,
      Slope(value: x, rounding: abs(a / factor.l11) + slant * (ys + yo)))
    add(.meanY, Slope(value: y, rounding: ys + yo))
  }

  /// ½ (c Σ − S) as a structure has it, with c what multiplies the covariance.
  ///
  /// - Parameters:
  ///   - scatter: S, with what a prior adds to it.
  ///   - count: c, per free variance where they have no direction of their own.
  ///   - structure: The structure.
  ///   - standardization: What is round.
  mutating func addCovariance(
    _ covariance: Covariance2, _ scatter: Covariance2, count: Double,
    _ structure: CovarianceStructure, measuredBy standardization: Standardization = .none
  ) {
    func half(_ entry: KeyPath<Covariance2, Double>) -> Slope {
      let (own, others) = (count * covariance[keyPath: entry], scatter[keyPath: entry])
      let size =
        entry == \.xy
        ? count * (covariance.xx.squareRoot() * covariance.yy.squareRoot())
          + max(0, scatter.xx).squareRoot() * max(0, scatter.yy).squareRoot()
        : abs(own) + abs(others)
      return Slope(value: (own - others) / 2, rounding: Slope.tolerance * size)
    }
    switch structure {
    case .full, .tied:
      add(.precisionXX, half(\.xx))
      add(.precisionXY, half(\.xy))
      add(.precisionYY, half(\.yy))
    case .diagonal:
      add(.precisionXX, half(\.xx))
      add(.precisionYY, half(\.yy))
    case .spherical, .sharedSpherical:
      let own = count * standardization.standardized(covariance).xx
      let others = standardization.trace(of: scatter)
      add(
        .precision,
        Slope(value: (own - others) / 2, rounding: Slope.tolerance * (own + abs(others))))
    case .fixedSpherical: break
    case .univariate(let structure):
      if structure.fixedVariance == nil { add(.precisionXX, half(\.xx)) }
    }
  }
}
