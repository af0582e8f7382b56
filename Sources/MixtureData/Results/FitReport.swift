import MixtureEngine

/// What a run without a screen has to tell.
public struct FitReport: Sendable {
  /// What the rows of a report are about.
  public enum Table: String, Sendable, CaseIterable {
    /// One row a component.
    case parameters
    /// One row an iteration.
    case trace
    /// One row a point, with its component.
    case assignments
    /// One row a point, with its responsibilities.
    case responsibilities
  }

  /// The data.
  public var dataSet: DataSet
  /// The run, where it ended.
  public var run: Run
  /// What the run was made from; a model may add a component of noise to its K.
  public var recipe: RunRecipe
  /// What a start that was given is called.
  var givenName: String

  /// A report on a run.
  ///
  /// - Parameter givenName: What a start that was given is called, `file` for one from a file.
  public init(dataSet: DataSet, run: Run, recipe: RunRecipe, givenName: String) {
    self.dataSet = dataSet
    self.run = run
    self.recipe = recipe
    self.givenName = givenName
  }

  /// The starting rule, or what the given start is called.
  public var start: String { recipe.givenStart == nil ? recipe.rule.name : givenName }

  /// The seed of the start, `nil` where none was used.
  public var seed: UInt64? { recipe.givenStart == nil ? recipe.seed : nil }

  /// θ where the run ended.
  public var parameters: MixtureParameters { MixtureParameters(of: run) }

  /// The states after 0, 1, 2, … iterations.
  public var iterations: [Snapshot] { run.past.filter { $0.next == .expectation } }

  /// The status as one word of the command line's contract.
  ///
  /// A run that was told to take no iteration has reached its limit.
  public var statusName: String {
    switch run.snapshot.status {
    case .converged: "converged"
    case .running, .iterationLimit: "iterationLimit"
    case .collapsed: "collapsed"
    }
  }

  /// The component of each point, counted from 0: the most responsible one at the last θ.
  public var assignments: [Int] { run.evaluation.labels.map(Int.init) }

  /// How well the components agree with the known labels that EM was not told, `nil` without any.
  public var adjustedRandIndex: Double? {
    dataSet.labels.flatMap {
      Agreement(
        labels: $0.ofPoints, untoldBy: run.observed, components: run.evaluation.labels)
    }?.adjustedRandIndex
  }

  /// qₖₙ at the last θ.
  public var responsibilities: Responsibilities {
    run.model.responsibilities(over: run.points, observed: run.observed)
  }

  /// Whether the run climbed the log-likelihood, not the distortion.
  var isSoft: Bool { run.model.criterion == .logLikelihood }
}
