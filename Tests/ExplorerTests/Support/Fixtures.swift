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
    return DataSet(
      name: "clouds", points: PointSet(points), xName: "east", yName: "north",
      usualComponents: 3)
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

  /// Presses keys, named as tmux does and separated by blanks.
  mutating func press(_ names: String) async {
    var exploration = Exploration(self)
    await exploration.press(names)
    self = exploration.app
  }

  /// Plays events, without a walkthrough.
  mutating func replay(
    _ events: [SessionEvent], shown: (AppState) -> Void = { _ in }
  ) async {
    var exploration = Exploration(self)
    await exploration.replay(events) { _ in
      nil
    } shown: {
      shown($0.app)
    }
    self = exploration.app
  }

  /// Row `y` of the screen without trailing blanks.
  func row(_ y: Int) -> String {
    var row = String(frame().row(y).map(\.character))
    while row.last == " " { row.removeLast() }
    return row
  }

  /// Whether the screen shows a text.
  func shows(_ text: String) -> Bool { frame().text.contains(text) }
}

extension Exploration {
  /// Presses keys, named as tmux does and separated by blanks.
  mutating func press(_ names: String) async {
    await replay(names.split(separator: " ").compactMap { Key(name: String($0)) })
  }

  /// Row `y` of the screen without trailing blanks.
  func row(_ y: Int) -> String {
    var row = String(frame().row(y).map(\.character))
    while row.last == " " { row.removeLast() }
    return row
  }

  /// Whether the screen shows a text.
  func shows(_ text: String) -> Bool { frame().text.contains(text) }
}

extension Catalogue {
  /// One data set, and two forms to save in.
  static let clouds = Catalogue(
    dataSets: [("clouds", "three round clouds")],
    saveFormats: [
      SaveFormat("session", "the keys so far, to play again", stem: "s", ending: "json") {
        "\($0.session.events.count) events"
      },
      SaveFormat("picture", "the screen", stem: "p", ending: "txt") { $0.frame.text },
    ])
}
