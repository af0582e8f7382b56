import MixtureEngine

extension AppState {
  /// The card about the present state, if it needs one.
  var card: Card? {
    switch run.snapshot.status {
    case .collapsed(let collapse): return .collapse(collapse, of: run)
    case .converged, .iterationLimit:
      let groups = run.model.identicalComponents
      return groups.isEmpty ? nil : .symmetry(groups)
    case .running: return nil
    }
  }

  /// Lays the card about the present state over the picture, if there is one.
  mutating func openCard() {
    if let card {
      pace = .paused
      overlay = .card(card)
    }
  }

  /// Does what was chosen on a card.
  mutating func take(_ remedy: Card.Remedy) {
    switch remedy {
    case .floor(let floor):
      goOn(floor: floor) { $0.continuing(withFloor: floor) }
    case .reseed(let component):
      let seed = recipe.seed &+ UInt64(stages.count)
      goOn { run throws(Collapse) in try run.reseeding(component: component, seed: seed) }
    case .nudge:
      let seed = recipe.seed &+ UInt64(stages.count)
      goOn { run throws(Collapse) in try run.nudged(seed: seed) }
    case .back: stepBack()
    case .anotherStart: openStarts()
    case .leave: return
    }
  }

  /// Opens a stage that goes on from here in another run; stepping back returns to this one.
  private mutating func goOn(
    floor: Double? = nil, _ continuation: (Run) throws(Collapse) -> Run
  ) {
    var recipe = recipe
    recipe.varianceFloor = floor ?? recipe.varianceFloor
    do throws(Collapse) {
      stages.append(Stage(recipe: recipe, run: try continuation(run)))
    } catch {
      message = Sentences.collapse(error)
    }
  }
}
