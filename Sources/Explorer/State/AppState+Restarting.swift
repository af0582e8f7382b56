import MixtureEngine

extension AppState {
  /// Begins anew after a change of the settings; says so where they don't fit.
  mutating func restart(_ change: (inout Settings) -> Void) {
    var settings = stages[0].settings
    change(&settings)
    if settings.givenStart?.componentCount != settings.components { settings.givenStart = nil }
    begin(settings)
  }

  /// Begins a session with these settings over the present data.
  mutating func begin(_ settings: Settings) {
    pace = .paused
    do throws(StartError) {
      stages = [try Stage(settings: settings, over: data.points)]
    } catch {
      message = error.description
    }
  }

  /// Shows another data set, at the start of a run.
  mutating func open(_ data: ExploredData) {
    var settings = stages[0].settings
    settings.components = data.defaultComponents
    settings.givenStart = nil
    do throws(StartError) {
      let stage = try Stage(settings: settings, over: data.points)
      self.data = data
      stages = [stage]
      plotOptions = PlotOptions()
      pace = .paused
    } catch {
      message = error.description
    }
  }
}
