import MixtureEngine

/// What can be done in a race, besides stepping.
public enum RaceAction: Hashable, Sendable {
  /// Choose the rival.
  case openRivals
  /// Let the keys act on the other run.
  case changeSides
}

extension AppState {
  /// Obeys a key of the race.
  mutating func apply(_ action: RaceAction) {
    guard var race else { return }
    switch action {
    case .openRivals: openRivals()
    case .changeSides:
      swap(&stages, &race.stages)
      race.isRivalLeft.toggle()
      self.race = race
    }
  }

  /// A race begins against another seed unless there is a rival already.
  mutating func openRace() {
    if race == nil { begin(against: .seed) }
  }

  /// Begins a race from both starts.
  mutating func begin(against rival: Rival) {
    do throws(StartError) {
      let recipe = rival.recipe(against: stages[0].recipe)
      let stage = try Stage(recipe: recipe, over: data.points)
      race = RaceState(stages: [stage], isRivalLeft: race?.isRivalLeft ?? false)
      toStart()
    } catch {
      message = error.description
    }
  }

  /// Both runs side by side.
  var racePane: RacePane? {
    guard let race else { return nil }
    func lane(_ stage: Stage) -> RaceLane {
      RaceLane(
        recipe: stage.recipe, run: stage.run, plot: plotPane(of: stage.run, trails: []),
        theme: theme)
    }
    let (mine, rival) = (lane(stage), lane(race.rival))
    return RacePane(
      left: race.isRivalLeft ? rival : mine, right: race.isRivalLeft ? mine : rival,
      actsLeft: !race.isRivalLeft, theme: theme)
  }
}
