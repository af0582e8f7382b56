import MixtureEngine
import TerminalCanvas
import TestSupport
import Testing

@testable import Explorer

@Suite struct `A long history` {
  /// The stages of a course, oldest first, as they were left.
  private func stages(_ course: Course) -> [Stage] {
    var (course, stages) = (course, [course.last])
    while course.count > 1 {
      let count = course.count
      while course.count == count { course.iterateBack() }
      stages.insert(course.last, at: 0)
    }
    return stages
  }

  @Test(arguments: FuzzSeed.usual(1, 2, 3, 4, 5, 6))
  func `is told by its paths as by its states`(seed: UInt64) async throws {
    var generator = SeededGenerator(seed: seed)
    var state = try AppState.clouds(
      RunRecipe(components: 3, stopping: StoppingRule(tolerance: 0, iterationLimit: 1_000_000)))
    let keys = ["Space", "Space", "e", "m", "Left", ">", "x", "Home", "x", "x"]
    for _ in 0..<60 {
      await state.press(keys[generator.index(below: keys.count)])
      let course = state.session.course
      let stages = stages(course)
      let states = stages.flatMap { $0.run.past.map(\.model.shapes) }
      let recent = states.reversed().prefix { $0.count == 3 }.reversed()
      for (k, trail) in course.last.trails.enumerated() {
        var places = recent.map { $0[k].centre }
        // An E-step leaves every mean where it is.
        places = places.indices.filter { $0 == 0 || places[$0] != places[$0 - 1] }.map {
          places[$0]
        }
        let told = Array(trail.points)
        #expect(
          told.indices.filter { $0 == 0 || told[$0] != told[$0 - 1] }.map { told[$0] } == places)
      }
      let iterations = course.last.run.past.filter { $0.next == .expectation }
      #expect(course.last.pastTrace.points.map(\.y) == iterations.map(\.shownObjective))
      #expect(course.last.pastTrace.points.map(\.x) == iterations.map { Double($0.iteration) })
      #expect(course.halfSteps == stages.reduce(0) { $0 + $1.run.cursor })
    }
  }

  @Test(arguments: [0, 1, 25, 3000])
  func `has the trace that all of its values have`(iterations: Int) throws {
    let state = try Self.run(iterations: iterations)
    let (stage, theme) = (state.session.course.last, Theme(colors: .none))
    let values = stage.run.past.filter { $0.next == .expectation }.map(\.objective)
    let mark = LineChart.Mark(Cell("●"), at: DotPoint(x: Double(iterations), y: values[iterations]))
    for size in [
      Size(width: 80, height: 12), Size(width: 30, height: 7), Size(width: 99, height: 40),
    ] {
      let whole = LineChart(
        [LineChart.Series(values: values)], marks: [mark], x: 0...max(20, Double(iterations))
      ).frame(size: Size(width: size.width, height: size.height - 1))
      let pane = TracePane(
        trace: stage.pastTrace, first: stage.run.history[0], last: stage.run.snapshot,
        theme: theme
      ).frame(size: size)
      for y in 1..<size.height {
        #expect(pane.row(y).map(\.character) == whole.row(y - 1).map(\.character), "\(size) \(y)")
      }
    }
  }

  /// A run that never ends, after so many iterations.
  private static func run(iterations: Int) throws -> AppState {
    var state = try AppState(
      data: .clouds(of: 10),
      recipe: RunRecipe(
        components: 2, stopping: StoppingRule(tolerance: 0, iterationLimit: 1_000_000)),
      size: Size(width: 120, height: 40))
    _ = state.session.step {
      $0.run(limit: iterations)
      return true
    }
    return state
  }

  private static let long = Task { try run(iterations: 12_000) }

  private func shortest(_ work: () -> Void) -> Duration {
    (0..<5).map { _ in ContinuousClock().measure(work) }.min() ?? .zero
  }

  @Test(arguments: ["1", "2", "3", "4", "7"])
  func `costs a picture hardly more than a short one`(view: String) async throws {
    let short = try await Self.run(iterations: 100).after("o t \(view)")
    let long = try await Self.long.value.after("o t \(view)")
    #expect(long.run.snapshot.iteration == 12_000)
    let times = (shortest { _ = short.frame() }, shortest { _ = long.frame() })
    #expect(times.1 < times.0 * 3 + .milliseconds(20), "\(times)")
  }

  @Test func `of stages costs the next one nothing`() throws {
    let stage = try Self.run(iterations: 3).session.course.last
    func time(_ count: Int) -> Duration {
      ContinuousClock().measure {
        var course = Course(stage)
        for _ in 0..<count { course.enter(stage) }
        #expect(course.halfSteps == (count + 1) * 6)
      }
    }
    _ = time(100)
    // The least of several: whatever else the machine does only adds to a time.
    let few = (0..<4).map { _ in time(1000) }.min() ?? .zero
    let many = (0..<4).map { _ in time(16_000) }.min() ?? .zero
    #expect(many < few * 60, "\(few), \(many)")
  }
}
