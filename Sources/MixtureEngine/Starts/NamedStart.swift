/// A start on a built-in data set that a lecturer can call up by name.
public struct NamedStart: Sendable, Identifiable {
  /// What the run that begins there shows.
  public enum Character: String, Hashable, Sendable, CaseIterable {
    /// It reaches the best known optimum in few iterations.
    case good
    /// It reaches the same optimum, but takes many.
    case slow
    /// It converges to a worse optimum and stays there.
    case stuck
    /// One component degenerates.
    case collapsing
  }

  /// The name of the data set.
  public let data: String
  /// The number of components K.
  public let components: Int
  /// What the run shows.
  public let character: Character
  /// The starting rule.
  public let rule: StartingRule
  /// Its seed.
  public let seed: UInt64
  /// One sentence that says what to look at.
  public let summary: String

  /// A start from its parts.
  public init(
    data: String, components: Int, character: Character, rule: StartingRule, seed: UInt64,
    summary: String
  ) {
    self.data = data
    self.components = components
    self.character = character
    self.rule = rule
    self.seed = seed
    self.summary = summary
  }

  /// Data, K and character, as in `old-faithful-2-stuck`.
  public var name: String { "\(data)-\(components)-\(character.rawValue)" }

  /// The name.
  public var id: String { name }

  /// The start over the points of its data set, with full covariances.
  ///
  /// - Precondition: There are at least K points.
  public func start(over points: PointSet) -> GaussianMixture {
    rule.start(over: points, components: components, seed: seed)
  }

  /// The start of a name, if there is one.
  public static func named(_ name: String) -> NamedStart? { all.first { $0.name == name } }

  /// The starts on a data set, good ones first.
  public static func on(_ data: String) -> [NamedStart] { all.filter { $0.data == data } }
}
