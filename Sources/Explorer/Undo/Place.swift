import MixtureEngine

/// Where the application stands, as far as a key can take it elsewhere: run, model, data, start,
/// view, and how they are shown.
struct Place: Equatable, Sendable {
  /// How far the runs have come: the one on screen, and the other one of a race.
  var cursors: [Int]
  /// What the cursors move in.
  var surroundings: Surroundings

  /// All of a place but how far the runs have come.
  struct Surroundings: Equatable, Sendable {
    var data: Identity
    var stages: [Identity]
    var isRacing: Bool
    var view: View
    var plot: PlotOptions
    var labelling: Labelling
    /// The iteration at which labels were drawn, and which data set drawn from θ is shown.
    var drawn: [Int?]
    var formulas: FormulaPage?
    var theme: Theme
    var heldShares: HeldShares?
    var seeding: SeedingState
  }
}

extension AppState {
  /// Where it stands.
  var place: Place {
    let courses = [session.course] + (session.race.map { [$0.rival] } ?? [])
    // Where one looks is no change; F looks at everything again.
    var options = plot.options
    options.zoom = Zoom()
    return Place(
      cursors: courses.map(\.last.run.cursor),
      surroundings: Place.Surroundings(
        data: session.dataIdentity, stages: courses.map(\.last.identity),
        isRacing: session.isRacing, view: view, plot: options, labelling: plot.labelling,
        drawn: [plot.drawnLabels?.iteration, plot.world],
        formulas: screen.formulas, theme: screen.theme,
        heldShares: views[JensenState.self].held, seeding: views[SeedingState.self]))
  }
}
