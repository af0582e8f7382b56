extension AppState {
  /// Opens a view, and what it begins with.
  mutating func show(_ chosen: View) {
    view = chosen
    switch chosen {
    case .posterior: openPosterior()
    case .race: openRace()
    case .plot, .bound, .update, .restarts, .basins: break
    }
  }
}
