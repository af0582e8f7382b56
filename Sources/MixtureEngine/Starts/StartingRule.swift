/// A way to choose where EM begins: its initialization.
///
/// Each rule is a value with one function. Rules that choose means alone begin with the weights and
/// covariances of the recipe: πₖ = 1/K and every Σₖ the data's covariance (n-denominator), unless it
/// says otherwise (``RunRecipe/startCovariance``, ``RunRecipe/startWeights``).
///
/// Rules are equal when name, summary and source are: a rule of your own is never taken for one of
/// the engine's whose name it bears.
public struct StartingRule: Sendable {
  /// The name by which a rule is chosen: short, in small letters.
  public let name: String
  /// One line that says what the rule does.
  public let summary: String
  /// Where it was published, or what it is for.
  public let source: String
  /// Whether the rule, or the runs that it makes, begins with means alone, so that Σ₀ and π₀ are the
  /// recipe's.
  package let beginsFromMeans: Bool
  /// Chooses the components of a recipe for the points.
  private let choose: @Sendable (RunRecipe, PointSet, inout SeededGenerator) -> ChosenStart

  /// A rule of your own.
  ///
  ///     let first = StartingRule(name: "first", summary: "the first K points") { points, k, _ in
  ///       GaussianMixture.start(means: Array(points.points.prefix(k)), over: points)
  ///     }
  ///
  /// - Parameters:
  ///   - name: The name by which the rule is chosen.
  ///   - summary: One line that says what the rule does.
  ///   - source: Where it was published.
  ///   - choose: Makes a start with the asked number of components, at most one for each point;
  ///     whatever is left to chance it draws from the generator.
  public init(
    name: String, summary: String, source: String = "",
    choose: @escaping @Sendable (PointSet, Int, inout SeededGenerator) -> GaussianMixture
  ) {
    self.init(name: name, summary: summary, source: source) { recipe, points, generator in
      ChosenStart(gaussians: choose(points, recipe.components, &generator))
    }
  }

  /// A rule that chooses means alone.
  init(
    name: String, summary: String, source: String,
    means choose: @escaping @Sendable (PointSet, Int, inout SeededGenerator) -> [Point]
  ) {
    self.init(name: name, summary: summary, source: source, beginsFromMeans: true) {
      recipe, points, generator in
      let means = choose(points, recipe.components, &generator)
      return ChosenStart(gaussians: recipe.gaussians(at: means, over: points))
    }
  }

  /// A rule that also goes by the recipe that the start is for.
  init(
    name: String, summary: String, source: String, beginsFromMeans: Bool = false,
    chooseFor choose:
      @escaping @Sendable (RunRecipe, PointSet, inout SeededGenerator) -> ChosenStart
  ) {
    self.name = name
    self.summary = summary
    self.source = source
    self.beginsFromMeans = beginsFromMeans
    self.choose = choose
  }

  /// The name.
  package var id: String { name }

  /// The start for K components, the same for the same seed on every machine.
  ///
  /// - Precondition: 1 ≤ K ≤ N and K ≤ 255.
  package func start(over points: PointSet, components k: Int, seed: UInt64) -> GaussianMixture {
    start(for: RunRecipe(components: k, rule: self, seed: seed), over: points).gaussians
  }

  /// The start of a recipe's run by this rule.
  ///
  /// - Precondition: 1 ≤ K ≤ N and K ≤ 255.
  func start(for recipe: RunRecipe, over points: PointSet) -> ChosenStart {
    let k = recipe.components
    precondition(k >= 1 && k <= min(points.count, 255), "K must lie between 1 and N")
    var generator = SeededGenerator(seed: recipe.seed)
    return choose(recipe, points, &generator)
  }
}

extension StartingRule {
  /// The engine's own rules.
  public static let all: [StartingRule] = [
    randomPoints, randomResponsibilities, randomPartition, randomBox, kMeansPlusPlus, kMeans,
    farthestFirst, smallEM, principalAxis, stacked, outlier, whitenedKMeans, classification,
    annealing, hierarchical,
  ]

  /// The engine's rule of a name, if there is one.
  package static func named(_ name: String) -> StartingRule? { all.first { $0.name == name } }
}

extension StartingRule: Hashable {
  /// Whether two rules are the same.
  public static func == (a: StartingRule, b: StartingRule) -> Bool {
    a.name == b.name && a.summary == b.summary && a.source == b.source
  }

  /// Feeds the name to a hasher.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
