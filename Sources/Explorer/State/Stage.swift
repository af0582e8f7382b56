import MixtureEngine

/// One stretch of a session under the same settings.
///
/// Switching the model in place opens a new stage; stepping back beyond its start returns to the
/// stage before, exactly as it was left.
struct Stage: Sendable {
  var recipe: RunRecipe
  /// Where a starting rule or a user put the components, or `nil` where the stage goes on from
  /// another one.
  var start: GaussianMixture?
  var run: Run
}
