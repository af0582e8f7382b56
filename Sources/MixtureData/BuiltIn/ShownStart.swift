import MixtureEngine

/// A start that is worth showing, as an entry of its data set; they were found by restarts over
/// many seeds.
struct ShownStart: Sendable {
  private let components: Int
  private let character: NamedStart.Character
  private let rule: StartingRule
  private let seed: UInt64
  private let summary: String

  init(
    _ components: Int, _ character: NamedStart.Character, _ rule: StartingRule, seed: UInt64,
    _ summary: String
  ) {
    self.components = components
    self.character = character
    self.rule = rule
    self.seed = seed
    self.summary = summary
  }

  /// The start under the name of data, K and character, as in `old-faithful-2-stuck`.
  func named(on data: String) -> NamedStart {
    NamedStart(
      name: "\(data)-\(components)-\(character.rawValue)", components: components,
      character: character, rule: rule, seed: seed, summary: summary)
  }
}
