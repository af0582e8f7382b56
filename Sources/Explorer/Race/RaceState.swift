import MixtureEngine

/// Two runs in lock-step: the one that the keys act on, and its rival.
struct RaceState: Sendable {
  /// The stretches of the rival; the last one is on screen.
  var stages: [Stage]
  /// Whether the rival stands at the left, because the sides were changed.
  var isRivalLeft = false

  /// The rival's stretch on screen.
  var rival: Stage {
    get { stages[stages.count - 1] }
    _modify { yield &stages[stages.count - 1] }
  }

  /// Takes the rival back to its very start.
  mutating func toStart() {
    stages.removeLast(stages.count - 1)
    rival.run.rewind()
  }

  /// One iteration back; beyond the start of a stretch, back to the one before.
  mutating func stepBack() {
    if !rival.run.iterateBack(), stages.count > 1 { stages.removeLast() }
  }
}
