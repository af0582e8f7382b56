import Explorer
import MixtureData
import MixtureEngine
import TerminalCanvas

/// Prints how long the landscape of another mean takes, in milliseconds: from the key to the frame, and
/// to the whole landscape where it is made in the background.
///
///     swift run -c release --package-path Benchmarks LandscapeTimes
@main
enum LandscapeTimes {
  private static let repetitions = 31
  private static let sizes = [Size(width: 80, height: 24), Size(width: 200, height: 60)]

  static func main() async throws {
    print("   points  model      arrows  screen    to the frame: median    best   complete")
    let oldFaithful = try oldFaithful()
    for kind in [ModelKind.gaussianMixture, .noise, .studentT, .kMeans] {
      for arrows in [false, true] {
        for size in sizes { try await measure(oldFaithful, kind, arrows, size) }
      }
    }
    for count in [10_000, 100_000, 1_000_000] {
      for size in sizes { try await measure(try clouds(count), .gaussianMixture, false, size) }
    }
  }

  /// Shows one mean's landscape after the other, after an E-step.
  private static func measure(
    _ points: PointSet, _ kind: ModelKind, _ arrows: Bool, _ size: Size
  ) async throws {
    let data = DataSet(name: "data", points: points, xName: "x", yName: "y")
    var opened = Exploration(
      try AppState(
        data: data, recipe: RunRecipe(kind: kind, components: 3, seed: 7),
        capabilities: Capabilities(colors: .direct, background: .rgb(0)), size: size))
    await opened.replay(
      (["Space", "e", "V", "l"] + (arrows ? ["A"] : [])).compactMap { Key(name: $0) })
    let clock = ContinuousClock()
    let count = points.count > 1000 ? 3 : repetitions
    var (frames, whole) = ([Duration](), [Duration]())
    var state = opened.app
    for _ in 0..<count {
      frames.append(
        clock.measure {
          _ = state.handle(Event.key(Key.tab))
          _ = state.frame()
        })
      whole.append(
        await clock.measure {
          await opened.replay([Key.tab])
          _ = opened.frame()
        })
    }
    let sorted = frames.sorted()
    print(
      String(points.count).fitted(to: 9, alignment: .right), kind.name.fitted(to: 11),
      (arrows ? "yes" : "no").fitted(to: 6), "\(size.width)x\(size.height)".fitted(to: 8),
      "              ", milliseconds(sorted[count / 2]), milliseconds(sorted[0]), "  ",
      milliseconds(whole.sorted()[count / 2]))
  }

  private static func milliseconds(_ time: Duration) -> String {
    (Double(time.components.attoseconds) / 1e15 + Double(time.components.seconds) * 1e3)
      .fixed(2).fitted(to: 8, alignment: .right)
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
