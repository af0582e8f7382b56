import ArgumentParser
import MixtureData
import MixtureEngine

/// Fits without a screen and prints the result.
struct Fit: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, json, csv
  }

  static let configuration = CommandConfiguration(
    abstract: "Fit without a screen and print the result.",
    discussion: """
      The table is for people. JSON has everything; its "parameters" can be the start of another \
      run. CSV is one table: the components, or the trace, assignments or responsibilities.
      """)

  @OptionGroup var data: DataOptions

  @Option(
    name: [.customShort("k"), .long], parsing: .unconditional,
    help: ArgumentHelp("The number of components.", valueName: "number"))
  var components: Int?

  @OptionGroup var options: RunOptions

  @Option(help: ArgumentHelp("How the result is written.", valueName: "format"))
  var format: Format = .table

  @Flag(help: "Add log-likelihood and bound of each iteration (JSON always has them).")
  var trace = false

  @Flag(help: "Add the component of each point.")
  var assignments = false

  @Flag(help: "Add the responsibilities of each point.")
  var responsibilities = false

  func validate() throws {
    if let components, components < 1 {
      throw ValidationError("-k is \(components); a mixture has at least 1 component.")
    }
    if format == .csv && tables.count > 1 {
      throw ValidationError(
        "CSV is one table; give one of --trace, --assignments and --responsibilities.")
    }
  }

  func run() throws {
    let dataSet = try data.load()
    let report = try report(on: dataSet)
    switch format {
    case .table: print(report.text(with: tables), terminator: "")
    case .json: print(report.json(with: tables).document, terminator: "")
    case .csv: print(report.csv(tables.first ?? .parameters), terminator: "")
    }
  }

  private var tables: Set<FitReport.Table> {
    var tables: Set<FitReport.Table> = []
    if trace { tables.insert(.trace) }
    if assignments { tables.insert(.assignments) }
    if responsibilities { tables.insert(.responsibilities) }
    return tables
  }

  private func report(on dataSet: DataSet) throws -> FitReport {
    let points = dataSet.points
    let given = try options.givenStart(over: points, components: components)
    let k = given?.componentCount ?? components ?? data.source.components
    try dataSet.check(components: k)
    let start =
      given ?? options.startingRule.start(over: points, components: k, seed: options.seed)
    let model: any LatentLabelModel
    do {
      model = try options.model.model(
        from: start.with(structure: options.covariance), over: points)
    } catch {
      throw Refusal(
        "The start leaves a component with no points; choose another --start or --seed.")
    }
    var run = Run(of: model, over: points, rule: options.stopping)
    if options.iterations > 0 { run.run() }
    return FitReport(
      dataSet: dataSet, run: run, kind: options.model, structure: options.covariance,
      components: k, start: given == nil ? options.startingRule.name : "file",
      seed: given == nil ? options.seed : nil)
  }
}
