import Explorer
import MixtureData
import MixtureEngine
import TerminalCanvas

/// Prints how long the whole screen of each view takes to draw at 200×60, in milliseconds.
///
///     swift run -c release --package-path Benchmarks FrameTimes
@main
enum FrameTimes {
  private static let repetitions = 15
  private static let views = [("plot", "1"), ("bound", "2"), ("posterior", "3"), ("update", "4")]

  static func main() async throws {
    print("   points  model       view       median    best")
    for points in [try oldFaithful(), try clouds(100_000), try clouds(1_000_000)] {
      for kind in [ModelKind.gaussianMixture, .kMeans] {
        for (name, key) in views { try await measure(points, kind, name, key) }
      }
    }
  }

  /// Draws the view after an E-step, again and again.
  private static func measure(
    _ points: PointSet, _ kind: ModelKind, _ name: String, _ key: String
  ) async throws {
    let data = DataSet(name: "data", points: points, xName: "x", yName: "y")
    var state = Exploration(
      try AppState(
        data: data, recipe: RunRecipe(kind: kind, components: 3, seed: 7),
        size: Size(width: 200, height: 60)))
    await state.replay([key, "Space", "e"].compactMap { Key(name: $0) })
    let clock = ContinuousClock()
    let times = (0..<repetitions).map { _ in clock.measure { _ = state.frame() } }.sorted()
    print(
      String(points.count).fitted(to: 9, alignment: .right), kind.name.fitted(to: 11),
      name.fitted(to: 10), milliseconds(times[repetitions / 2]), milliseconds(times[0]))
  }

  private static func milliseconds(_ time: Duration) -> String {
    (Double(time.components.attoseconds) / 1e15 + Double(time.components.seconds) * 1e3)
      .fixed(2).fitted(to: 7, alignment: .right)
  }

  private static func oldFaithful() throws -> PointSet {
    try BuiltInDataSet.named("old-faithful")?.load().points ?? clouds(272)
  }

  /// Three round clouds, the same at every call.
  private static func clouds(_ count: Int) throws -> PointSet {
    var generator = SeededGenerator(seed: 11)
    let centres = [Point(x: 0, y: 0), Point(x: 6, y: 1), Point(x: 3, y: 6)]
    return try PointSet(
      validating: (0..<count).map { n in
        Point(x: centres[n % 3].x + generator.normal(), y: centres[n % 3].y + generator.normal())
      })
  }
}
