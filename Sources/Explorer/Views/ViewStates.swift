import MixtureEngine

/// What a view remembers while others are shown.
protocol ViewState: Sendable {
  /// What it remembers before it is first shown.
  init()
  /// What stays once other data are shown.
  var overOtherData: Self { get }
}

extension ViewState {
  /// Usually nothing stays.
  var overOtherData: Self { Self() }
}

/// What all views remember, each its own type; a view finds its state without a place in a list.
struct ViewStates: Sendable {
  private var states: [ObjectIdentifier: any ViewState] = [:]

  /// The state of a type, as it begins until it is changed.
  subscript<State: ViewState>(type: State.Type) -> State {
    get { states[ObjectIdentifier(type)] as? State ?? State() }
    set { states[ObjectIdentifier(type)] = newValue }
  }

  /// Forgets what belongs to the points that were shown; how the plot is shown stays.
  mutating func showOtherPoints() {
    var plot = self[PlotState.self]
    (plot.drawnLabels, plot.keptWorld) = (nil, nil)
    showOtherData()
    self[PlotState.self] = plot
  }

  /// Forgets what belongs to the data that were shown.
  mutating func showOtherData() {
    states = states.mapValues { $0.overOtherData }
  }
}
