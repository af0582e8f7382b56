/// What the picture shows.
public enum View: Int, CaseIterable, Hashable, Sendable {
  /// The points, the components, the axes.
  case plot = 1
  /// L and the bound along the M-step's way, and the ledger.
  case bound = 2
  /// Bayes' rule for one point.
  case posterior = 3
  /// The M-step's arithmetic.
  case update = 4
  /// Many runs from the starting rule, grouped into optima.
  case restarts = 5
  /// Where each starting place of one mean leads.
  case basins = 6
  /// Two runs in lock-step.
  case race = 7

  /// Where a view stands on a screen without room beside the plot.
  enum Place: Hashable, Sendable {
    /// The plot alone.
    case none
    /// In the place of the plot.
    case main
    /// In the place of the numbers, beside the plot.
    case side
    /// In the place of both.
    case whole
    /// In the place of everything between title and status line, on any screen.
    case screen
  }

  /// The view's name in titles and in the help.
  var title: String {
    switch self {
    case .plot: "plot"
    case .bound: "bound"
    case .posterior: "posterior"
    case .update: "update"
    case .restarts: "restarts"
    case .basins: "basins"
    case .race: "race"
    }
  }

  /// Where the view stands on a small screen.
  var place: Place {
    switch self {
    case .plot: .none
    case .bound: .whole
    case .posterior, .update: .side
    case .restarts, .basins: .whole
    case .race: .screen
    }
  }

  /// The view that stands beside the plot on a wide screen, where the plot is never alone.
  var besidePlot: View { self == .plot ? .bound : self }

  /// The next view, around the end.
  var next: View {
    let all = View.allCases
    return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
  }
}
