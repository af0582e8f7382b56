import MixtureEngine
import TerminalCanvas
import TestSupport
import Testing

@testable import Explorer

/// Whatever happens in whatever order, on whatever data, the picture is whole.
@Suite struct RandomSessionTests {
  @Test(arguments: FuzzSeed.usual(2026))
  func `random sessions on hard data have whole pictures of numbers`(seed: UInt64) async throws {
    var generator = SeededGenerator(seed: seed)
    var exploration = Exploration(try AppState.clouds())
    var trail: [String] = []
    for number in 0..<FuzzBudget.rounds(1000) {
      if number.isMultiple(of: 500) {
        let data = Self.data(&generator)
        let recipe = RunRecipe(components: min(2, data.points.count))
        exploration = Exploration(try AppState(data: data, recipe: recipe))
        trail = ["\(data.name)"]
      }
      let event = Self.event(&generator, size: exploration.size)
      trail.append("\(event)")
      var agenda = Agenda()
      agenda.add(exploration.handle(event))
      await perform(&agenda, &exploration, &generator)
      let frame = exploration.frame()
      #expect(frame.size == exploration.size)
      let text = frame.text
      // "inf…" is a word that was cut.
      if text.contains(/\b(nan|inf)\b(?!…)/.ignoresCase()) {
        Issue.record("no number after \(trail.suffix(30)):\n\(text)")
        return
      }
    }
  }

  /// Does what is asked; long work is finished sometimes, and dropped at other times.
  private func perform(
    _ agenda: inout Agenda, _ exploration: inout Exploration, _ generator: inout SeededGenerator
  ) async {
    while let effect = agenda.next(&exploration) {
      switch effect {
      case .load(let request):
        agenda.add(
          exploration.handle(
            generator.index(below: 2) == 0
              ? Answer.failed("there is no \(request.source)")
              : Answer.loaded(Self.data(&generator))))
      case .save: agenda.add(exploration.handle(Answer.saved("a-file")))
      case .start(let work):
        guard generator.index(below: 8) == 0 else { continue }
        for result in await work.finished() { agenda.add(exploration.handle(result)) }
      case .teach(let lesson): exploration.teach(lesson)
      case .quit, .suspend, .repaint, .copy, .cancelWork: continue
      }
    }
  }

  private static func event(_ generator: inout SeededGenerator, size: Size) -> Event {
    switch generator.index(below: 40) {
    case 0:
      return .resize(
        Size(width: generator.index(below: 180), height: generator.index(below: 60)))
    case 1...4: return .tick
    case 5: return .redraw
    case 6...12:
      let position = Position(
        x: generator.index(below: size.width + 3), y: generator.index(below: size.height + 3))
      let actions: [MouseEvent.Action] = [
        .press(.left), .drag(.left), .release(.left), .press(.right), .wheelUp, .wheelDown,
      ]
      return .mouse(
        MouseEvent(actions[generator.index(below: actions.count)], at: position))
    default: return .key(RandomKeys.all[generator.index(below: RandomKeys.all.count)])
    }
  }

  /// Data that is hard in one way or another.
  private static func data(_ generator: inout SeededGenerator) -> DataSet {
    let count = [1, 2, 3, 7, 30][generator.index(below: 5)]
    let kinds = ["round", "identical", "line", "tiny", "huge", "far", "outlier"]
    let kind = generator.index(below: kinds.count)
    let points = (0..<count).map { n -> Point in
      let (x, y) = (generator.normal(), generator.normal())
      return switch kind {
      case 0: Point(x: x, y: y)
      case 1: Point(x: 3, y: -2)
      case 2: Point(x: x, y: 2 * x + 1)
      case 3: Point(x: x * 1e-150, y: y * 1e-150)
      case 4: Point(x: x * 1e150, y: y * 1e150)
      case 5: Point(x: 1e8 + x, y: -1e8 + y)
      default: Point(x: n == 0 ? 1e12 : x, y: y)
      }
    }
    let reach = [0, 3, 200][generator.index(below: 3)]
    let weights = points.map { _ in
      Double(
        sign: .plus, exponent: 3 * (generator.index(below: reach + 1) - reach / 2), significand: 1)
    }
    let counted = try? PointSet(validating: points, weights: weights)
    var data = DataSet(
      name: "\(kinds[kind]) \u{1B}[31m日本", points: counted ?? PointSet(points), xName: "x\u{7}",
      yName: "y", weightColumn: reach == 0 ? nil : "w\u{9B}", usualComponents: 1)
    if generator.index(below: 2) == 0 {
      data.labels = KnownLabels(
        ofPoints: points.map { _ in [0, 1, 2, nil][generator.index(below: 4)] },
        names: ["a\u{1B}", "日本", ""], column: "kind")
    }
    return data
  }
}
