import MixtureEngine

/// The updates of the models beyond the lecture's.
extension Formulas {
  /// Round Gaussians of one given size and equal weights: only the means are free.
  init(dial notation: Notation) {
    let q = notation.share
    self.init(
      expectation: notation(
        "qₖₙ⁽ᵗ⁾ = exp(−‖xₙ−μₖ⁽ᵗ⁾‖² / 2σ²) / Σⱼ exp(−‖xₙ−μⱼ⁽ᵗ⁾‖² / 2σ²)\(notation.ofScores)",
        ascii:
          "q_kn = exp(-|x_n-mu_k|^2 / 2s^2) / sum_j exp(-|x_n-mu_j|^2 / 2s^2)\(notation.ofScores)"
      ),
      maximization: [
        notation(
          "μₖ⁽ᵗ⁺¹⁾ = Σₙ \(q) xₙ / Nₖ,  Nₖ = Σₙ \(q)",
          ascii: "mu_k = sum_n \(q) x_n / N_k,  N_k = sum_n \(q)"),
        notation(
          "πₖ = 1/K and σ² are held; as σ² → 0, q becomes 0 or 1: k-means",
          ascii: "pi_k = 1/K and s^2 are held; as s^2 > 0, q becomes 0 or 1: k-means"),
      ])
  }

  /// Heavy tails: the M-step repeats weighted means to convergence; δ is the Mahalanobis distance.
  init(student notation: Notation) {
    let (q, total) = (notation.share, notation.total)
    guard !notation.isUnivariate else {
      self.init(
        expectation: notation(
          "qₖₙ⁽ᵗ⁾ = πₖ⁽ᵗ⁾ t(xₙ|μₖ⁽ᵗ⁾,sₖ²⁽ᵗ⁾) / Σⱼ πⱼ⁽ᵗ⁾ t(xₙ|μⱼ⁽ᵗ⁾,sⱼ²⁽ᵗ⁾),  ν given",
          ascii: "q_kn = pi_k t(x_n|mu_k,s_k^2) / sum_j pi_j t(x_n|mu_j,s_j^2),  nu given"),
        maximization: [
          notation(
            "πₖ⁽ᵗ⁺¹⁾ = Nₖ / \(total);  to convergence: wₖₙ = \(q) (ν+1) / (ν+δₖₙ²),",
            ascii: "pi_k = N_k / \(total);  to convergence: w_kn = \(q) (nu+1) / (nu+d_kn^2),"),
          notation(
            "μₖ = Σₙ wₖₙ xₙ / Σₙ wₖₙ,  sₖ² = Σₙ wₖₙ (xₙ−μₖ)² / Σₙ wₖₙ",
            ascii: "mu_k = sum w_kn x_n / sum w_kn,  s_k^2 = sum w_kn (x_n-mu_k)^2 / sum w_kn"),
        ])
      return
    }
    self.init(
      expectation: notation(
        "qₖₙ⁽ᵗ⁾ = πₖ⁽ᵗ⁾ t(xₙ|μₖ⁽ᵗ⁾,Σₖ⁽ᵗ⁾) / Σⱼ πⱼ⁽ᵗ⁾ t(xₙ|μⱼ⁽ᵗ⁾,Σⱼ⁽ᵗ⁾),  ν given",
        ascii: "q_kn = pi_k t(x_n|mu_k,Sigma_k) / sum_j pi_j t(x_n|mu_j,Sigma_j)"),
      maximization: [
        notation(
          "πₖ⁽ᵗ⁺¹⁾ = Nₖ / \(total);  to convergence: wₖₙ = \(q) (ν+2) / (ν+δₖₙ²),",
          ascii: "pi_k = N_k / \(total);  to convergence: w_kn = \(q) (nu+2) / (nu+d_kn^2),"),
        notation(
          "μₖ = Σₙ wₖₙ xₙ / Σₙ wₖₙ,  Σₖ = Σₙ wₖₙ (xₙ−μₖ)(xₙ−μₖ)ᵀ / Σₙ wₖₙ",
          ascii: "mu_k = sum w_kn x_n / sum w_kn,  Sigma_k = sum w_kn (..)(..)' / sum w_kn"),
      ])
  }

  /// Gaussians, and one component of one density 1/A over the data's box: the last, as in the table.
  init(noise structure: CovarianceStructure, components: Int, _ notation: Notation) {
    let (low, plain) = (Notation.subscripted(components + 1), "\(components + 1)")
    let (q, total) = (notation.share, notation.total)
    // The weights leave no room for an article.
    let box =
      notation.isUnivariate ? "the range" : notation.isWeighted ? "box" : "the box"
    let area = notation.isUnivariate ? "length" : "area"
    let spread = structure.isUnivariate ? ("σₖ²", "s_k^2") : ("Σₖ", "Sigma_k")
    self.init(
      expectation: notation(
        "qₖₙ⁽ᵗ⁾ = πₖ N(xₙ|μₖ,\(spread.0)) / p(xₙ),  noise: q\(low)ₙ⁽ᵗ⁾ = π\(low) / (A p(xₙ)) at θ⁽ᵗ⁾",
        ascii:
          "q_kn = pi_k N(x_n|mu_k,\(spread.1)) / p(x_n),  noise: q_\(plain)n = pi_\(plain) / (A p(x_n))"
      ),
      maximization: [
        notation(
          "πₖ⁽ᵗ⁺¹⁾ = Nₖ / \(total), π\(low) too;  μₖ⁽ᵗ⁺¹⁾ = Σₙ \(q) xₙ / Nₖ;  A: \(area) of \(box)",
          ascii:
            "pi_k = N_k / \(total), pi_\(plain) too;  mu_k = sum_n \(q) x_n / N_k;  A: \(area) of box"
        ),
        Self.covariance(
          structure, among: notation("(\(total)−N\(low))", ascii: "(\(total)-N_\(plain))"), notation
        ),
      ])
  }

  /// Coins with equal weights: the expected heads of each, divided by its expected tosses m Nₖ.
  init(coins notation: Notation) {
    let q = notation.share
    self.init(
      expectation: notation(
        "qₖₙ⁽ᵗ⁾ = θₖ^xₙ (1−θₖ)^(m−xₙ) / Σⱼ θⱼ^xₙ (1−θⱼ)^(m−xₙ) at θ⁽ᵗ⁾",
        ascii: "q_kn = t_k^x_n (1-t_k)^(m-x_n) / sum_j t_j^x_n (1-t_j)^(m-x_n)"),
      maximization: [
        notation(
          "θₖ⁽ᵗ⁺¹⁾ = Σₙ \(q) xₙ / (m Nₖ),  Nₖ = Σₙ \(q);  πₖ = 1/K is held",
          ascii: "t_k = sum_n \(q) x_n / (m N_k);  pi_k = 1/K is held")
      ])
  }

  /// Regressions of y on x: weighted least squares, about the middle (rₖ, cₖ) of the points.
  init(lines notation: Notation) {
    self.init(
      expectation: notation(
        "qₖₙ⁽ᵗ⁾ = πₖ N(yₙ|ŷₖₙ,sₖ²) / Σⱼ πⱼ N(yₙ|ŷⱼₙ,sⱼ²),  ŷₖₙ = cₖ + bₖ(xₙ−rₖ)",
        ascii: "q_kn = pi_k N(y_n|f_kn,s_k^2) / sum_j ...,  f_kn = c_k + b_k (x_n-r_k)"),
      maximization: notation.isWeighted
        ? Self.weightedLines(notation)
        : [
          notation(
            "πₖ⁽ᵗ⁺¹⁾ = Nₖ / N,  (rₖ, cₖ)⁽ᵗ⁺¹⁾ = Σₙ qₖₙ⁽ᵗ⁾ (xₙ, yₙ) / Nₖ,  Nₖ = Σₙ qₖₙ⁽ᵗ⁾",
            ascii: "pi_k = N_k / N,  (r_k, c_k) = sum_n q_kn (x_n, y_n) / N_k"),
          notation(
            "bₖ = Σₙ qₖₙ (xₙ−rₖ)(yₙ−cₖ) / Σₙ qₖₙ (xₙ−rₖ)²,  sₖ² = Σₙ qₖₙ (yₙ−ŷₖₙ)² / Nₖ",
            ascii: "b_k = sum q (x-r_k)(y-c_k) / sum q (x-r_k)^2,  s_k^2 = sum q (y-f)^2 / N_k"),
        ])
  }

  /// The M-step of lines over points with weights, with vₖₙ for wₙ qₖₙ.
  private static func weightedLines(_ notation: Notation) -> [String] {
    [
      notation(
        "vₖₙ = wₙqₖₙ⁽ᵗ⁾, Nₖ = Σₙ vₖₙ, πₖ = Nₖ / W,  (rₖ, cₖ) = Σₙ vₖₙ (xₙ, yₙ) / Nₖ",
        ascii: "v_kn = w_n q_kn,  pi_k = N_k / W,  (r_k, c_k) = sum v (x_n, y_n) / N_k"),
      notation(
        "bₖ = Σₙ vₖₙ (xₙ−rₖ)(yₙ−cₖ) / Σₙ vₖₙ (xₙ−rₖ)²,  sₖ² = Σₙ vₖₙ (yₙ−ŷₖₙ)² / Nₖ",
        ascii: "b_k = sum v (x-r_k)(y-c_k) / sum v (x-r_k)^2,  s_k^2 = sum v (y-f)^2 / N_k"),
    ]
  }
}
