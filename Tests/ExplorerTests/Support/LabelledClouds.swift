import MixtureEngine
import TerminalCanvas

@testable import Explorer

extension AppState {
  /// The application over the clouds, three components, the label of each point known.
  static func labelledClouds(
    of size: Int = 40, screen: Size = Size(width: 80, height: 24)
  ) throws -> AppState {
    var data = DataSet.clouds(of: size)
    data.labels = KnownLabels(
      ofPoints: data.points.xs.indices.map { $0 % 3 }, names: ["west", "east", "north"],
      column: "side")
    return try AppState(
      data: data, recipe: RunRecipe(components: 3), catalogue: .clouds,
      size: screen)
  }

  /// The application over the clouds in other units and somewhere else.
  static func clouds(
    times scale: Double, plus offset: Double, screen: Size = Size(width: 80, height: 24)
  ) throws -> AppState {
    var data = DataSet.clouds()
    data.points = PointSet(
      xs: data.points.xs.map { scale * $0 + offset }, ys: data.points.ys.map { scale * $0 - offset }
    )
    return try AppState(data: data, recipe: RunRecipe(components: 3), size: screen)
  }
}

extension Exploration {
  /// A lesson over the labelled clouds whose steps press these keys after a first one without any.
  static func lesson(
    pressing keys: [String], of size: Int = 40, screen: Size = Size(width: 80, height: 24)
  ) throws -> Exploration {
    let steps = keys.enumerated().map { number, names in
      Lesson.Step(
        question: number == 0 ? "What comes now?" : nil,
        keys: names.split(separator: " ").compactMap { Key(name: String($0)) },
        caption: "Caption \(number + 2).")
    }
    let lesson = Lesson(
      name: "a-lesson", title: "A lesson", summary: "", dataName: "clouds",
      recipe: RunRecipe(components: 3), steps: [Lesson.Step(caption: "Caption 1.")] + steps)
    return try Exploration(
      lesson: lesson, data: AppState.labelledClouds(of: size).data,
      catalogue: .clouds, size: screen)
  }
}
