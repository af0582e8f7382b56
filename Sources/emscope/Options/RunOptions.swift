import ArgumentParser
import MixtureData
import MixtureEngine

/// The options of a run: model, start, and when it is over.
struct RunOptions: ParsableArguments {
  @Option(
    among: ModelKind.known, called: \.name, what: "model",
    help: ArgumentHelp(
      "The kind of model: \(ModelKind.known.listed(\.name)).",
      discussion: "If left out, em, or coins for the data set of that name and with --tosses.",
      valueName: "model"))
  var model: ModelKind?

  @Option(
    help: ArgumentHelp(
      "The structure of the covariances: \(CovarianceStructure.named.listed(\.name)) (default: full).",
      discussion: "For the models \(ModelKind.all(with: .covariance).listed(\.name)).",
      valueName: "structure"),
    completion: .list(CovarianceStructure.named.map(\.name)),
    transform: {
      try choice($0, among: CovarianceStructure.named, called: \.name, what: "structure").structure
    })
  var covariance: CovarianceStructure?

  @Option(
    among: Climber.all, called: \.name, what: "algorithm",
    help: ArgumentHelp(
      "By which algorithm L is climbed: \(Climber.all.listed(\.name)).",
      discussion: """
        A step of another algorithm may take several passes over the data; the results say how many \
        there were.
        """,
      valueName: "algorithm"))
  var algorithm: Climber = .em

  @Option(
    help: ArgumentHelp(
      "How the start is chosen: \(StartingRule.all.listed(\.name)).",
      discussion: """
        Rules that choose means alone begin with equal weights and the data's covariance, unless \
        --start-weights and --start-covariance say otherwise. Some data sets have starts of their own, which bring K and seed: \
        \(BuiltInDataSet.starts.listed(\.name)).
        """,
      valueName: "rule"),
    completion: .list(StartChoice.names),
    transform: {
      StartChoice(
        try choice($0, among: StartChoice.names, called: \.self, what: "starting rule"))
    })
  var start: StartChoice? = nil

  @Option(
    among: StartCovariance.allCases, called: \.name, what: "covariance of the start",
    help: ArgumentHelp(
      "The covariances of a start that is means alone: "
        + "\(StartCovariance.allCases.listed { "\($0.name) (\($0.summary))" }).",
      valueName: "covariance"))
  var startCovariance: StartCovariance?

  @Option(
    among: StartWeights.allCases, called: \.name, what: "weights of the start",
    help: ArgumentHelp(
      "The weights of a start that is means alone: "
        + "\(StartWeights.allCases.listed { "\($0.name) (\($0.summary))" }).",
      valueName: "weights"))
  var startWeights: StartWeights?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How many short runs small-em makes (default: \(ShortRuns().count)).", valueName: "number"))
  var shortRuns: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The iterations of each of them (default: \(ShortRuns().iterations)).", valueName: "number"))
  var shortIterations: Int?

  @Option(
    help: ArgumentHelp(
      "Start from the weights, means and covariances in a JSON file, or from a result.",
      discussion: """
        A run of the model that the result is of, with the same structure, begins exactly where that \
        ended.
        """,
      valueName: "file"),
    completion: .file())
  var startFile: String?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("The seed of the start.", valueName: "number"))
  var seed: UInt64 = 1

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The most iterations, or steps of another algorithm.", valueName: "number"))
  var iterations: Int = StoppingRule().iterationLimit

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The gain per point, in nats, at which a run has converged; 0 never stops early.",
      valueName: "gain"))
  var tolerance: Double = StoppingRule().tolerance

  @Option(
    name: [.long, .customLong("hold-labels")], parsing: .unconditional,
    help: ArgumentHelp(
      "Tell EM this share of the known labels, 1 for all; the other points' stay hidden.",
      valueName: "share"))
  var observeLabels: Double = 0

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The least variance of a component along any direction, in squared units of the data, or of "
        + "z-scores with --standardize.",
      discussion: "For the models \(ModelKind.all(with: .varianceFloor).listed(\.name)).",
      valueName: "number"))
  var varianceFloor: Double?

  @Flag(
    help: ArgumentHelp(
      "Measure lengths in standard deviations, as between z-scores.",
      discussion: """
        k-means, round covariances and the rules that look for distant points go by them; EM with other \
        covariances doesn't, without a floor or a prior. Parameters and L stay in the units of the data, J is that of the z-scores.
        """))
  var standardize = false

  @Option(
    among: PriorChoice.allCases, called: \.name, what: "prior",
    help: ArgumentHelp(
      "The prior of means and covariances: "
        + "\(PriorChoice.allCases.listed { "\($0.name) (\($0.summary))" }).",
      discussion: """
        Under a prior EM climbs to the MAP estimate, the maximum of L + log p(θ), and no component \
        collapses.
        """,
      valueName: "prior"))
  var prior: PriorChoice = .none

  func validate() throws {
    if let varianceFloor, !(varianceFloor > 0 && varianceFloor.isFinite) {
      throw ValidationError("--variance-floor is \(varianceFloor); give a positive number.")
    }
    guard (0...1).contains(observeLabels) else {
      throw ValidationError("--observe-labels is \(observeLabels); give a share from 0 to 1.")
    }
    guard startFile == nil || start == nil else {
      throw ValidationError("Give either --start or --start-file, not both.")
    }
    for (option, number) in [
      ("--short-runs", shortRuns), ("--short-iterations", shortIterations),
    ] {
      if let number, !ShortRuns.limits.contains(number) {
        throw ValidationError(
          "\(option) is \(number); give a number from \(ShortRuns.limits.lowerBound) to "
            + "\(ShortRuns.limits.upperBound).")
      }
    }
    guard iterations >= 0 else {
      throw ValidationError("--iterations is \(iterations); give 0 or more.")
    }
    guard tolerance >= 0, tolerance.isFinite else {
      throw ValidationError("--tolerance is \(tolerance); give 0 or a small positive number.")
    }
    let model = model ?? .gaussianMixture
    guard model.takes(algorithm) else {
      throw ValidationError("--algorithm \(algorithm.name): \(algorithm.refusal(of: model))")
    }
    if let kind = self.model { try checkSettings(of: kind) }
    var priorRecipe = RunRecipe(kind: model, structure: covariance ?? .full)
    (priorRecipe.algorithm, priorRecipe.prior) = (algorithm, prior)
    if let refusal = priorRecipe.refusalOfPrior {
      throw ValidationError("--prior \(prior.name): \(refusal)")
    }
    if let covariance, !model.structures.isEmpty, !model.structures.contains(covariance) {
      let known = model.structures.map(\.name).joined(separator: ", ")
      throw ValidationError(
        "The model \(model.name) has no covariance '\(covariance.name)'; choose one of \(known).")
    }
  }

  /// Refuses options that mean nothing to a model.
  private func checkSettings(of kind: ModelKind) throws {
    for setting in ModelSetting.allCases {
      guard let option = option(of: setting), let refusal = kind.refusal(of: setting) else {
        continue
      }
      let others = ModelKind.all(with: setting).listed(\.name)
      throw ValidationError(
        "\(option): \(refusal); leave the option out, or choose a --model of \(others).")
    }
  }

  /// The option that asks for a setting, where one does.
  private func option(of setting: ModelSetting) -> String? {
    switch setting {
    case .covariance: covariance == nil ? nil : "--covariance"
    case .varianceFloor: varianceFloor == nil ? nil : "--variance-floor"
    case .prior: prior == .none ? nil : "--prior"
    case .lengths: standardize ? "--standardize" : nil
    case .startCovariance: startCovariance == nil ? nil : "--start-covariance"
    case .startWeights: startWeights == nil ? nil : "--start-weights"
    }
  }

  /// The kind of model over some data.
  private func kind(over data: DataSet) throws -> ModelKind {
    let usual = data.usualModel?.kind ?? (data.points.tosses == nil ? .gaussianMixture : .coins)
    if let model, model != .coins, data.table?.options.contains("--tosses") ?? false {
      throw ValidationError(
        "--tosses is for the model coins, and --model says \(model.name); leave out one of them.")
    }
    let kind = model ?? usual
    try checkSettings(of: kind)
    return kind
  }

  /// When a run is over.
  var stopping: StoppingRule { StoppingRule(tolerance: tolerance, iterationLimit: iterations) }

  /// The recipe of a run over some data.
  ///
  /// - Parameters:
  ///   - data: The data.
  ///   - components: K as asked for; a given start brings its own, and so does a named one.
  ///   - isForEveryRule: Whether the runs of all starting rules are made from it.
  ///   - isDrawn: Whether its starts are drawn, even where the data have a usual one.
  ///   - say: Told what the run doesn't take over from the file of the start.
  func recipe(
    over data: DataSet, components: Int?, ofEveryRule isForEveryRule: Bool = false,
    drawn isDrawn: Bool = false,
    saying say: (String) -> Void = { StandardError.write("emscope: \($0)\n") }
  ) throws -> RunRecipe {
    let model = try kind(over: data)
    if !isForEveryRule { try checkStart() }
    let file = try startFile.map {
      try StartFile.contents(of: $0, dimension: data.points.dimension)
    }
    let count = try file.map { try givenCount(of: $0, components: components) }
    let named = try start?.namedStart(on: data, components: components)
    var recipe = RunRecipe(
      kind: model, structure: covariance ?? .full,
      components: count ?? named?.components ?? components
        ?? data.startingComponents,
      rule: named?.rule ?? rule, seed: named?.seed ?? seed, stopping: stopping,
      varianceFloor: varianceFloor)
    recipe.algorithm = algorithm
    recipe.prior = prior
    recipe.isStandardized = standardize
    recipe.startCovariance = startCovariance ?? recipe.startCovariance
    recipe.startWeights = startWeights ?? recipe.startWeights
    recipe.shortRuns.count = shortRuns ?? recipe.shortRuns.count
    recipe.shortRuns.iterations = shortIterations ?? recipe.shortRuns.iterations
    recipe.observe(observeLabels, of: try labelsToObserve(in: data, components: recipe.components))
    if let usual = data.usualModel, usual.kind == model, !isDrawn, !isForEveryRule, start == nil,
      recipe.components == usual.start.componentCount
    {
      recipe.given = usual.start
    }
    if let file {
      try file.checkUnits(under: recipe)
      recipe.given = try file.start(
        meansSuffice: model == .kMeans || model == .coins, for: model, over: data.points,
        observed: recipe.observed)
      for loss in file.losses(under: recipe) { say(loss) }
    }
    return recipe
  }

  /// The name of the start, where it has one of its own.
  func startName(on data: DataSet) throws -> String? {
    try start?.namedStart(on: data, components: nil)?.name
  }

  /// The known labels of which a share is to be observed, `nil` for none; refuses where that can't
  /// be.
  private func labelsToObserve(in data: DataSet, components: Int) throws -> KnownLabels? {
    guard observeLabels > 0 else { return nil }
    guard let labels = data.labels else {
      throw CommandError(
        "\(data.name) has no known labels to observe; name their column with --label-column.")
    }
    guard labels.names.count <= components else {
      throw CommandError(
        "\(data.name) has \(labels.names.count) different labels, and K is \(components); "
          + "give -k \(labels.names.count) or more, or leave out --observe-labels.")
    }
    return labels
  }

  /// Refuses what the start leaves no room for.
  private func checkStart() throws {
    if let option = startCovariance != nil
      ? "--start-covariance" : startWeights != nil ? "--start-weights" : nil
    {
      let owner =
        switch start {
        case .named(let start): start.name
        case .rule(let rule): rule.beginsFromMeans ? nil : rule.name
        case nil: startFile == nil ? nil : "A start from a file"
        }
      if let owner {
        let open = StartingRule.all.filter(\.beginsFromMeans).listed(\.name)
        throw ValidationError(
          "\(owner) has covariances and weights of its own; leave out \(option), or give --start one "
            + "of \(open).")
      }
    }
    if let option = shortRuns != nil
      ? "--short-runs" : shortIterations != nil ? "--short-iterations" : nil,
      rule != .smallEM || startFile != nil
    {
      throw ValidationError(
        "\(option) is about the short runs of small-em; give --start small-em too, or leave it out."
      )
    }
  }

  /// The rule that draws starts, where many are drawn; that of a named start.
  private var rule: StartingRule {
    switch start {
    case .rule(let rule): rule
    case .named(let start): start.rule
    case nil: .randomPoints
    }
  }

  /// Whether the start is given, by a file or by a name of its own, and not drawn.
  var isOneStart: Bool {
    if case .named = start { true } else { startFile != nil }
  }

  /// The number of components in the file of the start.
  ///
  /// - Parameter components: K as asked for, which has to agree with the file.
  private func givenCount(of file: StartFile.Contents, components: Int?) throws -> Int {
    let count = try file.componentCount()
    if let components, components != count {
      throw CommandError(
        "\((startFile ?? "").harmless) has \(count) components but -k is \(components); "
          + "leave out -k or give another file.")
    }
    return count
  }
}

extension RunRecipe {
  /// Refuses a number of components or a model that these data cannot have.
  func check(on data: DataSet) throws {
    try checkModel(on: data)
    try checkCount(on: data)
  }

  /// Refuses a model that these data cannot have, or what the model has no place for.
  func checkModel(on data: DataSet) throws {
    guard kind.takes(algorithm) else {
      throw CommandError("--algorithm \(algorithm.name): \(algorithm.refusal(of: kind))")
    }
    if let refusal = refusalOfPrior { throw CommandError("--prior \(prior.name): \(refusal)") }
    if let refusal = kind.refusal(over: data.points) {
      throw CommandError("--model \(kind.name): \(refusal)")
    }
    let known = kind.structures(over: data.points)
    guard kind.structures.isEmpty || known.contains(structure) else {
      throw CommandError(
        "--covariance \(structure.name): with one column a component has one variance, its own or "
          + "a common one; choose one of \(known.map(\.name).joined(separator: ", ")).")
    }
  }

  private func checkCount(on data: DataSet) throws {
    guard components <= min(data.points.count, 255) else {
      let rest = data.heldOut.map { " besides the \($0.points.count) held out" } ?? ""
      throw CommandError(
        data.points.count < 255
          ? "\(components) components need at least \(components) points, and \(data.name) has "
            + "\(data.points.count)\(rest); choose a smaller -k."
          : "\(components) components are too many; choose a -k of at most 255.")
    }
  }
}
