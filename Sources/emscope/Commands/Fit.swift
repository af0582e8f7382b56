import ArgumentParser
import MixtureData
import MixtureEngine

/// Fits without a screen and prints the result.
struct Fit: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Fit without a screen and print the result.",
    discussion: """
      The table is for people. JSON has everything; its "parameters" can be the start of another \
      run. CSV is one table: the components, or the trace, assignments or responsibilities. A range \
      of K compares the best fits by BIC, AIC and ICL, and with --hold-out or --folds by points that \
      they have not seen.
      """)

  @OptionGroup var data: DataOptions

  @Option(
    name: [.customShort("k"), .long], parsing: .unconditional,
    help: ArgumentHelp(
      "The number of components, or a range such as 1..8 to compare.", valueName: "number"),
    transform: { try ComponentRange($0) })
  var components: ComponentRange?

  @OptionGroup var options: RunOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Take the best of so many starts, with seeds from --seed on (1; 20 each for a range).",
      valueName: "number"))
  var restarts: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Judge each K of a range by so many folds, each by fits to all points but it.",
      discussion: "Every fold has as many starts as the fit to all points.", valueName: "number"))
  var folds: Int?

  @OptionGroup var output: FormatOption<FitReport>

  @Flag(help: "Add log-likelihood and bound of each iteration (JSON always has them).")
  var trace = false

  @Flag(help: "Add the component of each point.")
  var assignments = false

  @Flag(help: "Add the responsibilities of each point.")
  var responsibilities = false

  @Flag(help: "Say whether the run ended at a maximum or a saddle, and EM's rate there.")
  var certify = false

  func validate() throws {
    if let restarts, !(1...1_000_000).contains(restarts) {
      throw ValidationError("--restarts is \(restarts); give a number from 1 to 1000000.")
    }
    if options.isOneStart, restarts != nil || isComparison {
      throw ValidationError(
        "A start from a file or with a name of its own is one start; leave out --restarts and ranges of -k."
      )
    }
    if isComparison && !tables.isEmpty {
      throw ValidationError(
        "A range of -k prints one table; give a single -k for --trace, --assignments or "
          + "--responsibilities.")
    }
    if let folds {
      guard folds >= 2 else {
        throw ValidationError("--folds is \(folds); give 2 or more, such as 5.")
      }
      guard data.holdOut == nil else {
        throw ValidationError(
          "Give either --hold-out or --folds, not both: each fold is held out in its turn.")
      }
      guard isComparison else {
        throw ValidationError(
          "--folds compares numbers of components; give a range such as -k 1..8, or --hold-out for "
            + "one.")
      }
    }
    if certify && (isComparison || output.format.isOneTable) {
      throw ValidationError(
        "--certify is about one run, in the table for people or in JSON; leave it out, or ask for "
          + "one of these.")
    }
    if output.format.isOneTable && tables.count > 1 {
      throw ValidationError(
        "\(output.format.name.uppercased()) is one table; give one of --trace, --assignments and --responsibilities."
      )
    }
  }

  func run() async throws {
    let dataSet = try data.load()
    output.explain(dataSet)
    if let components, isComparison {
      try await compare(components.range, on: dataSet)
    } else {
      try output.write(await report(on: dataSet))
    }
  }

  private var isComparison: Bool { components?.isComparison ?? false }

  /// Prints the best fits of several K.
  private func compare(_ range: ClosedRange<Int>, on dataSet: DataSet) async throws {
    var recipe = try options.recipe(over: dataSet, components: range.upperBound, drawn: true)
    try recipe.check(on: dataSet)
    recipe = try options.recipe(over: dataSet, components: range.lowerBound, drawn: true)
    let validation: Validation =
      folds.map { .folds($0) } ?? dataSet.heldOut.map { .heldOut($0.points) } ?? .none
    do throws(InvalidInput) {
      try validation.admit(over: dataSet.points, components: range.upperBound)
    } catch {
      throw CommandError("\(dataSet.name): \(error)")
    }
    let plan = ChoicePlan(
      RestartPlan(recipe, over: dataSet.points, count: restarts ?? 20), among: range,
      rounds: [restarts ?? 20], validation: validation)
    let meter = ProgressMeter(label: "running")
    let choice = await plan.run {
      meter.show(Double($0.rows.count) / Double(range.count))
    }
    meter.clear()
    try output.write(ChoiceReport(dataSet: dataSet, plan: plan, choice: choice))
  }

  private var tables: Set<FitReport.Table> {
    var tables: Set<FitReport.Table> = []
    if trace { tables.insert(.trace) }
    if assignments { tables.insert(.assignments) }
    if responsibilities { tables.insert(.responsibilities) }
    return tables
  }

  /// Runs EM once, from the best of the starts.
  private func report(on dataSet: DataSet) async throws -> FitReport {
    var recipe = try options.recipe(
      over: dataSet, components: components?.range.lowerBound, drawn: (restarts ?? 1) > 1)
    try recipe.check(on: dataSet)
    if let restarts, restarts > 1 {
      recipe.seed = await bestSeed(of: RestartPlan(recipe, over: dataSet.points, count: restarts))
    }
    var run = try recipe.begun(over: dataSet.points)
    if options.iterations > 0 { run.run() }
    var report = FitReport(
      dataSet: dataSet, run: run, recipe: recipe,
      givenName: options.startFile == nil ? dataSet.usualModel?.startName ?? "given" : "file",
      tables: tables)
    if certify { report.certify() }
    return report
  }

  /// The seed of the best run; the first one where all of them collapse.
  private func bestSeed(of plan: RestartPlan) async -> UInt64 {
    let restarts = await plan.run()
    return restarts.optima.all.first.map(restarts.exampleSeed(of:)) ?? plan.firstSeed
  }
}

extension RunRecipe {
  /// The run at its start, or a sentence for who asked for it.
  func begun(over points: PointSet) throws -> Run {
    do {
      return try run(over: points)
    } catch {
      throw CommandError(
        "The start leaves a component with no points; choose another --start or --seed.")
    }
  }
}
