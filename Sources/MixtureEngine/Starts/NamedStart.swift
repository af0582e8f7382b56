/// A start on some data that is worth showing and can be called up by name.
public struct NamedStart: Sendable {
  /// What the run that begins there shows.
  package enum Character: String, Hashable, Sendable, CaseIterable {
    /// It reaches an optimum that hardly any start betters, in few iterations.
    case good
    /// It reaches the same optimum, but takes many.
    case slow
    /// It converges to a worse optimum and stays there.
    case stuck
    /// One component degenerates.
    case collapsing
  }

  /// The name.
  package let name: String
  /// The number of components K.
  package let components: Int
  /// What the run shows.
  package let character: Character
  /// The starting rule.
  package let rule: StartingRule
  /// Its seed.
  package let seed: UInt64
  /// One sentence that says what to look at.
  package let summary: String

  /// A start from its parts.
  package init(
    name: String, components: Int, character: Character, rule: StartingRule, seed: UInt64,
    summary: String
  ) {
    self.name = name
    self.components = components
    self.character = character
    self.rule = rule
    self.seed = seed
    self.summary = summary
  }

  /// The name.
  package var id: String { name }

  /// The run that begins there: a Gaussian mixture with full covariances.
  package var recipe: RunRecipe {
    RunRecipe(components: components, rule: rule, seed: seed)
  }
}
