import MixtureEngine

extension Formulas {
  /// Gaussians under the conjugate prior: M maximises F + log p(θ), with the prior's sums beside the data's.
  ///
  /// - Parameters:
  ///   - structure: The structure of the covariances.
  ///   - components: K.
  init(prior structure: CovarianceStructure, components: Int, _ notation: Notation) {
    self.init(gaussian: structure, notation)
    let (q, total) = (notation.share, notation.total)
    maximization = [
      notation(
        "πₖ⁽ᵗ⁺¹⁾ = Nₖ / \(total),  μₖ⁽ᵗ⁺¹⁾ = (Σₙ \(q) xₙ + κμ₀) / (Nₖ + κ),  κ = 0.01",
        ascii: "pi_k = N_k / \(total),  mu_k = (sum_n \(q) x_n + kappa mu_0) / (N_k + kappa)"),
      Self.covariance(structure, components: components, among: total, notation),
    ]
  }

  /// The update of the covariances under the prior with ν = 4, with Sₖ the scatter about the new mean and
  /// the pull's part.
  private static func covariance(
    _ structure: CovarianceStructure, components: Int, among total: String, _ notation: Notation
  ) -> String {
    let shared = (7 + components, 6 + 2 * components)
    let update =
      switch structure {
      case .full:
        notation(
          "Σₖ⁽ᵗ⁺¹⁾ = (Λ + Sₖ) / (Nₖ + 8)", ascii: "Sigma_k = (Lambda + S_k) / (N_k + 8)")
      case .tied:
        notation(
          "Σ⁽ᵗ⁺¹⁾ = (Λ + Σₖ Sₖ) / (\(total) + \(shared.0))",
          ascii: "Sigma = (Lambda + sum_k S_k) / (\(total) + \(shared.0))")
      case .diagonal:
        notation(
          "Σₖ⁽ᵗ⁺¹⁾ = (ς²I + diag Sₖ) / (Nₖ + 7)", ascii: "Sigma_k = (s0^2 I + diag S_k) / (N_k + 7)"
        )
      case .spherical:
        notation(
          "σₖ² = (ς² + tr Sₖ) / (2Nₖ + 8)",
          ascii: "sigma_k^2 = (s0^2 + tr S_k) / (2 N_k + 8)")
      case .sharedSpherical:
        notation(
          "σ² = (ς² + Σₖ tr Sₖ) / (2\(total) + \(shared.1))",
          ascii: "sigma^2 = (s0^2 + sum_k tr S_k) / (2\(total) + \(shared.1))")
      case .univariate(.tied):
        notation(
          "σ²⁽ᵗ⁺¹⁾ = (ς² + Σₖ Sₖ) / (\(total) + \(5 + components))",
          ascii: "s^2 = (s0^2 + sum_k S_k) / (\(total) + \(5 + components))")
      case .univariate(.full):
        notation("σₖ²⁽ᵗ⁺¹⁾ = (ς² + Sₖ) / (Nₖ + 6)", ascii: "s_k^2 = (s0^2 + S_k) / (N_k + 6)")
      case .fixedSpherical, .univariate: notation("σ² is held", ascii: "sigma^2 is held")
      }
    if structure.isUnivariate {
      let scatter = notation(
        "Sₖ = Σₙ \(notation.share) (xₙ−μₖ)² + κ(μₖ−μ₀)²",
        ascii: "S_k about mu_k and kappa (mu_k-mu_0)^2")
      return "\(update),  \(scatter)"
    }
    let scatter = notation(
      "Sₖ = Σₙ \(notation.share) (xₙ−μₖ)(xₙ−μₖ)ᵀ + κ(μₖ−μ₀)(μₖ−μ₀)ᵀ",
      ascii: "S_k about mu_k and kappa (mu_k-mu_0)(mu_k-mu_0)'")
    return "\(update),  \(scatter)"
  }
}
