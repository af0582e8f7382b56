extension BuiltInDataSet {
  /// Every built-in data set, the measured ones first.
  public static let all: [BuiltInDataSet] = measured + Recipe.all.map { BuiltInDataSet($0) }

  /// The data set that is opened when none is named.
  public static let standard = measured[0]

  private static let measured = [
    BuiltInDataSet(
      name: "old-faithful", title: "Old Faithful",
      summary: "a geyser: length of an eruption, wait for the next",
      source: "Azzalini & Bowman 1990; Härdle 1991",
      columns: ColumnChoice(x: "eruption_minutes", y: "waiting_minutes"), components: 2),
    BuiltInDataSet(
      name: "iris", title: "Iris petals",
      summary: "petals of three species, two alike, many ties",
      source: "Anderson 1935; Fisher 1936",
      columns: ColumnChoice(x: "petal_length_cm", y: "petal_width_cm"), labelColumn: "species",
      components: 3),
    BuiltInDataSet(
      name: "penguins", title: "Palmer penguins",
      summary: "bills of three species, two rows missing",
      source: "Gorman, Williams & Fraser 2014",
      columns: ColumnChoice(x: "bill_length_mm", y: "bill_depth_mm"), labelColumn: "species",
      components: 3),
    BuiltInDataSet(
      name: "fiji-earthquakes", title: "Earthquakes near Fiji",
      summary: "epicentres along two plate boundaries: no ellipses",
      source: "Harvard PRIM-H, J. Woodhouse",
      columns: ColumnChoice(x: "longitude", y: "latitude"), components: 4),
  ]

  private init(_ recipe: Recipe) {
    self.init(
      name: recipe.name, title: recipe.title, summary: recipe.summary,
      source: "synthetic, seed \(recipe.seed)", columns: ColumnChoice(x: "x", y: "y"),
      labelColumn: "label", components: recipe.components)
  }
}
