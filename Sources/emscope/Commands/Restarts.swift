import ArgumentParser
import MixtureData
import MixtureEngine

/// Runs from many starts of one rule and prints the optima they reach.
struct Restarts: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, json
  }

  static let configuration = CommandConfiguration(
    abstract: "Run from many starts and print the optima that are reached.",
    discussion: """
      Runs are counted as one optimum when they agree up to the numbering of their components: \
      in L to 0.00001 nats per point, in weights, means and covariances to 0.02 in units of the \
      data's spread. Runs that collapse are counted apart. Equal arguments give equal results on \
      any number of cores.
      """)

  @OptionGroup var options: RestartOptions

  @Option(help: ArgumentHelp("How the result is written.", valueName: "format"))
  var format: Format = .table

  func run() async throws {
    let dataSet = try options.data.load()
    let plan = try options.plan(over: dataSet)
    let meter = ProgressMeter(label: "running")
    let restarts = await plan.run { meter.show(Double($0.runs.count) / Double(plan.count)) }
    meter.clear()
    let report = RestartsReport(dataSet: dataSet, plan: plan, restarts: restarts)
    switch format {
    case .table: print(report.text, terminator: "")
    case .json: print(report.json.document, terminator: "")
    }
  }
}
