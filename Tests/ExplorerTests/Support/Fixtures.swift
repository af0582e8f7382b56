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

extension AppState {
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

extension Catalogue {
  /// One data set, and four forms to save in.
  static let clouds = Catalogue(
    dataSets: [DataOffer("clouds", "three round clouds")],
    saveFormats: [
      SaveFormat("session", "the keys so far, to play again", stem: "s", ending: "json") {
        "\($0.session.events.count) events"
      },
      SaveFormat("picture", "the screen", stem: "p", ending: "txt") { $0.frame.text },
      SaveFormat("data", "the points", stem: "d", ending: "txt") {
        "\($0.data.points.count) points"
      },
      SaveFormat("means", "where they are", stem: "m", ending: "txt") {
        "\($0.run.model.shapes.map(\.centre))"
      },
    ])
}
