import ArgumentParser
import Explorer
import MixtureData
import MixtureEngine
import TerminalCanvas

/// What the application is opened with: data, model and start.
struct Opening: ParsableArguments {
  @OptionGroup var data: DataOptions

  @OptionGroup var mixture: ComponentsOption

  @OptionGroup var options: RunOptions

  private var components: Int? { mixture.components }

  /// Reads the data and, if there is one, the file of the start.
  func load() throws -> (ExploredData, Settings) {
    let dataSet = try data.load()
    let explored = ExploredData(dataSet, components: data.source.components)
    let given = try options.givenStart(over: explored.points, components: components)
    let start = try options.chosenStart(
      of: data.name, components: components)
    var settings = Settings(
      kind: options.model, structure: options.covariance,
      components: given?.componentCount ?? start.components ?? explored.defaultComponents,
      startingRule: start.rule, seed: start.seed, givenStart: given,
      stopping: options.stopping)
    _ = try options.labelsToHold(in: dataSet, components: settings.components)
    settings.hold(options.holdLabels, of: explored)
    return (explored, settings)
  }

  /// The application at the start of a run.
  func state(
    _ data: ExploredData, _ settings: Settings, size: Size, capabilities: Capabilities
  ) throws -> AppState {
    try AppState(
      data: data, settings: settings,
      catalogue: BuiltInDataSet.catalogue,
      capabilities: capabilities, size: size)
  }
}

extension ExploredData {
  /// A data set as the application shows it.
  init(_ dataSet: DataSet, components: Int) {
    self.init(
      name: dataSet.name, source: dataSet.source, points: dataSet.points, xName: dataSet.xName,
      yName: dataSet.yName, skippedRows: dataSet.skippedRows,
      defaultComponents: dataSet.components(ofUsual: components),
      labels: dataSet.labels?.ofPoints, labelNames: dataSet.labels?.names ?? [],
      labelColumn: dataSet.labels?.column, starts: NamedStart.on(dataSet.name))
  }
}
