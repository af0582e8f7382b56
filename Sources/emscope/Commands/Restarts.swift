import ArgumentParser
import MixtureData
import MixtureEngine

/// Runs from many starts of one rule and prints the optima they reach.
struct Restarts: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run from many starts and print the optima that are reached.",
    discussion: """
      Runs are counted as one optimum when they agree up to the numbering of their components: \
      in L to 0.00001 nats per point, in weights, means and covariances to 0.02 in units of the \
      data's spread. Runs that collapse are counted apart. A rule that draws nothing is run \
      once. Equal arguments give equal results on any number of cores.
      """)

  @OptionGroup var options: RestartOptions

  @OptionGroup var output: FormatOption<RestartsReport>

  func run() async throws {
    let dataSet = try options.data.load()
    output.explain(dataSet)
    let plan = try options.plan(over: dataSet)
    let meter = ProgressMeter(label: "running")
    let restarts = await plan.run { meter.show(Double($0.runs.count) / Double(max(1, $0.planned))) }
    meter.clear()
    try output.write(RestartsReport(dataSet: dataSet, plan: plan, restarts: restarts))
  }
}

/// The options of many runs over one data set.
struct RestartOptions: ParsableArguments {
  @OptionGroup var data: DataOptions

  @OptionGroup var mixture: ComponentsOption

  @OptionGroup var options: RunOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How many runs, with the seeds from --seed on (default: 100).", valueName: "number"))
  var runs: Int?

  func validate() throws {
    if let runs, !(1...1_000_000).contains(runs) {
      throw ValidationError("--runs is \(runs); give a number from 1 to 1000000.")
    }
    guard options.startFile == nil else {
      throw ValidationError("Every run has a start of its own; leave out --start-file.")
    }
    if case .named(let start) = options.start {
      throw ValidationError("\(start.name) is one start; give a rule, which draws many.")
    }
  }

  /// The runs over some data.
  ///
  /// - Parameters:
  ///   - data: The data.
  ///   - isForEveryRule: Whether the runs of all starting rules are made by it.
  func plan(over data: DataSet, ofEveryRule isForEveryRule: Bool = false) throws -> RestartPlan {
    let recipe = try options.recipe(
      over: data, components: mixture.components, ofEveryRule: isForEveryRule, drawn: true)
    try recipe.check(on: data)
    return RestartPlan(recipe, over: data.points, count: runs ?? 100)
  }
}
