import MixtureEngine

extension Sentences {
  /// The model and its size, as in a title.
  static func model(of recipe: RunRecipe) -> String {
    recipe.modelText
  }

  /// Where the run begins, as in a title.
  static func start(of recipe: RunRecipe) -> String {
    recipe.givenStart == nil
      ? "\(recipe.rule.name) seed \(recipe.seed)" : "given start"
  }
}
