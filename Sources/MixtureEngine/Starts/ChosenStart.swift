/// What a rule chose, and what that took.
struct ChosenStart {
  /// The components.
  var gaussians: GaussianMixture
  /// The very θ of the model at hand, where the rule has run it.
  var model: (any LatentLabelModel)?
  /// How many times the rule went through the data with an E- and an M-step, in all its runs.
  var iterations = 0
}

extension ChosenStart {
  /// A model's θ, and the Gaussians that its components look like.
  ///
  /// - Parameters:
  ///   - model: Where the rule has come to.
  ///   - iterations: What that took.
  ///   - recipe: The recipe that the start is for.
  ///   - points: The data.
  init(
    at model: any LatentLabelModel, after iterations: Int, for recipe: RunRecipe,
    over points: PointSet
  ) {
    self.init(
      gaussians: model as? GaussianMixture
        ?? .start(continuing: model, over: points, observed: recipe.observed),
      model: model, iterations: iterations)
  }
}

extension RunRecipe {
  /// The Gaussians at some means, with the recipe's Σ₀ and π₀.
  ///
  /// - Precondition: There are 1 to 255 means, all of them numbers.
  func gaussians(at means: [Point], over points: PointSet) -> GaussianMixture {
    .start(means: means, over: points, covariance: startCovariance, weights: startWeights)
  }
}
