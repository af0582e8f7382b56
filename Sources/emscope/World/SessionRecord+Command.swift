import Explorer
import MixtureData
import MixtureEngine

extension SessionRecord {
  /// The command line that opens the program where the session is, or why there is none.
  var wayBack: WayBack {
    let remark =
      dependsOnSize
      ? "in a window of \(size.width)x\(size.height), as what is placed on it goes by its cells"
      : nil
    do throws(Obstacle) {
      var words = try ["emscope"] + dataWords() + modelWords()
      if let obstacle { throw Obstacle(reason: obstacle) }
      if !keys.isEmpty { words += ["--keys", keys.map(\.name).joined(separator: " ")] }
      return .command(words.map(\.quoted).joined(separator: " "), remark: remark)
    } catch {
      return .none(
        "No command leads here, as \(error.reason): save the session, for 'emscope replay'.")
    }
  }

  /// Why no command leads where a session is.
  private struct Obstacle: Error {
    /// What stands against it.
    var reason: String
  }
}

// MARK: - The words

extension SessionRecord {
  /// The data, and how they are read.
  private func dataWords() throws(Obstacle) -> [String] {
    if lesson != nil { throw Obstacle(reason: "it began with a lesson") }
    if dataName == "-" { throw Obstacle(reason: "the data came from standard input") }
    let builtIn = BuiltInDataSet.named(dataName)
    let isCommand = Emscope.configuration.subcommands.contains {
      $0._commandName == dataName
    }
    var words = [isCommand && builtIn == nil ? "./\(dataName)" : dataName] + reading
    let usual = try? builtIn?.load()
    let names = [columns.x] + (columns.y.map { [$0] } ?? [])
    if usual?.columnNames != names {
      guard !names.contains(where: { $0.contains(",") }) else {
        throw Obstacle(reason: "a column's name has a comma")
      }
      words += ["--columns", names.joined(separator: ",")]
    }
    if let labelColumn, labelColumn != usual?.labels?.column {
      words += ["--label-column", labelColumn]
    }
    if let weightColumn, weightColumn != usual?.weightColumn {
      words += ["--weight-column", weightColumn]
    }
    if let holdOut { words += ["--hold-out", "\(holdOut)"] }
    return words
  }

  /// The model, the start, and when the run is over, as far as they aren't the usual ones.
  private func modelWords() throws(Obstacle) -> [String] {
    let usualModel = (try? BuiltInDataSet.named(dataName)?.load())?.usualModel
    if recipe.given != nil, recipe.given != usualModel?.start {
      throw Obstacle(reason: "the start was given")
    }
    if recipe.observed != nil, recipe.observedShare == 0 {
      throw Obstacle(reason: "labels were told one by one")
    }
    let usual = RunRecipe()
    var words: [String] = []
    if recipe.kind != usualModel?.kind ?? usual.kind { words += ["--model", recipe.kind.name] }
    if recipe.structure != usual.structure, recipe.kind.has(.covariance) {
      words += ["--covariance", recipe.structure.name]
    }
    if recipe.climber != usual.climber { words += ["--algorithm", recipe.climber.name] }
    words += ["-k", "\(recipe.components)"]
    if recipe.rule != usual.rule { words += ["--start", recipe.rule.name] }
    if recipe.rule.beginsFromMeans {
      if recipe.startCovariance != usual.startCovariance, recipe.kind.has(.startCovariance) {
        words += ["--start-covariance", recipe.startCovariance.name]
      }
      if recipe.startWeights != usual.startWeights, recipe.kind.has(.startWeights) {
        words += ["--start-weights", recipe.startWeights.name]
      }
    }
    if recipe.rule == .smallEM {
      let (runs, usually) = (recipe.shortRuns, usual.shortRuns)
      if runs.count != usually.count { words += ["--short-runs", "\(runs.count)"] }
      if runs.iterations != usually.iterations {
        words += ["--short-iterations", "\(runs.iterations)"]
      }
    }
    if recipe.seed != usual.seed { words += ["--seed", "\(recipe.seed)"] }
    if recipe.observedShare > 0 { words += ["--observe-labels", "\(recipe.observedShare)"] }
    if recipe.stopping.tolerance != usual.stopping.tolerance {
      words += ["--tolerance", "\(recipe.stopping.tolerance)"]
    }
    if recipe.stopping.iterationLimit != usual.stopping.iterationLimit {
      words += ["--iterations", "\(recipe.stopping.iterationLimit)"]
    }
    if let floor = recipe.standingFloor { words += ["--variance-floor", "\(floor)"] }
    if recipe.goesByScores { words.append("--standardize") }
    if recipe.standingPrior != usual.prior { words += ["--prior", recipe.standingPrior.name] }
    return words
  }
}

extension String {
  /// The word as a shell takes it.
  fileprivate var quoted: String {
    let isPlain =
      !isEmpty
      && allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_./,=:+".contains($0)) }
    return isPlain ? self : "'" + replacing("'", with: "'\\''") + "'"
  }
}
