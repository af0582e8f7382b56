import MixtureEngine

/// What a model climbs as a formula, without the labels z and with them.
struct LikelihoodFormulas: Hashable, Sendable {
  /// L(θ), where the logarithm stands outside the sum; in the hard limit J(μ).
  var incomplete: String
  /// log p(x, z | θ), where it meets the density of one component; in the hard limit J(z, μ).
  var complete: String
  /// What the logarithm meets once z is known.
  var density: String

  private init(incomplete: String, complete: String, density: String = "p") {
    (self.incomplete, self.complete, self.density) = (incomplete, complete, density)
  }

  /// The formulas of the model that a recipe makes.
  init(_ recipe: RunRecipe, _ notation: Notation) {
    let all = notation.allPoints
    switch recipe.kind {
    case .kMeans:
      self.init(
        incomplete: notation(
          "J(μ) = \(all) minₖ ‖xₙ−μₖ‖²", ascii: "J(mu) = \(all) min_k |x_n-mu_k|^2"),
        complete: notation(
          "J(z,μ) = \(all) Σₖ zₖₙ ‖xₙ−μₖ‖²", ascii: "J(z,mu) = \(all) sum_k z_kn |x_n-mu_k|^2"))
    case .gaussianMixture:
      self.init(
        of: Self.gaussian(
          recipe.structure.over(dimension: notation.isUnivariate ? 1 : 2), notation), "N", notation)
      if recipe.standingPrior != .none {
        incomplete += notation(",  with log p(θ)", ascii: ", with log p")
      }
    case .dial:
      let density =
        notation.isUnivariate
        ? notation("N(xₙ|μₖ,σ²)", ascii: "N(x_n|mu_k,sigma^2)")
        : notation("N(xₙ|μₖ,σ²I)", ascii: "N(x_n|mu_k,sigma^2 I)")
      self.init(of: density, "N", notation)
      incomplete = notation(
        "L(θ) = \(all) log Σₖ \(density) / K", ascii: "L(theta) = \(all) log sum_k \(density) / K")
      complete = notation(
        "log p(x,z|θ) = \(all) Σₖ zₖₙ [log \(density) − log K]",
        ascii: "log p(x,z) = \(all) sum_k z_kn [log \(density) - log K]")
    case .studentT:
      self.init(of: notation("t(xₙ|μₖ,Σₖ)", ascii: "t(x_n|mu_k,Sigma_k)"), "t", notation)
    case .noise: self.init(noise: recipe, notation)
    case .coins:
      self.init(
        incomplete: notation(
          "L(θ) = \(all) log Σₖ θₖ^xₙ (1−θₖ)^(m−xₙ) / K",
          ascii: "L(theta) = \(all) log sum_k theta_k^x_n (1-theta_k)^(m-x_n) / K"),
        complete: notation(
          "log p(x,z|θ) = \(all) Σₖ zₖₙ [xₙ log θₖ + (m−xₙ) log(1−θₖ) − log K]",
          ascii: "log p(x,z) = \(all) sum_k z_kn [x_n log theta_k + (m-x_n) log(1-theta_k) - log K]"
        ))
    case .lines:
      let density = notation("N(yₙ|ŷₖₙ,sₖ²)", ascii: "N(y_n|f_kn,s_k^2)")
      self.init(of: density, "N", notation)
      complete = notation(
        "log p(y,z|x,θ) = \(all) Σₖ zₖₙ [log πₖ + log \(density)]",
        ascii: "log p(y,z|x) = \(all) sum_k z_kn [log pi_k + log \(density)]")
    default:
      self.init(
        incomplete: notation(
          "L(θ) = \(all) log Σₖ p(xₙ, zₙ=k | θ)",
          ascii: "L(theta) = \(all) log sum_k p(x_n, z_n=k | theta)"),
        complete: notation(
          "log p(x,z|θ) = \(all) Σₖ zₖₙ log p(xₙ, zₙ=k | θ)",
          ascii: "log p(x,z) = \(all) sum_k z_kn log p(x_n, z_n=k | theta)"))
    }
  }

  /// The same, where it is said that norms and round covariances are those of z-scores.
  func measured(_ recipe: RunRecipe, _ notation: Notation) -> LikelihoodFormulas {
    var formulas = self
    if recipe.kind == .kMeans || recipe.isRound { formulas.incomplete += notation.ofScores }
    return formulas
  }

  /// Weighted densities, one for each component.
  private init(of density: String, _ letter: String, _ notation: Notation) {
    let all = notation.allPoints
    self.init(
      incomplete: notation(
        "L(θ) = \(all) log Σₖ πₖ \(density)", ascii: "L(theta) = \(all) log sum_k pi_k \(density)"),
      complete: notation(
        "log p(x,z|θ) = \(all) Σₖ zₖₙ [log πₖ + log \(density)]",
        ascii: "log p(x,z) = \(all) sum_k z_kn [log pi_k + log \(density)]"),
      density: letter)
  }

  /// Gaussians, and the noise as the last component.
  private init(noise recipe: RunRecipe, _ notation: Notation) {
    let all = notation.allPoints
    let density = Self.gaussian(
      recipe.structure.over(dimension: notation.isUnivariate ? 1 : 2), notation)
    let (low, plain) = (Notation.subscripted(recipe.components + 1), "\(recipe.components + 1)")
    self.init(
      incomplete: notation(
        "L(θ) = \(all) log [Σₖ πₖ \(density) + π\(low)/A]",
        ascii: "L(theta) = \(all) log [sum_k pi_k \(density) + pi_\(plain)/A]"),
      complete: notation(
        "log p(x,z|θ) = \(all) [Σₖ zₖₙ log πₖ\(density) + z\(low)ₙ log π\(low)/A]",
        ascii: "log p(x,z) = \(all) [sum_k z_kn log .. + z_\(plain)n log pi_\(plain)/A]"),
      density: "N")
  }

  private static func gaussian(
    _ structure: CovarianceStructure, _ notation: Notation
  ) -> String {
    switch structure {
    case .full, .diagonal: notation("N(xₙ|μₖ,Σₖ)", ascii: "N(x_n|mu_k,Sigma_k)")
    case .tied: notation("N(xₙ|μₖ,Σ)", ascii: "N(x_n|mu_k,Sigma)")
    case .spherical: notation("N(xₙ|μₖ,σₖ²I)", ascii: "N(x_n|mu_k,sigma_k^2 I)")
    case .sharedSpherical, .fixedSpherical:
      notation("N(xₙ|μₖ,σ²I)", ascii: "N(x_n|mu_k,sigma^2 I)")
    case .univariate(.full): notation("N(xₙ|μₖ,σₖ²)", ascii: "N(x_n|mu_k,sigma_k^2)")
    case .univariate: notation("N(xₙ|μₖ,σ²)", ascii: "N(x_n|mu_k,sigma^2)")
    }
  }
}

extension LikelihoodFormulas {
  /// What the sum inside the logarithm does, the longest first.
  static func whyHard(_ criterion: Criterion) -> [String] {
    criterion == .distortion
      ? ["a least one of K: no k alone"]
      : [
        "log outside the sum: no k alone, so no closed form",
        "log outside the sum: no k alone", "log outside the sum",
      ]
  }

  /// What knowing z would make easy, the longest first.
  func whyEasy(_ criterion: Criterion) -> [String] {
    if criterion == .distortion { return ["z known: each k has a plain mean", "z known"] }
    let meets = "z known: log meets \(density)"
    return density == "N"
      ? ["\(meets), a square in μₖ: each k alone", "\(meets): each k alone", meets, "z known"]
      : ["\(meets): each k alone", meets, "z known"]
  }
}

extension Notation {
  /// The sum over all points, each as often as it counts.
  var allPoints: String {
    isWeighted ? self("Σₙ wₙ", ascii: "sum_n w_n") : self("Σₙ", ascii: "sum_n")
  }
}
