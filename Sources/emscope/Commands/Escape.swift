import ArgumentParser
import MixtureData
import MixtureEngine

/// Runs to an optimum, tries every split-and-merge move from it, and prints where they lead.
struct Escape: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Look for a way out of the optimum that a run ends in.",
    discussion: """
      Every two components are merged and every third is split along its main axis, and each of these \
      moves is run to its end. A poor optimum has one component over two groups and two components on \
      one: the best move says which. Components are counted from 1.
      """)

  @OptionGroup var data: DataOptions

  @OptionGroup var mixture: ComponentsOption

  @OptionGroup var options: RunOptions

  @OptionGroup var output: FormatOption<EscapeReport>

  func run() async throws {
    guard options.prior == .none else {
      throw ValidationError(
        "Moves are judged by L, and under a prior a run climbs L + log p(θ); leave out --prior.")
    }
    let dataSet = try data.load()
    output.explain(dataSet)
    let recipe = try options.recipe(over: dataSet, components: mixture.components)
    try recipe.check(on: dataSet)
    var run = try recipe.begun(over: dataSet.points)
    if options.iterations > 0 { run.run() }
    if case .collapsed(let collapse) = run.snapshot.status {
      throw CommandError(
        "Component \(collapse.component + 1) collapsed, so there is no optimum to leave; choose "
          + "another --start or --seed, or give a --variance-floor.")
    }
    let plan = EscapePlan(from: run)
    let meter = ProgressMeter(label: "running")
    let escapes = await plan.run {
      meter.show(Double($0.attempts.count) / Double(max(1, $0.planned)))
    }
    meter.clear()
    try output.write(
      EscapeReport(
        from: FitReport(
          dataSet: dataSet, run: run, recipe: recipe,
          givenName: "file"),
        escapes: escapes))
  }
}
