import MixtureEngine

extension LatentLabelModel {
  /// The letter that formulas have for the density of a component: N for Gaussians, t for heavy
  /// tails, p for others.
  var densityLetter: String { self is GaussianMixture ? "N" : self is StudentMixture ? "t" : "p" }
}
