import MixtureEngine

/// EM for any p(x, z | θ), and what the lecture makes of it for Gaussians.
struct GeneralFormulas: Hashable, Sendable {
  /// L(θ).
  var likelihood: String
  /// The bound under it.
  var bound: String
  /// How q is made.
  var expectation: String
  /// How θ is made.
  var maximization: [String]

  /// The general form: q is the posterior of the hidden part, θ maximises the average over it.
  static func general(_ notation: Notation) -> GeneralFormulas {
    let all = notation.allPoints
    return GeneralFormulas(
      likelihood: notation(
        "L(θ) = \(all) log Σₖ p(xₙ, zₙ=k | θ)",
        ascii: "L(theta) = \(all) log sum_k p(x_n, z_n=k)"),
      bound: notation(
        "L ≥ F(q,θ) = \(all) Σₖ qₖₙ log [p(xₙ,zₙ=k|θ) / qₖₙ]",
        ascii: "L >= F = \(all) sum_k q_kn log [p(x_n,z_n=k)/q_kn]"),
      expectation: notation(
        "qₖₙ⁽ᵗ⁾ = p(zₙ=k | xₙ, θ⁽ᵗ⁾), where F touches L",
        ascii: "q_kn = p(z_n=k | x_n, theta), where F touches L"),
      maximization: [
        notation(
          "θ⁽ᵗ⁺¹⁾ = argmax \(all) E_p(zₙ|xₙ,θ⁽ᵗ⁾) [log p(xₙ,zₙ|θ)]",
          ascii: "theta = argmax \(all) E_q [log p(x_n,z_n|theta)]")
      ])
  }

  /// The lecture's summary of EM for a mixture of Gaussians; each point counts once.
  static func lecture(_ unicode: Bool) -> GeneralFormulas {
    let notation = Notation(unicode: unicode)
    return GeneralFormulas(
      likelihood: notation(
        "L(θ) = Σₙ log Σₖ πₖ N(xₙ|μₖ,Σₖ)",
        ascii: "L(theta) = sum_n log sum_k pi_k N(x_n|mu_k,Sigma_k)"),
      bound: notation(
        "L ≥ Σₙ Σₖ qₖₙ⁽ᵗ⁾ log [πₖ N(xₙ|μₖ,Σₖ) / qₖₙ⁽ᵗ⁾]",
        ascii: "L >= sum_n sum_k q_kn log [pi_k N(..) / q_kn]"),
      expectation: notation(
        "qₖₙ⁽ᵗ⁾ = πₖ⁽ᵗ⁾ N(xₙ|μₖ⁽ᵗ⁾,Σₖ⁽ᵗ⁾) / Σⱼ πⱼ⁽ᵗ⁾ N(xₙ|μⱼ⁽ᵗ⁾,Σⱼ⁽ᵗ⁾)",
        ascii: "q_kn = pi_k N(x_n|mu_k,Sigma_k) / sum_j pi_j N(x_n|mu_j,Sigma_j)"),
      maximization: [
        notation(
          "μₖ⁽ᵗ⁺¹⁾ = Σₙ qₖₙ⁽ᵗ⁾ xₙ / Σₙ qₖₙ⁽ᵗ⁾,  πₖ⁽ᵗ⁺¹⁾ = Σₙ qₖₙ⁽ᵗ⁾ / N",
          ascii: "mu_k = sum_n q_kn x_n / sum_n q_kn,  pi_k = sum_n q_kn / N"),
        notation(
          "Σₖ⁽ᵗ⁺¹⁾ = Σₙ qₖₙ⁽ᵗ⁾ (xₙ−μₖ⁽ᵗ⁺¹⁾)(xₙ−μₖ⁽ᵗ⁺¹⁾)ᵀ / Σₙ qₖₙ⁽ᵗ⁾",
          ascii: "Sigma_k = sum_n q_kn (x_n-mu_k)(x_n-mu_k)' / sum_n q_kn"),
      ])
  }

  /// What the model at hand has in the place of the lecture's, in a few words, the longest first.
  static func difference(of recipe: RunRecipe, _ notation: Notation) -> [String] {
    let weighted =
      notation.isWeighted ? notation("; wₙqₖₙ for qₖₙ", ascii: "; w_n q_kn for q_kn") : ""
    let words: [String] =
      switch recipe.kind {
      case .kMeans: ["here its limit: Σₖ = σ²I, σ² → 0, q is 0 or 1", "here its limit"]
      case .dial: ["here Σₖ = σ²I and πₖ = 1/K are held", "here Σₖ is held"]
      case .studentT: ["here t in the place of N", "here with t"]
      case .noise: ["here with uniform noise, too", "here with noise"]
      case .coins: ["for Gaussians; page 1 has the coins' own", "coins: page 1"]
      case .lines: ["here N(yₙ|ŷₖₙ,sₖ²), about a line", "here about a line"]
      case .gaussianMixture:
        recipe.standingPrior != .none
          ? ["here M maximises F + log p(θ)", "here with p(θ)"]
          : recipe.structure == .full
            ? ["the very model at hand", "this model's"]
            : ["here Σₖ is \(recipe.structure.name)"]
      default: ["here another p(x, z | θ)", "here another p"]
      }
    return words.map { $0 + weighted } + words
  }
}
