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

  /// Reads the data and, if there is one, the file of the start.
  func load() throws -> (DataSet, RunRecipe) {
    let dataSet = try data.load()
    let recipe = try options.recipe(over: dataSet, components: mixture.components)
    try recipe.checkModel(on: dataSet)
    return (dataSet, recipe)
  }

  /// The program at the start of a run.
  func exploration(
    _ data: DataSet, _ recipe: RunRecipe, size: Size, capabilities: Capabilities
  ) throws -> Exploration {
    Exploration(
      try AppState(
        data: data, recipe: recipe, startName: try options.startName(on: data), catalogue: .builtIn,
        capabilities: capabilities,
        size: size))
  }
}
