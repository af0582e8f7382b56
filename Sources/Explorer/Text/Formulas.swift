import MixtureEngine

/// The updates of a model in the lecture's notation, a line for E and lines for M.
struct Formulas: Hashable, Sendable {
  /// How q is made.
  var expectation: String
  /// How θ is made.
  var maximization: [String]

  /// The formulas of the model that a recipe makes.
  init(_ recipe: RunRecipe, _ notation: Notation) {
    let structure = recipe.structure
    switch recipe.kind {
    case .kMeans: self.init(hardLimit: notation)
    case .gaussianMixture: self.init(gaussian: structure, notation)
    case .dial: self.init(dial: notation)
    case .studentT: self.init(student: notation)
    case .noise: self.init(noise: structure, notation)
    case .lines: self.init(lines: notation)
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
          "θ⁽ᵗ⁺¹⁾ = argmax Σₙ Σₖ qₖₙ⁽ᵗ⁾ log p(xₙ, zₙ = k | θ)",
          ascii: "theta = argmax sum_n sum_k q_kn log p(x_n, z_n = k | theta)")
      ])
  }

  private init(hardLimit notation: Notation) {
    self.init(
      expectation: notation(
        "zₙ⁽ᵗ⁾ = argminₖ ‖xₙ − μₖ⁽ᵗ⁾‖²,  J = Σₙ minₖ ‖xₙ − μₖ‖²",
        ascii: "z_n = argmin_k |x_n - mu_k|^2,  J = sum_n min_k |x_n - mu_k|^2"),
      maximization: [
        notation(
          "μₖ⁽ᵗ⁺¹⁾ = mean of the xₙ with zₙ⁽ᵗ⁾ = k",
          ascii: "mu_k = mean of the x_n with z_n = k")
      ])
  }

  private init(gaussian structure: CovarianceStructure, _ notation: Notation) {
    self.init(
      expectation: notation(
        "qₖₙ⁽ᵗ⁾ = πₖ⁽ᵗ⁾ N(xₙ|μₖ⁽ᵗ⁾,Σₖ⁽ᵗ⁾) / Σⱼ πⱼ⁽ᵗ⁾ N(xₙ|μⱼ⁽ᵗ⁾,Σⱼ⁽ᵗ⁾)",
        ascii: "q_kn = pi_k N(x_n|mu_k,Sigma_k) / sum_j pi_j N(x_n|mu_j,Sigma_j)"),
      maximization: [
        notation(
          "πₖ⁽ᵗ⁺¹⁾ = Nₖ / N,  μₖ⁽ᵗ⁺¹⁾ = Σₙ qₖₙ⁽ᵗ⁾ xₙ / Nₖ,  Nₖ = Σₙ qₖₙ⁽ᵗ⁾",
          ascii: "pi_k = N_k / N,  mu_k = sum_n q_kn x_n / N_k,  N_k = sum_n q_kn"),
        Self.covariance(structure, among: "N", notation),
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
    let scatter = notation(
      "Sₖ = Σₙ qₖₙ⁽ᵗ⁾ (xₙ−μₖ⁽ᵗ⁺¹⁾)(xₙ−μₖ⁽ᵗ⁺¹⁾)ᵀ", ascii: "S_k = sum_n q_kn (x_n-mu_k)(x_n-mu_k)'")
    let update =
      switch structure {
      case .full: notation("Σₖ⁽ᵗ⁺¹⁾ = Sₖ / Nₖ", ascii: "Sigma_k = S_k / N_k")
      case .tied: notation("Σ⁽ᵗ⁺¹⁾ = Σₖ Sₖ / \(total)", ascii: "Sigma = sum_k S_k / \(total)")
      case .diagonal: notation("Σₖ⁽ᵗ⁺¹⁾ = diag Sₖ / Nₖ", ascii: "Sigma_k = diag S_k / N_k")
      case .spherical: notation("σₖ² = tr Sₖ / 2Nₖ", ascii: "sigma_k^2 = tr S_k / 2 N_k")
      case .sharedSpherical:
        notation("σ² = Σₖ tr Sₖ / 2\(total)", ascii: "sigma^2 = sum_k tr S_k / 2\(total)")
      case .fixedSpherical: notation("σ² is held", ascii: "sigma^2 is held")
      }
    return "\(update),  \(scatter)"
  }
}

/// The lecture's letters, in Unicode or, for terminals without it, in ASCII that can be read.
struct Notation: Hashable, Sendable {
  /// Whether letters such as θ and Σ can be shown.
  var unicode: Bool

  /// θ⁽ᵗ⁾ with a number for t.
  func theta(_ t: Int) -> String {
    guard unicode else { return "theta(\(t))" }
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    return "θ⁽" + String(String(t).compactMap(\.wholeNumberValue).map { digits[$0] }) + "⁾"
  }

  /// A formula in both spellings; the one that can be shown.
  func callAsFunction(_ letters: String, ascii: String) -> String { unicode ? letters : ascii }
}
