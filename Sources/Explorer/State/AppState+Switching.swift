import MixtureEngine

extension AppState {
  /// Toggles between EM and the hard limit, in place: the run goes on from the same means.
  mutating func toggleKMeans() {
    pace = .paused
    var settings = settings
    let isHard = run.model is KMeans
    settings.kind = isHard ? lastSoftKind : .kMeans
    enter(settings)
  }

  /// Goes on from here with another model; at the very start, starts with it.
  ///
  /// A structure that the model can't take, such as the dial's, gives way to its first one.
  mutating func change(to kind: ModelKind) {
    pace = .paused
    var settings = settings
    settings.kind = kind
    if !kind.structures.contains(settings.structure), let first = kind.structures.first {
      settings.structure = first
    }
    if stages.count == 1, run.cursor == 0 { restart { $0 = settings } } else { enter(settings) }
  }

  /// The next structure of the covariances, in place.
  mutating func nextStructure() {
    let structures = settings.kind.structures
    guard let index = structures.firstIndex(of: settings.structure) else {
      message = "\(settings.kind.title) has no covariance structure to choose."
      return
    }
    var settings = settings
    settings.structure = structures[(index + 1) % structures.count]
    enter(settings)
  }

  /// Opens a stage that goes on from here under other settings.
  private mutating func enter(_ settings: Settings) {
    do throws(Collapse) {
      let model = try settings.kind.model(
        continuing: run.model, structure: settings.structure, over: data.points,
        observed: settings.observed)
      stages.append(
        Stage(
          settings: settings,
          run: Run(
            of: model, over: data.points, observed: settings.observed, rule: settings.stopping,
            safeguard: run.safeguard)))
    } catch {
      message = Sentences.collapse(error)
    }
  }

  /// The model that was there before the hard limit, or EM.
  var lastSoftKind: ModelKind {
    stages.last { $0.settings.kind.id != ModelKind.kMeans.id }?.settings.kind ?? .gaussianMixture
  }
}
