import MixtureEngine

extension AppState {
  /// Whether the run has come to its end here.
  var isOver: Bool { run.snapshot.status != .running }

  /// Takes a step of the run; a converged one goes on stepping if the user insists.
  mutating func step(_ move: (inout Run) -> Bool) {
    pace = .paused
    if isRacing { return stepRace { _ = move(&$0) } }
    let wasOver = isOver
    let hasMoved = move(&stage.run)
    if isOver, !wasOver { announceEnd() } else if !hasMoved { openCard() }
  }

  /// One iteration back; beyond the start of this stage, back to the one before.
  mutating func stepBack() {
    pace = .paused
    if isRacing { return stepRaceBack() }
    if !stage.run.iterateBack(), stages.count > 1 { stages.removeLast() }
  }

  /// Back to the very start, before any switch of the model.
  mutating func toStart() {
    pace = .paused
    stages.removeLast(stages.count - 1)
    stage.run.rewind()
    race?.toStart()
  }

  /// Iterates until the run is over, in batches that leave room for keys.
  mutating func runToEnd() {
    pace = .toEnd
    tick()
  }

  /// Goes on by itself, if it does.
  mutating func tick() {
    switch pace {
    case .paused: return
    case .running where isRacing: stepRace { $0.iterate() }
    case .running: stage.run.iterate()
    case .toEnd:
      let batch = batch
      stage.run.run(limit: batch)
      if isRacing { race?.rival.run.run(limit: batch) }
    }
    if isRaceOver {
      pace = .paused
      announceEnd()
    }
  }

  /// Changes how fast a run goes by itself; the line of keys says it while one does.
  mutating func changeSpeed(_ change: (inout Speed) -> Void) {
    change(&speed)
    if pace != .running { notice = "r runs at \(speed.text) iterations a second" }
  }

  /// Says what the end of a run means where that is not plain; a lesson speaks for itself.
  private mutating func announceEnd() {
    if lesson == nil, !isRacing { openCard() }
  }

  /// Finishes a run that is on its way to the end.
  mutating func finishRun() {
    while pace == .toEnd { tick() }
  }

  /// Iterations that take some ten milliseconds.
  private var batch: Int {
    max(1, 1_000_000 / max(1, data.points.count * recipe.components))
  }
}
