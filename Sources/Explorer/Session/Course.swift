import MixtureEngine

/// The stages that a run has come through, in order; the last one is on screen.
struct Course: Sendable {
  private(set) var stages: [Stage]

  /// A course that begins with a stage.
  init(_ start: Stage) { stages = [start] }

  /// The stage that the course began with.
  var first: Stage { stages[0] }

  /// The stage on screen.
  var last: Stage {
    get { stages[stages.count - 1] }
    _modify { yield &stages[stages.count - 1] }
  }

  /// How many half-steps led here, in all stages.
  var halfSteps: Int { stages.reduce(0) { $0 + $1.run.cursor } }

  /// Whether the run has come to its end here.
  var isOver: Bool { last.run.snapshot.status != .running }

  /// Goes on in another stage.
  ///
  /// - Parameter isReplacing: Whether the stage on screen is forgotten.
  mutating func enter(_ stage: Stage, replacingLast isReplacing: Bool = false) {
    if isReplacing { stages.removeLast() }
    rest()
    stages.append(stage)
  }

  /// Gives up what can be derived again, in all stages.
  mutating func rest() {
    for index in stages.indices { stages[index].run.rest() }
  }

  /// Derives what the stage on screen gave up.
  mutating func wake() { last.run.wake() }

  /// Moves the run on screen.
  mutating func move(_ step: (inout Run) -> Void) { step(&last.run) }

  /// One iteration back; beyond the start of a stage, back to the one before.
  mutating func iterateBack() {
    if !last.run.iterateBack(), stages.count > 1 { stages.removeLast() }
    wake()
  }

  /// Back to the very start, before any switch of the model.
  mutating func rewind() {
    stages.removeLast(stages.count - 1)
    last.run.rewind()
    wake()
  }

  /// The places of each mean since the start, as far as there are equally many components.
  var trails: [[Point]] {
    let components = last.run.model.componentCount
    let states = stages.flatMap { $0.run.past.map(\.model.shapes) }
    let recent = states.reversed().prefix { $0.count == components }.reversed()
    return (0..<components).map { k in recent.map { $0[k].centre } }
  }
}
