/// A way to choose where EM begins.
///
/// Each rule is a value with one function. Rules that choose means alone begin with equal weights
/// πₖ = 1/K and every Σₖ the data's covariance (n-denominator).
public struct StartingRule: Sendable, Identifiable {
  /// The name, as the command line spells it.
  public let name: String
  /// One line that says what the rule does.
  public let summary: String
  /// Where it was published, or what it is for.
  public let source: String
  /// Chooses K components for the points.
  let choose: @Sendable (PointSet, Int, inout SeededGenerator) -> GaussianMixture

  /// The name.
  public var id: String { name }

  /// The start for K components, the same for the same seed on every machine.
  ///
  /// - Precondition: 1 ≤ K ≤ N and K ≤ 255.
  public func start(over points: PointSet, components k: Int, seed: UInt64) -> GaussianMixture {
    precondition((1...min(points.count, 255)).contains(k), "K must lie between 1 and N")
    var generator = SeededGenerator(seed: seed)
    return choose(points, k, &generator)
  }
}

extension StartingRule {
  /// The rule of a name, if there is one.
  public static func named(_ name: String) -> StartingRule? { all.first { $0.name == name } }
}
