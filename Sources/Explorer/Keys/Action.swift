import MixtureEngine

/// Everything that can happen to the application.
public enum Action: Sendable {
  // Stepping.
  case iterate, iterateBack, halfStep, toStart, toEnd, togglePlay, faster, slower
  // Model and start.
  case dial(DialAction)
  case toggleKMeans, nextStructure, moreComponents, fewerComponents, anotherSeed, previousSeed
  case openStarts, openDataSets, openModels, openSaving
  // Placing by hand.
  case hand(HandAction)
  // The M-step's arithmetic.
  case scrollUpdate(by: Int)
  // Many starts.
  case restarts(RestartsAction), basins(BasinsAction)
  // The race.
  case race(RaceAction)
  // The screen.
  case nextView, show(View), toggleHelp, toggleFormulas, close, nextTheme, repaint, suspend, quit
  // The plot.
  case zoom(ZoomAction), openPlotOptions, toggle(PlotOption), toggleAndClose(PlotOption)
  case nextLabelling, nextHeldShare
  // The views' own.
  case posterior(PosteriorAction)
  // A list or a text over the picture.
  case up, down, pageUp, pageDown, choose
  // What the world answers.
  case tick, resized(width: Int, height: Int), loaded(DataSet), saved(String), failed(String)
}
