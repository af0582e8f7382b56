import MixtureEngine
import TerminalCanvas

@testable import Explorer

extension AppState {
  /// The application over the clouds, three components, the label of each point known.
  static func labelledClouds(
    of size: Int = 40, screen: Size = Size(width: 80, height: 24)
  ) throws -> AppState {
    var data = ExploredData.clouds(of: size)
    data.labels = data.points.xs.indices.map { $0 % 3 }
    data.labelNames = ["west", "east", "north"]
    return try AppState(
      data: data, settings: Settings(components: 3), catalogue: [("clouds", "three round clouds")],
      size: screen)
  }

  /// The application over the clouds in other units and somewhere else.
  static func clouds(
    times scale: Double, plus offset: Double, screen: Size = Size(width: 80, height: 24)
  ) throws -> AppState {
    var data = ExploredData.clouds()
    data.points = PointSet(
      xs: data.points.xs.map { scale * $0 + offset }, ys: data.points.ys.map { scale * $0 - offset }
    )
    return try AppState(data: data, settings: Settings(components: 3), size: screen)
  }

  /// A lesson over the labelled clouds whose steps press these keys after a first one without any.
  static func lesson(
    pressing keys: [String], screen: Size = Size(width: 80, height: 24)
  ) throws -> AppState {
    let steps = keys.enumerated().map { number, names in
      Lesson.Step(
        question: number == 0 ? "What comes now?" : nil,
        keys: names.split(separator: " ").compactMap { Key(name: String($0)) },
        caption: "Caption \(number + 2).")
    }
    let lesson = Lesson(
      name: "a-lesson", title: "A lesson", summary: "", dataName: "clouds",
      settings: Settings(components: 3), steps: [Lesson.Step(caption: "Caption 1.")] + steps)
    return try AppState(
      lesson: lesson, data: AppState.labelledClouds().data,
      catalogue: [("clouds", "three round clouds")], size: screen)
  }
}
