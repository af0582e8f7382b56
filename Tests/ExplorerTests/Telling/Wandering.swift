import MixtureEngine
import TerminalCanvas

@testable import Explorer

/// A user who presses random keys, on data with labels, names and sizes of all kinds.
struct Wandering {
  private(set) var exploration: Exploration
  /// The keys so far, for whoever has to see it again.
  private(set) var trail: [String] = []
  private var generator: SeededGenerator

  init(seed: UInt64, capabilities: Capabilities = Capabilities()) throws {
    generator = SeededGenerator(seed: seed)
    let size = [Size(width: 80, height: 24), Size(width: 200, height: 60)][
      generator.index(below: 2)]
    let kind = ModelKind.all[generator.index(below: ModelKind.all.count)]
    var recipe = RunRecipe(kind: kind, components: 1 + generator.index(below: 4))
    recipe.seed = UInt64(generator.index(below: 100))
    var data = [DataSet.clouds(of: 8), .weightedClouds(), .clouds(of: 12)][
      generator.index(below: 3)]
    if generator.index(below: 2) == 0 {
      data.labels = KnownLabels(
        ofPoints: data.points.xs.indices.map { $0 % 3 }, names: ["red", "blue", "green"],
        column: "colour")
    }
    exploration = Exploration(
      try AppState(
        data: data, recipe: recipe, catalogue: .clouds, capabilities: capabilities, size: size))
    trail = ["\(kind.name) \(size)"]
  }

  /// Presses a key; long work is finished at times, and dropped at others.
  mutating func go() async {
    let key = Self.keys[generator.index(below: Self.keys.count)]
    trail.append(key.name)
    var agenda = Agenda()
    agenda.add(exploration.handle(.key(key)))
    while let effect = agenda.next(&exploration) {
      switch effect {
      case .load: agenda.add(exploration.handle(Answer.loaded(.clouds(of: 10))))
      case .save: agenda.add(exploration.handle(Answer.saved("a-file")))
      case .teach(let lesson): exploration.teach(lesson)
      case .start(let work):
        guard generator.index(below: 8) == 0 else { continue }
        for result in await work.finished() { agenda.add(exploration.handle(result)) }
      case .quit, .suspend, .repaint, .copy, .cancelWork: continue
      }
    }
    if generator.index(below: 2) == 0 { exploration.app.finishRun() }
  }

  /// In an order that is the same in every process; those of stepping more often.
  private static let keys: [Key] = {
    let all = (Keymap.all.flatMap(\.bindings).flatMap(\.keys)).sorted { $0.name < $1.name }
    let often = "Space e Space e G Left m 1 2 3 4 7 Enter Tab".split(separator: " ")
    return all + often.compactMap { Key(name: String($0)) }
  }()
}
