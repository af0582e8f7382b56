import MixtureEngine
import TerminalCanvas
import TestSupport

@testable import Explorer

/// A walk of random keys through the program: all views, models, rules, menus, sizes, a lesson.
struct RandomWalk {
  private(set) var exploration: Exploration
  /// The keys and sizes so far, to walk the same way again.
  private(set) var trail: [String] = []
  private var generator: SeededGenerator

  /// The sizes of screens that are walked on.
  private static let sizes = [(80, 24), (60, 16), (100, 30), (140, 40), (200, 60), (80, 24)]

  /// Begins a walk over data of a random kind, on a screen of a random size.
  init(seed: UInt64, capabilities: Capabilities = Capabilities()) throws {
    generator = SeededGenerator(seed: seed)
    var data = [DataSet.clouds(of: 2), .clouds(of: 5), .clouds(of: 7), .weightedClouds()][
      generator.index(below: 4)]
    if generator.index(below: 2) == 0 {
      data.labels = KnownLabels(
        ofPoints: data.points.xs.indices.map { $0 % 3 }, names: ["west", "east", "north"],
        column: "side")
    }
    let (width, height) = Self.sizes[generator.index(below: Self.sizes.count)]
    let kinds = ModelKind.all
    let rules = StartingRule.all
    var recipe = RunRecipe(
      components: 1 + generator.index(below: 5), rule: rules[generator.index(below: rules.count)],
      seed: generator.next() % 100)
    recipe.kind = kinds[generator.index(below: kinds.count)]
    if let first = recipe.kind.structures.first { recipe.structure = first }
    let size = Size(width: width, height: height)
    func app(_ recipe: RunRecipe) throws -> AppState {
      try AppState(
        data: data, recipe: recipe, catalogue: .clouds, capabilities: capabilities, size: size)
    }
    exploration = Exploration(try (try? app(recipe)) ?? app(RunRecipe(components: 3)))
    trail = ["\(width)x\(height) \(recipe.kind.name) K=\(recipe.components) \(recipe.rule.name)"]
  }

  /// A number below a bound, from the walk's own generator.
  mutating func number(below bound: Int) -> Int { generator.index(below: bound) }

  /// A random key.
  mutating func key() -> Key { RandomKeys.next(&generator) }

  /// Presses a random key.
  mutating func go() async { await press(key()) }

  /// Presses a key and does what it asks for; long work is done sometimes, as it takes long.
  mutating func press(_ key: Key) async {
    trail.append(key.name)
    let dice = number(below: 300)
    var agenda = Agenda()
    agenda.add(exploration.handle(.key(key)))
    while let effect = agenda.next(&exploration) {
      switch effect {
      case .start(let work):
        let isShort = exploration.app.view == .restarts && exploration.app.data.points.count < 10
        guard dice < (isShort ? 30 : 1) else { continue }
        for result in await work.finished() { agenda.add(exploration.handle(result)) }
      case .teach(let lesson): exploration.teach(lesson)
      case .load: agenda.add(exploration.handle(.loaded(.clouds(of: 5))))
      case .save: agenda.add(exploration.handle(.saved("a-file")))
      case .quit, .suspend, .repaint, .copy, .cancelWork: continue
      }
    }
    var limit = 400
    if number(below: 2) == 0 { exploration.app.finishRun(limit: &limit) }
  }
}

extension Exploration {
  /// Whether a lesson has no room on the screen, which then says no more than that, or is black.
  var isTooSmall: Bool {
    walkthrough?.isBlank ?? false || walkthrough != nil && frame().text.contains(" needs ")
  }
}
