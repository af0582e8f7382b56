import MixtureEngine
import TerminalCanvas

extension View {
  /// The points, the components, the axes; on a wide screen the bound stands beside them.
  static let plot = View(
    "plot", "the plot", at: .none, showsDrawnData: true,
    told: Telling { state, _ in
      PlotOption.allCases.reduce(Told("What the plot shows beside the points and the means:")) {
        $0 + Told("\($1.help): \(state.present($1))")
      }
    },
    frame: { View.bound.frame($0, $1) })
}

/// How the plot is shown.
struct PlotState: ViewState {
  /// What is drawn, and which part of the plane.
  var options = PlotOptions()
  /// Which part of the data (x, z) it shows.
  var labelling = Labelling.inferred
  /// The labels that were drawn once from the model, where none are known.
  var drawnLabels: DrawnLabels?
  /// Which data set drawn from θ is shown in the place of the data, counted from 1, if one is.
  var world: Int?
  /// How many were drawn.
  var worldsDrawn = 0
  /// The one that is shown, where it is drawn already.
  var keptWorld: DrawnWorld?
  /// What is known of the place where a run has ended.
  var ending: Ending?
  /// The button of the mouse that is down on it, if one is.
  var dragState: DragState?

  /// A button of the mouse while it is down.
  struct DragState: Hashable, Sendable {
    /// The cell of the screen where the pointer was last.
    var last: Position
    /// Whether it has left the cell where the button went down.
    var hasMoved = false
  }
}

extension AppState {
  /// How the plot is shown.
  var plot: PlotState {
    get { views[PlotState.self] }
    set { views[PlotState.self] = newValue }
  }

  /// The plot of the run on screen, with what the view adds to it.
  var plotPane: PlotPane {
    var pane = plotPane(of: session.course, trails: session.course.last.trails)
    pane.slowWays = ending?.meanDisplacements ?? []
    if screen.formulas == .model || screen.formulas == .general, !run.points.xs.isEmpty {
      pane.chosen = run.points[inspected]
    }
    view.marked(self, &pane)
    // Marks of points are those of the data.
    if world(of: session.course.last) != nil { pane.chosen = nil }
    return pane
  }

  /// The plot of a run, with labels as the labelling says.
  func plotPane(of course: Course, trails: [Path] = []) -> PlotPane {
    let (data, run) = (session.data, course.last.run)
    var pane = PlotPane(
      points: data.points, heldOut: data.heldOut?.points, labels: run.posterior?.labels,
      model: run.model,
      responsibilities: run.responsibilities(of:), trails: trails, told: run.observed?.labels,
      xName: data.xName, yName: data.yName, options: plot.options, isBold: screen.isHall,
      theme: screen.theme)
    if let drawn = shownDrawnLabels {
      pane.showsModel = false
      (pane.labels, pane.told) = (drawn.labels.map { UInt8(truncatingIfNeeded: $0) }, nil)
    } else if plot.labelling != .inferred {
      LabelComparison(of: run, with: data.labels).show(plot.labelling, on: &pane)
    }
    if let world = world(of: course.last) { pane.show(world, plot.labelling) }
    return pane
  }

  /// Shows the complete, the incomplete or the inferred data.
  mutating func nextLabelling() throws(Notice) {
    let labelsAreKnown = session.data.labels != nil
    let isDrawn = !labelsAreKnown && plot.labelling == .inferred && drawLabels()
    plot.labelling = plot.labelling.next(labelsAreKnown: labelsAreKnown || isDrawn)
    if plot.labelling != .complete { plot.drawnLabels = nil }
    if isDrawn {
      notice = .news(
        "No labels are known here: these z are drawn from the model\(whereThePlotIs)")
    } else if !labelsAreKnown, plot.labelling == .incomplete,
      run.model.criterion == .distortion
    {
      throw .refusal(
        "No labels are known here: y changes between the inferred and the bare points.")
    } else if plots.isEmpty {
      notice = .news("the data \(plot.labelling)\(whereThePlotIs)")
    }
  }

  /// Changes what the plot shows.
  mutating func toggle(_ option: PlotOption) throws(Notice) {
    if data.points.dimension == 1, let refusal = option.refusalOnALine { throw .idle(refusal) }
    switch option {
    case .marks:
      plot.options.toggleDrawing(
        points: session.data.points.count, hasColors: screen.theme.hasColors)
    case .scales: plot.options.nextAspect()
    case .ellipses: plot.options.nextLevels()
    case .trails, .regions, .contours, .blending, .uncertainty, .tint, .slow:
      plot.options.toggle(option)
    }
  }

  /// How an option stands, in a word.
  func present(_ option: PlotOption) -> String {
    if data.points.dimension == 1, option.refusalOnALine != nil { return "not here" }
    let options = plot.options
    let levels = options.levels
    return switch option {
    case .marks:
      options.drawing(points: session.data.points.count, hasColors: screen.theme.hasColors)
        == .marks ? "marks" : "dots"
    case .scales:
      options.aspect.map { $0 == .equal ? "one scale" : "fitted" } ?? "as it suits"
    case .ellipses:
      levels.isEmpty ? "none" : levels.map { $0.fixed(0) }.joined(separator: " ")
    case .trails, .regions, .contours, .blending, .uncertainty, .tint, .slow:
      options.shows(option) ? "on" : "off"
    }
  }

  /// The share of the plot that one key moves.
  private static let stride = 0.2

  /// Shows a part of the plane farther to the right and up, in strides.
  mutating func pan(_ right: Double, _ up: Double) throws(Notice) {
    guard let view = plotAxes?.viewport else { throw Self.noPlot }
    let before = plot.options.zoom
    plot.options.zoom.move(
      by: view.way(across: right * Self.stride, up * Self.stride), in: view)
    if plot.options.zoom == before { throw .idle("The plane ends here: F shows all the data.") }
  }

  /// Why the plot can't be moved.
  private static let noPlot = Notice.idle("There is no plot here to move: 1 shows it.")

  /// Where what was changed about the plot can be seen, if not here.
  var whereThePlotIs: String { plots.isEmpty ? " in the plot: 1 shows it" : "" }

  /// Shows the plane larger, as far as that goes.
  mutating func zoom(by ratio: Double) throws(Notice) {
    guard plotAxes != nil else { throw Self.noPlot }
    let before = plot.options.zoom
    magnify(by: ratio)
    if plot.options.zoom == before {
      throw .idle("The plot goes no \(ratio > 1 ? "nearer" : "farther"): F shows all the data.")
    }
  }

  /// Shows all the data.
  mutating func zoomToAll() throws(Notice) {
    guard plot.options.zoom != Zoom() else { throw .idle("All the data are in view already.") }
    plot.options.zoom = Zoom()
    if plots.isEmpty { notice = .news("all the data are in view\(whereThePlotIs)") }
  }

  /// Shows the plane larger, around a point or the middle.
  mutating func magnify(by ratio: Double, around point: Point? = nil) {
    guard let view = plotAxes?.viewport else { return }
    plot.options.zoom.magnify(by: ratio, around: point, in: view)
  }

  /// Moves the plot so that what was under the pointer stays there.
  mutating func drag(to position: Position) {
    guard var drag = plot.dragState, drag.last != position, let axes = plotAxes else { return }
    // A cell is two dots by four, and the view reaches from the first dot to the last.
    let dots = axes.area.size
    let way = axes.viewport.way(
      across: Double(2 * (drag.last.x - position.x)) / Double(2 * dots.width - 1),
      Double(4 * (position.y - drag.last.y)) / Double(4 * dots.height - 1))
    plot.options.zoom.move(by: way, in: axes.viewport)
    drag.last = position
    drag.hasMoved = true
    plot.dragState = drag
  }

  /// Lets the plot go; a click without a move is the view's.
  mutating func release(at spot: Spot) {
    defer { plot.dragState = nil }
    guard let drag = plot.dragState, !drag.hasMoved, case .plot(let cell, let point) = spot else {
      return
    }
    view.plotClicked(&self, cell, point)
  }
}
