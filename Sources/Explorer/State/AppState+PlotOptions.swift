import MixtureEngine

extension AppState {
  /// Changes what the plot shows.
  mutating func toggle(_ option: PlotOption) {
    switch option {
    case .marks:
      plotOptions.toggleDrawing(points: data.points.count, hasColors: theme.hasColors)
    case .ellipses: plotOptions.nextLevels()
    case .trails, .regions, .contours, .blending, .uncertainty: plotOptions.toggle(option)
    }
  }

  /// Changes what the plot shows from the menu, which closes when a letter chose.
  mutating func toggleAndClose(_ option: PlotOption) {
    toggle(option)
    overlay = nil
  }

  /// Opens the menu of what the plot can show.
  mutating func openPlotOptions(at option: PlotOption = .marks) {
    overlay = .menu(
      Menu(
        purpose: .plotOption, title: "The plot",
        items: PlotOption.allCases.map {
          Menu.Item(name: "\($0.rawValue)  \(present($0))", summary: $0.help)
        }, selection: PlotOption.allCases.firstIndex(of: option) ?? 0))
  }

  /// How an option stands, in a word.
  private func present(_ option: PlotOption) -> String {
    switch option {
    case .marks:
      plotOptions.drawing(points: data.points.count, hasColors: theme.hasColors) == .marks
        ? "marks" : "dots"
    case .ellipses:
      plotOptions.levels.isEmpty
        ? "none" : plotOptions.levels.map { $0.fixed(0) }.joined(separator: " ")
    case .trails, .regions, .contours, .blending, .uncertainty:
      plotOptions.shows(option) ? "on" : "off"
    }
  }

  /// The places of each mean since the start, as far as there are equally many components.
  var trails: [[Point]] {
    let components = run.model.componentCount
    let states = stages.flatMap { $0.run.past.map(\.model.shapes) }
    let recent = states.reversed().prefix { $0.count == components }.reversed()
    return (0..<components).map { k in recent.map { $0[k].centre } }
  }
}
