import MixtureEngine

/// The updates of a model in the lecture's notation, a line for E and lines for M.
struct Formulas: Hashable, Sendable {
  /// How q is made.
  var expectation: String
  /// How θ is made.
  var maximization: [String]

  /// The formulas of the model that a recipe makes.
  init(_ recipe: RunRecipe, _ notation: Notation) {
    let structure = recipe.structure.over(dimension: notation.isUnivariate ? 1 : 2)
    switch recipe.kind {
    case .kMeans: self.init(hardLimit: notation)
    case .gaussianMixture where recipe.standingPrior != .none:
      self.init(prior: structure, components: recipe.components, notation)
    case .gaussianMixture: self.init(gaussian: structure, notation)
    case .dial: self.init(dial: notation)
    case .studentT: self.init(student: notation)
    case .noise: self.init(noise: structure, components: recipe.components, notation)
    case .lines: self.init(lines: notation)
    case .coins: self.init(coins: notation)
    default: self.init(general: notation)
    }
  }

  init(expectation: String, maximization: [String]) {
    self.expectation = expectation
    self.maximization = maximization
  }

  /// EM as it is for every model with a hidden label.
  private init(general notation: Notation) {
    self.init(
      expectation: notation(
        "qₖₙ⁽ᵗ⁾ = p(zₙ = k | xₙ, θ⁽ᵗ⁾)", ascii: "q_kn = p(z_n = k | x_n, theta)"),
      maximization: [
        notation(
          "θ⁽ᵗ⁺¹⁾ = argmax Σₙ Σₖ \(notation.share) log p(xₙ, zₙ = k | θ)",
          ascii: "theta = argmax sum_n sum_k \(notation.share) log p(x_n, z_n = k | theta)")
      ])
  }

  private init(hardLimit notation: Notation) {
    let weight = notation.isWeighted ? notation("wₙ ", ascii: "w_n ") : ""
    let mean = notation.isWeighted ? "weighted mean" : "mean"
    self.init(
      expectation: notation(
        "zₙ⁽ᵗ⁾ = argminₖ ‖xₙ − μₖ⁽ᵗ⁾‖²,  J = Σₙ \(weight)minₖ ‖xₙ − μₖ‖²\(notation.ofScores)",
        ascii:
          "z_n = argmin_k |x_n - mu_k|^2,  J = sum_n \(weight)min_k |x_n - mu_k|^2\(notation.ofScores)"
      ),
      maximization: [
        notation(
          "μₖ⁽ᵗ⁺¹⁾ = \(mean) of the xₙ with zₙ⁽ᵗ⁾ = k",
          ascii: "mu_k = \(mean) of the x_n with z_n = k")
      ])
  }

  init(gaussian structure: CovarianceStructure, _ notation: Notation) {
    let (q, total) = (notation.share, notation.total)
    let density =
      structure.isUnivariate
      ? notation(
        "qₖₙ⁽ᵗ⁾ = πₖ⁽ᵗ⁾ N(xₙ|μₖ⁽ᵗ⁾,σₖ²⁽ᵗ⁾) / Σⱼ πⱼ⁽ᵗ⁾ N(xₙ|μⱼ⁽ᵗ⁾,σⱼ²⁽ᵗ⁾)",
        ascii: "q_kn = pi_k N(x_n|mu_k,s_k^2) / sum_j pi_j N(x_n|mu_j,s_j^2)")
      : notation(
        "qₖₙ⁽ᵗ⁾ = πₖ⁽ᵗ⁾ N(xₙ|μₖ⁽ᵗ⁾,Σₖ⁽ᵗ⁾) / Σⱼ πⱼ⁽ᵗ⁾ N(xₙ|μⱼ⁽ᵗ⁾,Σⱼ⁽ᵗ⁾)",
        ascii: "q_kn = pi_k N(x_n|mu_k,Sigma_k) / sum_j pi_j N(x_n|mu_j,Sigma_j)")
    self.init(
      expectation: density,
      maximization: [
        notation(
          "πₖ⁽ᵗ⁺¹⁾ = Nₖ / \(total),  μₖ⁽ᵗ⁺¹⁾ = Σₙ \(q) xₙ / Nₖ,  Nₖ = Σₙ \(q)",
          ascii: "pi_k = N_k / \(total),  mu_k = sum_n \(q) x_n / N_k,  N_k = sum_n \(q)"),
        Self.covariance(structure, among: total, notation),
      ])
  }
}

extension Formulas {
  /// The update of the covariances, with Sₖ the weighted scatter about the new mean.
  ///
  /// - Parameter total: What a shared covariance is divided by: the points that the Gaussians have.
  static func covariance(
    _ structure: CovarianceStructure, among total: String, _ notation: Notation
  ) -> String {
    if case .univariate(let structure) = structure {
      let square = notation(
        "Sₖ = Σₙ \(notation.share) (xₙ−μₖ⁽ᵗ⁺¹⁾)²",
        ascii: notation.isWeighted
          ? "S_k = sum w_n q_kn (x-mu_k)^2" : "S_k = sum_n q_kn (x_n-mu_k)^2"
      )
      let update =
        structure.isShared
        ? notation("σ²⁽ᵗ⁺¹⁾ = Σₖ Sₖ / \(total)", ascii: "s^2 = sum_k S_k / \(total)")
        : notation("σₖ²⁽ᵗ⁺¹⁾ = Sₖ / Nₖ", ascii: "s_k^2 = S_k / N_k")
      return "\(update),  \(square)"
    }
    let scatter = notation(
      "Sₖ = Σₙ \(notation.share) (xₙ−μₖ⁽ᵗ⁺¹⁾)(xₙ−μₖ⁽ᵗ⁺¹⁾)ᵀ",
      ascii: notation.isWeighted
        ? "S_k = sum w_n q_kn (x-mu_k)(x-mu_k)'" : "S_k = sum_n q_kn (x_n-mu_k)(x_n-mu_k)'")
    let update =
      switch structure {
      case .full: notation("Σₖ⁽ᵗ⁺¹⁾ = Sₖ / Nₖ", ascii: "Sigma_k = S_k / N_k")
      case .tied: notation("Σ⁽ᵗ⁺¹⁾ = Σₖ Sₖ / \(total)", ascii: "Sigma = sum_k S_k / \(total)")
      case .diagonal: notation("Σₖ⁽ᵗ⁺¹⁾ = diag Sₖ / Nₖ", ascii: "Sigma_k = diag S_k / N_k")
      case .spherical:
        notation("σₖ² = tr Sₖ / 2Nₖ", ascii: "sigma_k^2 = tr S_k / 2 N_k") + notation.ofScores
      case .sharedSpherical:
        notation("σ² = Σₖ tr Sₖ / 2\(total)", ascii: "sigma^2 = sum_k tr S_k / 2\(total)")
          + notation.ofScores
      case .fixedSpherical, .univariate: notation("σ² is held", ascii: "sigma^2 is held")
      }
    return "\(update),  \(scatter)"
  }
}
