import MixtureEngine

/// The recipe of a session's first run, by the names that the command line has for its parts.
extension SessionFile.Settings {
  /// The settings of a recipe.
  public init(_ recipe: RunRecipe) {
    self.init(
      model: recipe.kind.name, covariance: recipe.structure.name, components: recipe.components,
      start: recipe.rule.name, seed: recipe.seed, tolerance: recipe.stopping.tolerance,
      iterations: recipe.stopping.iterationLimit,
      given: recipe.given.map { StartParameters($0) },
      observeLabels: recipe.observedShare > 0 ? recipe.observedShare : nil,
      varianceFloor: recipe.varianceFloor,
      algorithm: recipe.climber == .em ? nil : recipe.climber.name)
    let usual = RunRecipe()
    if recipe.startCovariance != usual.startCovariance {
      startCovariance = recipe.startCovariance.name
    }
    if recipe.startWeights != usual.startWeights { startWeights = recipe.startWeights.name }
    if recipe.standingPrior != usual.prior { prior = recipe.standingPrior.name }
    if recipe.isStandardized { standardize = true }
    let (runs, usually) = (recipe.shortRuns, usual.shortRuns)
    if runs.count != usually.count { shortRuns = WholeNumber(wrappedValue: runs.count) }
    if runs.iterations != usually.iterations {
      shortIterations = WholeNumber(wrappedValue: runs.iterations)
    }
  }
}

extension SessionFile {
  /// The data that the session was opened with: some points without those that were held out.
  ///
  /// - Parameters:
  ///   - points: All points.
  ///   - file: The file as it was typed, for messages.
  /// - Throws: ``SessionError`` where no such share can be held out.
  public func data(of points: DataSet, file: String) throws -> DataSet {
    guard let share = settings.holdOut else { return points }
    do throws(InvalidInput) {
      return try points.holdingOut(share)
    } catch {
      throw SessionError(file: file, reason: "settings.holdOut: \(error)")
    }
  }

  /// The recipe that the session was opened with.
  ///
  /// - Parameters:
  ///   - data: The data that the session was opened with.
  ///   - file: The file as it was typed, for messages.
  /// - Throws: ``SessionError`` that names the entry at fault.
  public func recipe(over data: DataSet, file: String) throws -> RunRecipe {
    let mostComponents = min(data.points.count, 255)
    guard (1...max(1, mostComponents)).contains(settings.components) else {
      throw SessionError(
        file: file,
        reason: "settings.components is \(settings.components); these points can have 1 to "
          + "\(mostComponents).")
    }
    guard settings.tolerance >= 0, settings.tolerance.isFinite else {
      throw SessionError(
        file: file,
        reason: "settings.tolerance is \(settings.tolerance); it is 0 or a small positive number.")
    }
    guard settings.iterations >= 0 else {
      throw SessionError(
        file: file, reason: "settings.iterations is \(settings.iterations); it is 0 or more.")
    }
    if let floor = settings.varianceFloor, !(floor > 0 && floor.isFinite) {
      throw SessionError(
        file: file, reason: "settings.varianceFloor is \(floor); it is a positive number.")
    }
    func known<Value>(_ value: Value?, _ what: String, _ name: String) throws -> Value {
      guard let value else {
        throw SessionError(file: file, reason: "the \(what) \(name.harmless) is not known.")
      }
      return value
    }
    var recipe = RunRecipe(
      kind: try known(ModelKind.named(settings.model), "model", settings.model),
      structure: try known(
        CovarianceStructure(name: settings.covariance), "structure", settings.covariance),
      components: settings.components,
      rule: try known(StartingRule.named(settings.start), "starting rule", settings.start),
      seed: settings.seed,
      stopping: StoppingRule(
        tolerance: settings.tolerance, iterationLimit: settings.iterations),
      varianceFloor: settings.varianceFloor)
    guard recipe.kind.structures.isEmpty || recipe.kind.structures.contains(recipe.structure)
    else {
      throw SessionError(
        file: file,
        reason: "the model \(recipe.kind.name) has no covariance \(recipe.structure.name).")
    }
    if let name = settings.algorithm {
      recipe.algorithm = try known(Climber.named(name), "algorithm", name)
      guard recipe.climber == recipe.algorithm else {
        throw SessionError(
          file: file, reason: "settings.algorithm: " + recipe.algorithm.refusal(of: recipe.kind))
      }
    }
    if let name = settings.startCovariance {
      recipe.startCovariance = try known(
        StartCovariance(rawValue: name), "covariance of the start", name)
    }
    if let name = settings.startWeights {
      recipe.startWeights = try known(StartWeights(rawValue: name), "kind of start weights", name)
    }
    recipe.isStandardized = settings.standardize ?? false
    if let name = settings.prior {
      recipe.prior = try known(PriorChoice(rawValue: name), "prior", name)
      if let refusal = recipe.refusalOfPrior {
        throw SessionError(file: file, reason: "settings.prior: " + refusal)
      }
    }
    recipe.shortRuns = ShortRuns(
      count: try shortNumber(settings.shortRuns, "shortRuns", file: file)
        ?? recipe.shortRuns.count,
      iterations: try shortNumber(settings.shortIterations, "shortIterations", file: file)
        ?? recipe.shortRuns.iterations)
    if let share = settings.observedShare {
      guard (0...1).contains(share) else {
        throw SessionError(
          file: file, reason: "settings.observeLabels must be a share from 0 to 1.")
      }
      recipe.observe(share, of: data.labels)
    }
    recipe.given = try given(over: data.points, observed: recipe.observed, file: file)
    return recipe
  }

  /// A number of short runs or of their iterations that can be asked for.
  private func shortNumber(_ number: WholeNumber<Int>?, _ entry: String, file: String) throws
    -> Int?
  {
    let number = number?.wrappedValue
    if let number, !ShortRuns.limits.contains(number) {
      throw SessionError(
        file: file,
        reason:
          "settings.\(entry) is \(number); it is a number from \(ShortRuns.limits.lowerBound) to "
          + "\(ShortRuns.limits.upperBound).")
    }
    return number
  }

  /// The given start, if there is one and each of its entries makes sense.
  private func given(
    over points: PointSet, observed: ObservedLabels?, file: String
  ) throws -> GivenStart? {
    guard let given = settings.given else { return nil }
    do {
      let start = try given.start(
        meansSuffice: false, over: settings.standardize == true ? points.standardized : points,
        observed: observed)
      guard start.componentCount == settings.components else {
        throw StartParameters.Fault(
          sentence: "there are \(start.componentCount) components but settings.components is "
            + "\(settings.components); make them agree.")
      }
      return start
    } catch let fault as StartParameters.Fault {
      throw SessionError(file: file, reason: "settings.given: \(fault.sentence)")
    }
  }
}
