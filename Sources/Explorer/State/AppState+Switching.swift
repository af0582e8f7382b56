import MixtureEngine

extension AppState {
  /// Toggles between EM and the hard limit, in place: the run goes on from the same means.
  mutating func toggleKMeans() {
    pace = .paused
    var recipe = recipe
    let isHard = run.model is KMeans
    recipe.kind = isHard ? lastSoftKind : .kMeans
    enter(recipe)
  }

  /// Goes on from here with another model; at the very start, starts with it.
  ///
  /// A structure that the model can't take, such as the dial's, gives way to its first one.
  mutating func change(to kind: ModelKind) {
    pace = .paused
    var recipe = recipe
    recipe.kind = kind
    if !kind.structures.contains(recipe.structure), let first = kind.structures.first {
      recipe.structure = first
    }
    if stages.count == 1, run.cursor == 0 { restart { $0 = recipe } } else { enter(recipe) }
  }

  /// The next structure of the covariances, in place.
  mutating func nextStructure() {
    let structures = recipe.kind.structures
    guard let index = structures.firstIndex(of: recipe.structure) else {
      message = "\(recipe.kind.title) has no covariance structure to choose."
      return
    }
    var recipe = recipe
    recipe.structure = structures[(index + 1) % structures.count]
    enter(recipe)
  }

  /// Opens a stage that goes on from here under other settings.
  private mutating func enter(_ recipe: RunRecipe) {
    do throws(Collapse) {
      stages.append(
        Stage(recipe: recipe, run: try recipe.run(continuing: run.model, over: data.points)))
    } catch {
      message = Sentences.collapse(error)
    }
  }

  /// The model that was there before the hard limit, or EM.
  var lastSoftKind: ModelKind {
    stages.last { $0.recipe.kind.id != ModelKind.kMeans.id }?.recipe.kind ?? .gaussianMixture
  }
}
