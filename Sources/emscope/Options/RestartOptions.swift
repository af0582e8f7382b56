import ArgumentParser
import MixtureData
import MixtureEngine

/// Many runs over one data set: what is run, and how often.
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
  func plan(over data: DataSet) throws -> RestartPlan {
    let recipe = try options.recipe(over: data, components: mixture.components)
    try recipe.check(on: data)
    return RestartPlan(recipe, over: data.points, count: runs ?? 100)
  }
}
