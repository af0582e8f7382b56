import MixtureEngine

extension AppState {
  /// Whether the keys step two runs at once.
  var isRacing: Bool { view == .race && race != nil }

  /// Whether there is no run on screen that goes on.
  var isRaceOver: Bool {
    isOver && (!isRacing || race?.rival.run.snapshot.status != .running)
  }

  /// Takes a step of both runs; one that is over waits for the other.
  mutating func stepRace(_ move: (inout Run) -> Void) {
    let bothAreOver = isRaceOver
    if bothAreOver || !isOver { move(&stage.run) }
    if bothAreOver || race?.rival.run.snapshot.status == .running {
      if var rival = race?.rival {
        move(&rival.run)
        race?.rival = rival
      }
    }
  }

  /// One iteration back, for whichever run has come farther, so that both keep step.
  mutating func stepRaceBack() {
    guard let race else { return }
    let (mine, rival) = (Self.halfSteps(stages), Self.halfSteps(race.stages))
    if mine >= rival, !stage.run.iterateBack(), stages.count > 1 { stages.removeLast() }
    if rival >= mine { self.race?.stepBack() }
  }

  private static func halfSteps(_ stages: [Stage]) -> Int {
    stages.reduce(0) { $0 + $1.run.cursor }
  }
}
