import ArgumentParser
import MixtureData
import MixtureEngine

/// Runs from every starting rule and compares the optima that they reach.
struct Starts: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compare all starting rules on the same data.",
    discussion: """
      For each rule: the best L it finds, the share of its runs that reach that, the share that \
      reach the best of all rules, the median number of iterations and of those that the rule took \
      before, such as in short runs or in k-means, and the runs that fail. Rules that draw nothing \
      are run once.
      """)

  @OptionGroup var options: RestartOptions

  @OptionGroup var output: FormatOption<RulesReport>

  func validate() throws {
    guard options.options.start == nil else {
      throw ValidationError("All rules are compared; leave out --start.")
    }
  }

  func run() async throws {
    let dataSet = try options.data.load()
    output.explain(dataSet)
    let meter = ProgressMeter(label: "running")
    let plan = RulesPlan(try options.plan(over: dataSet, ofEveryRule: true))
    let comparison = await plan.run {
      meter.show(Double($0.runCount) / Double(max(1, plan.runCount)))
    }
    meter.clear()
    try output.write(RulesReport(dataSet: dataSet, plan: plan, comparison: comparison))
  }
}
