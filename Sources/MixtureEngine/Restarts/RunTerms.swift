/// What many runs have in common: all but their starts.
package struct RunTerms: Sendable {
  /// The data.
  package var points: PointSet
  /// Labels that are known.
  package var observed: ObservedLabels?
  /// When a run is over.
  package var stopping: StoppingRule
  /// When an M-step counts as a collapse.
  package var safeguard: Safeguard
  /// By which algorithm runs climb.
  package var algorithm: Climber

  /// Terms of runs over some points.
  package init(
    over points: PointSet, observed: ObservedLabels? = nil,
    stopping: StoppingRule = StoppingRule(), safeguard: Safeguard? = nil,
    algorithm: Climber = .em
  ) {
    self.algorithm = algorithm
    self.points = points
    self.observed = observed
    self.stopping = stopping
    self.safeguard = safeguard ?? Safeguard(for: points)
  }

  /// The terms of a recipe's runs.
  package init(of recipe: RunRecipe, over points: PointSet) {
    self.init(
      over: points.measured(for: recipe), observed: recipe.observed, stopping: recipe.stopping,
      safeguard: recipe.safeguard(for: points), algorithm: recipe.climber)
  }
}

/// How far a run has come.
package struct RunStage: Sendable {
  /// θ.
  var model: any LatentLabelModel
  /// How many iterations led there.
  var iterations = 0
  /// The objective of θ before the last M-step, where the run has yet to see what that gained.
  var before: Double?
}

/// What a run begins with.
enum RunBeginning: Sendable {
  /// A first θ.
  case model(any LatentLabelModel)
  /// A start that could not even be written down.
  case collapsed(Outcome)
}

extension RunBeginning {
  /// Where the run ends.
  ///
  /// - Returns: `nil` when the task that it runs in is cancelled first.
  func outcome(under terms: RunTerms) -> Outcome? {
    switch self {
    case .model(let model): Outcome(from: RunStage(model: model), under: terms)
    case .collapsed(let outcome): outcome
    }
  }
}
