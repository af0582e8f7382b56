import MixtureEngine

/// The recipe of a session's first run, by the names that the command line has for its parts.
extension SessionFile.Settings {
  /// The settings of a recipe.
  public init(_ recipe: RunRecipe) {
    self.init(
      model: recipe.kind.name, covariance: recipe.structure.name, components: recipe.components,
      start: recipe.rule.name, seed: recipe.seed, tolerance: recipe.stopping.tolerance,
      iterations: recipe.stopping.iterationLimit,
      given: recipe.givenStart.map { SessionFile.Given($0) },
      holdLabels: recipe.observedShare > 0 ? recipe.observedShare : nil)
  }
}

extension SessionFile {
  /// What the session was opened with.
  ///
  /// - Parameter file: The file as it was typed, for messages.
  /// - Throws: ``SessionError`` that names the entry that isn't known.
  public func recipe(over data: DataSet, file: String) throws -> RunRecipe {
    func known<Value>(_ value: Value?, _ entry: String) throws -> Value {
      guard let value else { throw SessionError(file: file, reason: "\(entry) is not known.") }
      return value
    }
    var recipe = RunRecipe(
      kind: try known(ModelKind.named(settings.model), "the model \(settings.model)"),
      structure: try known(
        CovarianceStructure(name: settings.covariance), "the structure \(settings.covariance)"),
      components: settings.components,
      rule: try known(StartingRule.named(settings.start), "the starting rule \(settings.start)"),
      seed: settings.seed,
      givenStart: try settings.given.map { try known($0.mixture, "the given start") },
      stopping: StoppingRule(
        tolerance: settings.tolerance, iterationLimit: settings.iterations))
    if let share = settings.holdLabels {
      guard (0...1).contains(share) else {
        throw SessionError(file: file, reason: "settings.holdLabels must be a share from 0 to 1.")
      }
      recipe.observe(share, of: data.labels)
    }
    return recipe
  }
}

extension SessionFile.Given {
  /// A given start as it stands in the file.
  init(_ mixture: GaussianMixture) {
    self.init(
      weights: mixture.components.map(\.weight),
      means: mixture.components.map { [$0.mean.x, $0.mean.y] },
      covariances: mixture.components.map(\.covariance).map { [[$0.xx, $0.xy], [$0.xy, $0.yy]] })
  }

  /// The mixture, or `nil` if the numbers make none.
  var mixture: GaussianMixture? {
    guard !weights.isEmpty, weights.count <= 255, means.count == weights.count,
      covariances.count == weights.count
    else { return nil }
    var components: [GaussianComponent] = []
    for (weight, (mean, rows)) in zip(weights, zip(means, covariances)) {
      guard mean.count == 2, rows.count == 2, rows.allSatisfy({ $0.count == 2 }),
        let component = GaussianComponent(
          weight: weight, mean: Point(x: mean[0], y: mean[1]),
          covariance: Covariance2(xx: rows[0][0], xy: rows[0][1], yy: rows[1][1]))
      else { return nil }
      components.append(component)
    }
    return GaussianMixture(components: components)
  }
}
