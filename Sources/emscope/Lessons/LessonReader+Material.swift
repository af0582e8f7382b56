import Explorer
import MixtureData
import MixtureEngine

/// What a lesson is about: data and the recipe of the run, as the command line would have them.
extension LessonReader {
  /// Its data and its recipe.
  ///
  /// - Throws: ``LessonError`` for the first thing that can't be.
  func material() throws -> (DataSet, RunRecipe) {
    try checkChoices()
    try checkSources()
    var opening: Opening
    do {
      opening = try Opening.parse(arguments())
    } catch {
      throw located(Opening.message(for: error))
    }
    opening.data.columns = try columns()
    opening.mixture.components = try components()
    var data = try located(at: text.top["data"] ?? text.top["points"]) {
      try pointsInside(tosses: opening.data.tosses)
        ?? dataSource().load(opening.data.reading, named: text.top["data"]?.value.string)
    }
    if let share = opening.data.holdOut {
      data = try located(at: text.top["hold-out"]) { try data.holdingOut(share) }
    }
    return (data, try recipe(opening, over: &data))
  }

  /// Whether it names files.
  var namesFiles: Bool {
    text.top["start-file"] != nil
      || text.top["data"]?.value.string.map { BuiltInDataSet.named($0) == nil } ?? false
  }

  /// The keys at the top that say what the lesson is about, beside those that every lesson has.
  static let materialKeys =
    ["points", "weights", "labels", "means", "columns"] + options.map(\.key)
}

// MARK: - The recipe

extension LessonReader {
  private func recipe(_ opening: Opening, over data: inout DataSet) throws -> RunRecipe {
    var notes: [String] = []
    let start = try means()
    let components = try start.map { try count(of: $0, opening.mixture.components) }
    let subject = text.top["observe-labels"] ?? text.top["components"]
    var recipe = try located(at: subject) {
      try opening.options.recipe(
        over: data, components: components ?? opening.mixture.components,
        saying: { notes.append($0) })
    }
    if let start {
      let means = try located(at: text.top["means"], prefixed: false) {
        try start.start(meansSuffice: true, over: data.points, observed: recipe.observed)
          .gaussians.components.map(\.mean)
      }
      recipe.givenStart = .start(
        means: means, over: data.points, covariance: recipe.startCovariance,
        weights: recipe.startWeights)
    }
    try located(at: text.top["model"] ?? text.top["components"]) {
      try recipe.checkModel(on: data)
    }
    data.notes += notes
    return recipe
  }

  /// The start of which the means are given, as a file has it.
  private func means() throws -> StartFile.Contents? {
    guard let entry = text.top["means"] else { return nil }
    for other in ["start", "start-file"] where text.top[other] != nil {
      throw problem(entry.key.place, "means and \(other) are two starts: keep one of them.")
    }
    let rows = try rows(entry, "a mean")
    return StartFile.contents(means: rows, file: "\(file):\(entry.value.place.line)")
  }

  private func count(of start: StartFile.Contents, _ components: Int?) throws -> Int {
    let count = try located(at: text.top["means"], prefixed: false) {
      try start.componentCount()
    }
    if let components, components != count {
      throw LessonError(
        file: file, line: text.top["components"]?.value.place.line,
        sentence: "components is \(components), and there are \(count) means: make them agree.")
    }
    return count
  }

  private func components() throws -> Int? {
    guard let entry = text.top["components"] else { return nil }
    guard let components = entry.value.integer else {
      throw problem(entry.value.place, "components must be a whole number.")
    }
    return components
  }
}

// MARK: - The data

extension LessonReader {
  /// Refuses data from two places, or from none.
  private func checkSources() throws {
    if let points = text.top["points"], text.top["data"] != nil {
      throw problem(points.key.place, "data and points are two sources: keep one of them.")
    }
    guard text.top["points"] == nil else {
      for key in Self.readingKeys {
        if let entry = text.top[key] {
          throw problem(entry.key.place, "\(key) is about a file, and the points stand here.")
        }
      }
      return
    }
    for key in ["weights", "labels"] {
      if let entry = text.top[key] {
        throw problem(
          entry.key.place,
          "\(key) belong to points that stand here: a file has a column of them, "
            + "\(key.dropLast())-column.")
      }
    }
  }

  /// What is said of a file's table, beside its columns.
  private static let readingKeys = [
    "label-column", "weight-column", "separator", "decimal", "gap", "header",
  ]

  /// The data set, or the file, that the lesson names.
  private func dataSource() throws -> DataSource {
    let name = try needed("data")
    if let dataSet = BuiltInDataSet.named(name) { return .builtIn(dataSet) }
    guard let entry = text.top["data"], name.contains("/") || name.contains(".") else {
      _ = try choice("data", among: BuiltInDataSet.all, called: \.name, "data set")
      throw missing("data")
    }
    guard !name.contains("\0") else {
      throw problem(entry.value.place, "a file's name has no character of number 0.")
    }
    return .file(path: places.path(of: name))
  }

  private func columns() throws -> ColumnChoice? {
    guard text.top["points"] == nil, let names = try columnNames() else { return nil }
    return ColumnChoice(x: names[0], y: names.count > 1 ? names[1] : nil)
  }

  private func columnNames() throws -> [String]? {
    guard let entry = text.top["columns"] else { return nil }
    let names = entry.value.elements.map(\.word)
    guard (1...2).contains(names.count), !names.contains(nil) else {
      throw problem(
        entry.value.place, "columns must be one or two names, as in [\"length\", \"width\"].")
    }
    return names.compactMap(\.self)
  }

  /// The points that stand in the lesson itself, if there are some.
  private func pointsInside(tosses: Int?) throws -> DataSet? {
    guard let entry = text.top["points"] else { return nil }
    let rows = try rows(entry, "a point")
    let names = try columnNames() ?? ["x", "y"]
    let weights = try numbers("weights", count: rows.count)
    let (xs, ys) = (rows.map { $0[0] }, rows.map { $0.count > 1 ? $0[1] : 0 })
    var points: PointSet
    do throws(InvalidInput) {
      points =
        try rows[0].count == 1
        ? PointSet(validating: xs, weights: weights)
        : PointSet(validating: xs, ys, weights: weights)
      if let tosses { points = try points.heads(outOf: tosses) }
    } catch {
      throw problem(place(of: error, else: entry), "\(error)")
    }
    return DataSet(
      name: name, points: points, xName: names[0], yName: names.count > 1 ? names[1] : "y",
      labels: try labels(count: rows.count))
  }

  /// The line of the point that something is wrong with, if one is.
  private func place(of error: InvalidInput, else entry: PlainTOML.Entry) -> PlainTOML.Place {
    let sentence = "\(error)"
    let key = sentence.hasPrefix("the weight") ? "weights" : "points"
    guard case .array(let values)? = text.top[key]?.value.content,
      let number = sentence.firstMatch(of: /point (\d+)/).flatMap({ Int($0.1) }),
      values.indices.contains(number - 1)
    else { return entry.value.place }
    return values[number - 1].place
  }

  private func labels(count: Int) throws -> KnownLabels? {
    guard let entry = text.top["labels"] else { return nil }
    guard case .array(let values) = entry.value.content else {
      throw problem(entry.value.place, "labels must be an array of texts, one for each point.")
    }
    var names: [String] = []
    var positions: [String: Int] = [:]
    let ofPoints = try values.map { value -> Int? in
      guard let label = value.word else {
        throw problem(value.place, "a label must be a text in quotes; \"\" where it isn't known.")
      }
      guard !label.isEmpty else { return nil }
      if positions[label] == nil {
        positions[label] = names.count
        names.append(label.harmless)
      }
      return positions[label]
    }
    try check(entry, values.count, count)
    return KnownLabels(ofPoints: ofPoints, names: names, column: "label")
  }

  /// An array of one number for each point.
  private func numbers(_ key: String, count: Int) throws -> [Double]? {
    guard let entry = text.top[key] else { return nil }
    guard case .array(let values) = entry.value.content else {
      throw problem(entry.value.place, "\(key) must be an array of numbers, one for each point.")
    }
    let numbers = try values.map { value in
      guard let number = value.number else {
        throw problem(value.place, "\(key) must be numbers, one for each point.")
      }
      return number
    }
    try check(entry, numbers.count, count)
    return numbers
  }

  private func check(_ entry: PlainTOML.Entry, _ count: Int, _ points: Int) throws {
    guard count == points else {
      throw problem(
        entry.value.place,
        "there are \(count) \(entry.key.text) for \(points) points: give one for each.")
    }
  }

  /// Rows of one or two numbers, as many in each; a number alone is a row of one.
  private func rows(_ entry: PlainTOML.Entry, _ what: String) throws -> [[Double]] {
    guard case .array(let values) = entry.value.content else {
      throw problem(
        entry.value.place, "\(entry.key.text) must be an array such as [[1, 2], [3, 4]].")
    }
    guard let first = values.first else {
      throw problem(entry.value.place, "\(entry.key.text) is empty: give at least one.")
    }
    var width: Int?
    return try values.map { value in
      var row: [Double?] = [value.number]
      if case .array(let coordinates) = value.content { row = coordinates.map(\.number) }
      guard (1...2).contains(row.count), !row.contains(nil) else {
        throw problem(value.place, "\(what) is one number or two, as in [3.6, 79].")
      }
      guard width == nil || width == row.count else {
        throw problem(
          value.place,
          "\(what) has \(row.count) coordinates here, and \(width ?? 0) in line \(first.place.line)."
        )
      }
      width = row.count
      return row.compactMap(\.self)
    }
  }
}
