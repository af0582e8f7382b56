import MixtureEngine

/// The result of one run without a screen.
public struct FitReport: Sendable {
  /// The tables that a run has, by the things that their rows are about.
  public enum Table: String, Sendable, CaseIterable {
    /// One row a component.
    case parameters
    /// One row an iteration.
    case trace
    /// One row a point, with its component.
    case assignments
    /// One row a point, with its responsibilities.
    case responsibilities

    /// A few words about it.
    public var summary: String {
      switch self {
      case .parameters: "weights, means and covariances"
      case .trace: "the objective at each iteration"
      case .assignments: "the component of each point"
      case .responsibilities: "q of each point"
      }
    }
  }

  /// The data.
  public var dataSet: DataSet
  /// The run, where it ended.
  public var run: Run
  /// The recipe of the run; a model may add a component of noise to its K.
  public var recipe: RunRecipe
  /// The further tables that are asked for.
  public var tables: Set<Table>
  /// The name of a start that was given.
  var givenName: String
  /// Whether a certificate of the last θ was asked for.
  public var isCertified = false
  /// What the last θ is, `nil` where that wasn't asked for or can't be told.
  public var certificate: Certificate?

  /// A report on a run.
  ///
  /// - Parameters:
  ///   - dataSet: The data.
  ///   - run: The run, where it ended.
  ///   - recipe: The recipe of the run.
  ///   - givenName: The name of a start that was given, `file` for one from a file.
  ///   - tables: The further tables that are asked for.
  public init(
    dataSet: DataSet, run: Run, recipe: RunRecipe, givenName: String, tables: Set<Table> = []
  ) {
    self.dataSet = dataSet
    self.run = run
    self.recipe = recipe
    self.givenName = givenName
    self.tables = tables
  }

  /// Asks for a certificate of the last θ.
  public mutating func certify() {
    isCertified = true
    certificate = if case .collapsed = run.snapshot.status { nil } else { Certificate(of: run) }
  }

  /// The name of the starting rule or of the given start.
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
  public var statusName: String { run.snapshot.status.word }

  /// The component of each point, counted from 0: the most responsible one at the last θ.
  public var assignments: [Int] { run.evaluation.labels.map(Int.init) }

  /// How well the components agree with the known labels that EM was not told, `nil` without any.
  public var adjustedRandIndex: Double? {
    dataSet.labels.flatMap {
      Agreement(
        labels: $0.ofPoints, untoldBy: run.observed, components: run.evaluation.labels,
        weights: run.points.weights)
    }?.adjustedRandIndex
  }

  /// What the fit is worth once its free parameters are paid for, `nil` in the hard limit.
  public var criteria: InformationCriteria? {
    InformationCriteria(of: run.model, over: run.points, observed: run.observed)
  }

  /// L of the held-out points at the last θ in nats, or J in the hard limit, per point; `nil` where
  /// none are held out.
  public var heldOut: Double? {
    dataSet.heldOut.map {
      (isSoft ? 1 : -1) * run.model.objectivePerPoint(over: $0.points)
    }
  }

  /// qₖₙ at the last θ.
  public var responsibilities: Responsibilities {
    run.model.responsibilities(over: run.points, observed: run.observed)
  }

  /// Whether the run climbed the log-likelihood, not the distortion.
  var isSoft: Bool { run.model.criterion == .logLikelihood }
}

extension FitReport: TabularReport {
  /// The table that is asked for, or the parameters.
  public var table: TextTable { table(tables.first ?? .parameters) }

  /// One of the tables, its numbers with as many digits as they need to read back exactly.
  public func table(_ table: Table) -> TextTable {
    switch table {
    case .parameters: parameterTable
    case .trace: traceTable
    case .assignments: assignmentTable
    case .responsibilities: responsibilityTable
    }
  }

  private var parameterTable: TextTable {
    let parameters = parameters
    return TextTable(
      [
        "component", "weight", "mean_x", "mean_y", "covariance_xx", "covariance_xy",
        "covariance_yy",
      ], count: parameters.weights.count
    ) { k in
      let mean = parameters.means[k]
      let covariance = parameters.covariances[k].map { ["\($0.xx)", "\($0.xy)", "\($0.yy)"] }
      return ["\(k)", "\(parameters.weights[k])", "\(mean.x)", "\(mean.y)"]
        + (covariance ?? ["", "", ""])
    }
  }

  private var traceTable: TextTable {
    let iterations = iterations
    guard isSoft else {
      return TextTable(["iteration", "distortion"], count: iterations.count) {
        ["\(iterations[$0].iteration)", "\(-iterations[$0].objective)"]
      }
    }
    return TextTable(["iteration", "log_likelihood", "lower_bound"], count: iterations.count) {
      let snapshot = iterations[$0]
      return [
        "\(snapshot.iteration)", "\(snapshot.objective)",
        snapshot.lowerBound.map { "\($0)" } ?? "",
      ]
    }
  }

  private var assignmentTable: TextTable {
    let labels = assignments
    return TextTable(pointColumns + ["component"], count: labels.count) { n in
      pointEntries(n) + ["\(labels[n])"]
    }
  }

  private var responsibilityTable: TextTable {
    let q = responsibilities
    return TextTable(pointColumns + (0..<q.componentCount).map { "q\($0)" }, count: q.pointCount) {
      n in pointEntries(n) + q.row(n).map { "\($0)" }
    }
  }

  /// What a row about a point begins with: its coordinates and, if it has one, its weight.
  private var pointColumns: [String] {
    ["x", "y"] + (dataSet.weightColumn == nil ? [] : ["weight"])
  }

  private func pointEntries(_ n: Int) -> [String] {
    let points = dataSet.points
    return ["\(points.xs[n])", "\(points.ys[n])"]
      + (dataSet.weightColumn == nil ? [] : ["\(points.weight(of: n))"])
  }
}

extension Status {
  /// The status as one word of the command line's contract.
  var word: String {
    switch self {
    case .converged: "converged"
    case .running, .iterationLimit: "iterationLimit"
    case .collapsed: "collapsed"
    }
  }
}
