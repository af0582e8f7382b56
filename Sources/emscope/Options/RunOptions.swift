import ArgumentParser
import MixtureData
import MixtureEngine

/// The options of a run: model, start, and when it is over.
struct RunOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The kind of model: \(ModelKind.all.listed(\.name)).", valueName: "model"),
    transform: { try choice($0, among: ModelKind.all, called: \.name, what: "model") })
  var model: ModelKind = .gaussianMixture

  @Option(
    help: ArgumentHelp(
      "The structure of the covariances: \(CovarianceStructure.named.listed(\.name)).",
      valueName: "structure"),
    transform: {
      try choice($0, among: CovarianceStructure.named, called: \.name, what: "structure").structure
    })
  var covariance: CovarianceStructure = .full

  @Option(
    help: ArgumentHelp(
      "How the start is chosen: \(StartingRule.all.listed(\.name)).",
      discussion: """
        Rules that choose means alone begin with equal weights and the data's covariance. Some \
        data sets have starts of their own, which bring K and seed: \
        \(BuiltInDataSet.starts.listed(\.name)).
        """,
      valueName: "rule"),
    transform: {
      StartChoice(
        try choice($0, among: StartChoice.names, called: \.self, what: "starting rule"))
    })
  var start: StartChoice? = nil

  @Option(
    help: ArgumentHelp(
      "Start from the weights, means and covariances in a JSON file, or from a result.",
      discussion: """
        A run of the model that the result is of, with the same structure, begins exactly where that \
        ended.
        """,
      valueName: "file"))
  var startFile: String?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("The seed of the start.", valueName: "number"))
  var seed: UInt64 = 1

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The most iterations.", valueName: "number"))
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
      "The least variance of a component along any direction, in squared units of the data.",
      valueName: "number"))
  var varianceFloor: Double?

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
    guard iterations >= 0 else {
      throw ValidationError("--iterations is \(iterations); give 0 or more.")
    }
    guard tolerance >= 0, tolerance.isFinite else {
      throw ValidationError("--tolerance is \(tolerance); give 0 or a small positive number.")
    }
    guard model.structures.isEmpty || model.structures.contains(covariance) else {
      let known = model.structures.map(\.name).joined(separator: ", ")
      throw ValidationError(
        "The model \(model.name) has no covariance '\(covariance.name)'; choose one of \(known).")
    }
  }

  /// When a run is over.
  var stopping: StoppingRule { StoppingRule(tolerance: tolerance, iterationLimit: iterations) }

  /// The recipe of a run over some data.
  ///
  /// - Parameter components: K as asked for; a given start brings its own, and so does a named one.
  func recipe(over data: DataSet, components: Int?) throws -> RunRecipe {
    let file = try startFile.map { try StartFile.contents(of: $0) }
    let count = try file.map { try givenCount(of: $0, components: components) }
    let named = try start?.namedStart(on: data, components: components)
    var recipe = RunRecipe(
      kind: model, structure: covariance,
      components: count ?? named?.components ?? components
        ?? data.startingComponents,
      rule: named?.rule ?? rule, seed: named?.seed ?? seed, stopping: stopping,
      varianceFloor: varianceFloor)
    recipe.observe(observeLabels, of: try labelsToObserve(in: data, components: recipe.components))
    if let file {
      recipe.given = try file.start(
        meansSuffice: model == .kMeans, over: data.points, observed: recipe.observed)
      for loss in file.losses(under: recipe) { StandardError.write("emscope: \(loss)\n") }
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

  /// The rule that draws starts, where many are drawn.
  private var rule: StartingRule {
    if case .rule(let rule) = start { rule } else { .randomPoints }
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
  /// Refuses a number of components that these data cannot have.
  func check(on data: DataSet) throws {
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
