import MixtureEngine
import TerminalCanvas

@testable import Explorer

extension DataSet {
  /// Three round clouds, the same at every call.
  static func clouds(of size: Int = 40) -> DataSet {
    var generator = SeededGenerator(seed: 11)
    let centres = [Point(x: 0, y: 0), Point(x: 6, y: 1), Point(x: 3, y: 6)]
    let points = (0..<(3 * size)).map { n in
      Point(x: centres[n % 3].x + generator.normal(), y: centres[n % 3].y + generator.normal())
    }
    var data = DataSet(
      name: "clouds", points: PointSet(points), xName: "east", yName: "north",
      usualComponents: 3)
    data.table = SourceTable(
      columns: [
        SourceTable.Column(name: "east", summary: "numbers from -2 to 9", holdsNumbers: true),
        SourceTable.Column(name: "north", summary: "numbers from -2 to 9", holdsNumbers: true),
        SourceTable.Column(name: "up", summary: "numbers from 0 to 1", holdsNumbers: true),
        SourceTable.Column(name: "side", summary: "3 words: west, …", holdsNumbers: false),
      ], taken: SourceTable.Columns(x: 0, y: 1, label: nil), options: [])
    return data
  }
}

extension DataSet {
  /// The same clouds, each point with a weight of its own.
  static func weightedClouds() -> DataSet {
    let data = clouds()
    var generator = SeededGenerator(seed: 5)
    let points = PointSet(
      xs: data.points.xs, ys: data.points.ys,
      weights: data.points.xs.map { _ in 0.25 + 3 * generator.unit() })
    return DataSet(
      name: data.name, points: points, xName: data.xName, yName: data.yName,
      weightColumn: "count", usualComponents: 3)
  }
}

extension AppState {
  /// The application over the clouds with weights.
  static func weightedClouds(_ recipe: RunRecipe = RunRecipe(components: 3)) throws -> AppState {
    try AppState(
      data: .weightedClouds(), recipe: recipe, catalogue: .clouds,
      size: Size(width: 80, height: 24))
  }

  /// The application over the clouds.
  static func clouds(
    _ recipe: RunRecipe = RunRecipe(components: 3), size: Size = Size(width: 80, height: 24),
    capabilities: Capabilities = Capabilities()
  ) throws -> AppState {
    try AppState(
      data: .clouds(), recipe: recipe, catalogue: .clouds,
      capabilities: capabilities, size: size)
  }
}

extension AppState {
  /// The application over the first coordinates of the clouds, points on a line.
  static func onALine(
    _ recipe: RunRecipe, size: Size = Size(width: 80, height: 24)
  ) throws -> AppState {
    let data = DataSet(
      name: "line", points: try PointSet(validating: DataSet.clouds().points.xs), xName: "east",
      yName: "")
    return try AppState(data: data, recipe: recipe, catalogue: .clouds, size: size)
  }

  /// The application over the coins of Do & Batzoglou, at their published start.
  static func coins(size: Size = Size(width: 80, height: 24)) throws -> AppState {
    let points = try PointSet(validating: [5, 9, 8, 4, 7]).heads(outOf: 10)
    var recipe = RunRecipe(kind: .coins, components: 2)
    recipe.given = GivenStart(
      exactly: try CoinMixture(validating: [0.6, 0.5], tosses: 10), over: points)
    let data = DataSet(name: "coins", points: points, xName: "heads", yName: "")
    return try AppState(data: data, recipe: recipe, catalogue: .clouds, size: size)
  }
}

extension Catalogue {
  /// One data set, and four forms to save in.
  static let clouds = Catalogue(
    dataSets: [DataOffer("clouds", "three round clouds")],
    saveFormats: [
      SaveFormat("session", "the keys so far, to play again", stem: "s", ending: "json") {
        "\($0.session.events.count) events"
      },
      SaveFormat("picture", "the screen", stem: "p", ending: "txt") { $0.frame.text },
      SaveFormat("data", "the points in rows", stem: "d", ending: "txt") {
        "\($0.data.points.count) points"
      },
      SaveFormat("means", "where they are", stem: "m", ending: "txt") {
        "\($0.run.model.shapes.map(\.centre))"
      },
    ],
    lessons: [
      LessonOffer("small", "a small lesson") {
        let steps = [
          Lesson.Step(caption: "The start."),
          Lesson.Step(question: "What comes?", keys: [.space], caption: "A step."),
        ]
        return (
          Lesson(
            name: "small", title: "A small lesson", summary: "a small lesson", dataName: "clouds",
            recipe: RunRecipe(components: 2), steps: steps), .clouds(of: 7)
        )
      },
      LessonOffer("asked", "a lesson that asks") {
        (.asked, .clouds(of: 7))
      },
    ])
}

extension Lesson {
  /// A lesson that asks for a choice, a number, a point and an opinion.
  static let asked = Lesson(
    name: "asked", title: "Asked", summary: "a lesson that asks", dataName: "clouds",
    recipe: RunRecipe(components: 2),
    steps: [
      Lesson.Step(caption: "The start."),
      Lesson.Step(
        question: "Where does L go?",
        answer: .choice(among: ["down", "up", "nowhere"], right: 1), keys: [.space],
        caption: "It never falls."),
      Lesson.Step(
        question: "How many iterations?", answer: .number(StateExpression(2), tolerance: 0.5),
        keys: [.space], caption: "One more."),
      Lesson.Step(
        question: "Where is the middle?",
        answer: .point(
          x: StateExpression(3), y: StateExpression(2), halfWidths: Point(x: 1.5, y: 1.5)),
        keys: [.space], caption: "The middle of all points."),
      Lesson.Step(
        question: "Was it clear?", answer: .choice(among: ["yes", "no"], right: nil),
        caption: "Thank you."),
    ])
}
