extension DataSet {
  /// The same data, their lengths measured as a recipe says; points that are held out are measured by
  /// those that are not.
  package func measured(for recipe: RunRecipe) -> DataSet {
    var data = self
    data.points = points.measured(for: recipe)
    return data
  }

  /// The same data, their lengths measured in the units of their coordinates.
  package var asTheyCame: DataSet {
    var data = self
    data.points = points.measured(by: .none)
    return data
  }
}
