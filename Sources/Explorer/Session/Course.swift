import MixtureEngine

/// The stages that a run has come through, in order; the last one is on screen.
struct Course: Sendable {
  /// The stages before, at rest.
  private var earlier: History<Stage> = []
  /// The stage on screen.
  var last: Stage
  /// The stage that the one on screen has taken the place of, without a step in it; none otherwise.
  private(set) var passed: [Stage] = []

  /// A course that begins with a stage.
  init(_ start: Stage) { last = start }

  /// The stage that the course began with.
  var first: Stage { earlier.first ?? last }

  /// The stage before the one on screen, if there is one.
  var before: Stage? { earlier.last }

  /// All stages, in order.
  var stages: [Stage] { Array(earlier) + [last] }

  /// How many stages there are.
  var count: Int { earlier.count + 1 }

  /// How many half-steps led here, in all stages.
  var halfSteps: Int { last.halfSteps }

  /// Whether the run has come to its end here.
  var isOver: Bool { last.run.snapshot.status != .running }

  /// Goes on in another stage.
  ///
  /// - Parameter isReplacing: Whether the stage on screen is forgotten.
  mutating func enter(_ stage: Stage, replacingLast isReplacing: Bool = false) {
    if isReplacing, let before = earlier.last {
      passed = [last]
      last = stage.entered(from: before)
    } else {
      passed = []
      rest()
      earlier.append(last)
      last = stage.entered(from: last)
    }
  }

  /// Puts the stage back that the one on screen has taken the place of, if there is one.
  mutating func takeBackPassed() {
    guard let stage = passed.last else { return }
    (last, passed) = (stage, [])
    wake()
  }

  /// Goes back to the stage before, as it was left.
  mutating func leave() {
    guard let before = earlier.last else { return }
    (last, passed) = (before, [])
    earlier.truncate(to: earlier.count - 1)
    wake()
  }

  /// Gives up what can be derived again.
  mutating func rest() { last.run.rest() }

  /// Derives what the stage on screen gave up.
  mutating func wake() { last.run.wake() }

  /// Moves the run on screen.
  mutating func move(_ step: (inout Run) -> Void) { step(&last.run) }

  /// One iteration back; beyond the start of a stage, back to the one before.
  mutating func iterateBack() {
    if last.run.iterateBack() { wake() } else { leave() }
  }

  /// Back to the very start, before any switch of the model.
  mutating func rewind() {
    (last, passed) = (first, [])
    earlier = []
    last.run.rewind()
    wake()
  }
}
