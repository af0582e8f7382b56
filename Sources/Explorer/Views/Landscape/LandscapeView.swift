import MixtureEngine
import TerminalCanvas

extension View {
  /// L as one mean moves over the plot, with the bound and what an iteration does there.
  static let landscape = View(
    "landscape", "the landscape: L as one mean moves", at: .side,
    bindings: [
      Binding(
        [.tab], "a slice along the next mean; or click it",
        hint: Hint(3) {
          $0.movingComponents.count < 2
            ? nil : $0.landscapePair == nil ? "which mean" : "which means"
        }
      ) { state throws(Notice) in try state.moveOnLandscape(by: 1) },
      Binding([.backTab], "a slice along the previous one") { state throws(Notice) in
        try state.moveOnLandscape(by: -1)
      },
      Binding(
        [.character("A")], "arrows: where one iteration sends this mean",
        hint: Hint(3) {
          $0.movingComponent == nil ? nil : $0.landscape.showsArrows ? "no arrows" : "arrows"
        }
      ) { state throws(Notice) in
        guard state.movingComponent != nil else { throw .idle(state.noMeanMoves) }
        state.landscape.showsArrows.toggle()
      },
    ],
    closed: { LandscapeState.work.interrupt(&$0) },
    work: LandscapeState.work,
    plotClicked: { $0.moveNearest(to: $2) },
    marked: { $0.markLandscape(on: &$1) },
    plots: { [LandscapePane.plot(in: $0)] },
    told: Telling { state, _ in
      Told(Size(width: 60, height: 24), state.landscapeLegend.frame)
    }
  ) { state, size in
    // Where the view is shown alone, the plot that it is about goes with it.
    state.layout.plot == nil
      ? LandscapePane(plot: state.plotPane, legend: state.landscapeLegend).frame(size: size)
      : state.landscapeLegend.frame(size: size)
  }
}

/// The view of the landscape.
struct LandscapeState: ViewState {
  /// The component whose mean moves, counted from 0.
  var component = 0
  /// Whether arrows say where one iteration sends the mean.
  var showsArrows = false
  /// The landscape.
  var map = Background<LandscapeQuestion>()

  /// Whether there are arrows stays.
  var overOtherData: LandscapeState {
    var other = LandscapeState()
    other.showsArrows = showsArrows
    return other
  }

  /// The landscape that the view shows.
  static let work = BackgroundWork(
    \AppState.landscape.map, lightly: true, question: { $0.landscapeQuestion })
}

/// The plot with its legend beside it.
struct LandscapePane {
  var plot: PlotPane
  var legend: LandscapeLegend

  /// Where the plot stands.
  static func plot(in size: Size) -> Rect { Rect(size).split(right: LandscapeLegend.width).rest }

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    let (right, left) = Rect(size).split(right: LandscapeLegend.width)
    frame.paste(plot.frame(size: left.size), at: left.origin)
    let beside = right.split(left: 1).rest
    frame.paste(legend.frame(size: beside.size), at: beside.origin)
    return frame
  }
}

extension AppState {
  /// The view of the landscape.
  var landscape: LandscapeState {
    get { views[LandscapeState.self] }
    set { views[LandscapeState.self] = newValue }
  }

  /// The components that have a mean, counted from 0.
  fileprivate var movingComponents: [Int] {
    let all = 0..<run.model.componentCount
    guard data.points.dimension == 1 else {
      return all.filter { run.model.movingComponent($0) != nil }
    }
    let shapes = run.model.shapes
    let movable = all.filter { run.model.placing($0, at: shapes[$0].centre) != nil }
    // On a line one mean alone makes no plane.
    return movable.count > 1 ? movable : []
  }

  /// The components whose means are the plane of the landscape, where the points are on a line and
  /// it is shown in the place of the plot.
  var landscapePair: (first: Int, second: Int)? {
    guard view == .landscape, hand == nil, data.points.dimension == 1, let first = movingComponent
    else { return nil }
    let all = movingComponents
    guard let index = all.firstIndex(of: first) else { return nil }
    return (first, all[(index + 1) % all.count])
  }

  /// The component whose mean moves, counted from 0; `nil` where none has a mean.
  fileprivate var movingComponent: Int? {
    let all = movingComponents
    return all.last { $0 <= landscape.component } ?? all.first
  }

  /// Why there is no landscape.
  fileprivate var noMeanMoves: String {
    if data.points.dimension == 1 {
      return "Over points on a line the landscape is one of two means, and this model has one."
    }
    let owner = run.model is LineMixture ? "A line" : "A component of this model"
    return "\(owner) has no mean to move over the plot: M chooses another model."
  }

  /// The landscape that the view shows.
  fileprivate var landscapeQuestion: LandscapeQuestion? {
    guard view == .landscape, let component = movingComponent, let axes = plotAxes,
      !axes.area.isEmpty
    else { return nil }
    let grid = BasinGrid(axes)
    return LandscapeQuestion(
      stage: session.course.last.identity, cursor: run.cursor,
      sweep: LandscapeSweep(
        of: run, moving: component, and: landscapePair?.second, xs: grid.xs, ys: grid.ys,
        arrows: landscape.showsArrows ? FlowLayer.places(in: axes.viewport) : []))
  }

  /// As much of the landscape as is known.
  private func known(of question: LandscapeQuestion) -> Landscape? {
    landscape.map.question == question ? landscape.map.answer : nil
  }

  /// The bound along a mean, where there is a q and it is a parabola.
  private func rings(of k: Int) -> BoundRings? {
    run.posterior.flatMap {
      if let pair = landscapePair {
        return BoundParabola(
          of: run.model, moving: pair.first, and: pair.second, over: run.points, under: $0,
          safeguard: run.safeguard)
      }
      return BoundParabola(
        of: run.model, moving: k, over: run.points, under: $0, safeguard: run.safeguard)
    }
    .map {
      BoundRings(
        bound: $0, isTight: run.snapshot.next == .maximization,
        isHard: run.model.criterion == .distortion)
    }
  }

  /// Puts the landscape under the plot, and what belongs to it on the plot.
  fileprivate func markLandscape(on pane: inout PlotPane) {
    guard let question = landscapeQuestion else { return }
    let k = question.sweep.component
    pane.options = pane.options.withoutOutlines
    pane.landscape = LandscapeLayer(
      component: k, other: question.sweep.other, mean: landscapePlace(of: k),
      ground: known(of: question), bound: rings(of: k), arrows: question.sweep.arrows,
      way: way(of: k, among: pane.trails))
  }

  /// Where a mean stands, or on a line the two that move.
  private func landscapePlace(of k: Int) -> Point {
    let shapes = run.model.shapes
    guard let pair = landscapePair else { return shapes[k].centre }
    return Point(x: shapes[pair.first].centre.x, y: shapes[pair.second].centre.x)
  }

  /// The way of a mean, or on a line of the two that move.
  private func way(of k: Int, among ways: [Path]) -> Path {
    guard let pair = landscapePair else { return ways.indices.contains(k) ? ways[k] : Path() }
    guard ways.indices.contains(pair.first), ways.indices.contains(pair.second) else {
      return Path()
    }
    return Path(
      zip(ways[pair.first].points, ways[pair.second].points).map { Point(x: $0.x, y: $1.x) })
  }

  /// What the landscape says beside the plot.
  fileprivate var landscapeLegend: LandscapeLegend {
    let question = landscapeQuestion
    let k = question?.sweep.component
    let rings = k.flatMap(rings)
    var hasPresentRing = false
    if let rings, let k, let viewport = plotAxes?.viewport {
      hasPresentRing = rings.showPresent(at: landscapePlace(of: k), in: viewport)
    }
    return LandscapeLegend(
      component: k, other: question?.sweep.other, run: run, ground: question.flatMap(known),
      bound: rings?.bound, hasPresentRing: hasPresentRing,
      showsArrows: landscape.showsArrows, absence: noMeanMoves, notation: notation,
      theme: screen.theme)
  }

  /// Moves the next mean over the landscape, around the end.
  fileprivate mutating func moveOnLandscape(by step: Int) throws(Notice) {
    let all = movingComponents
    guard let present = movingComponent, let index = all.firstIndex(of: present) else {
      throw .idle(noMeanMoves)
    }
    guard all.count > 1 else { throw .idle("There is only one mean to move.") }
    landscape.component = all[(index + step + all.count) % all.count]
  }

  /// Moves the mean that is drawn nearest to a place.
  fileprivate mutating func moveNearest(to place: Point) {
    guard landscapePair == nil, let viewport = plotAxes?.viewport else { return }
    let shapes = run.model.shapes
    let dot = viewport.place(place)
    let nearest = movingComponents.min {
      viewport.place(shapes[$0].centre).squaredDistance(to: dot)
        < viewport.place(shapes[$1].centre).squaredDistance(to: dot)
    }
    if let nearest { landscape.component = nearest }
  }
}
