import MixtureEngine
import TerminalCanvas

extension View {
  /// Bayes' rule for one point.
  static let posterior = View(
    "posterior", "the posterior: Bayes' rule for a point", at: .side,
    bindings: [
      Binding([.left], "the nearest point to the left; or click") { $0.inspect(toward: (-1, 0)) },
      Binding([.right], "the nearest point to the right") { $0.inspect(toward: (1, 0)) },
      Binding([.up], "the nearest point above") { $0.inspect(toward: (0, -1)) },
      Binding([.down], "the nearest point below") { $0.inspect(toward: (0, 1)) },
      Binding([.tab], "the next point of the data") { $0.inspect(next: 1) },
      Binding([.backTab], "the point before") { $0.inspect(next: -1) },
      Binding([.character("u")], "the least decided point") { state throws(Notice) in
        try state.inspectMostUncertain()
      },
    ],
    opened: { state throws(Notice) in
      // It begins with the least decided point, where there is one.
      guard state.views[PosteriorState.self].chosen == nil,
        state.session.run.model.criterion == .logLikelihood
      else { return }
      try state.inspectMostUncertain()
    },
    plotClicked: { $0.inspect(at: $1, near: $2) },
    marked: { $1.chosen = $0.session.data.points[$0.inspected] }
  ) { state, size in
    let (run, n) = (state.session.run, state.inspected)
    return PosteriorPane(
      number: n, count: run.points.count, weight: run.points.weights?[n],
      terms: BayesTerms(of: run.points[n], under: run.model, known: run.observed?[n]),
      responsibilities: run.responsibilities(of: n),
      isCurrent: run.snapshot.next == .maximization, criterion: run.model.criterion,
      density: run.model.densityLetter,
      isConditional: run.model.densityVariables == .secondGivenFirst, theme: state.screen.theme
    ).frame(size: size)
  }
}

/// Which point is looked at.
struct PosteriorState: ViewState {
  /// The point's number, counted from 0; `nil` until one is chosen.
  var chosen: Int?
}

extension AppState {
  /// The number of the point that is looked at: the chosen one, or the first.
  var inspected: Int {
    min(views[PosteriorState.self].chosen ?? 0, max(0, session.data.points.count - 1))
  }

  private mutating func inspect(_ number: Int?) {
    if let number { views[PosteriorState.self].chosen = number }
  }

  /// Looks at the point so many numbers farther on, around the end.
  fileprivate mutating func inspect(next step: Int) {
    let count = session.data.points.count
    inspect((inspected + step + count) % count)
  }

  /// Looks at the point in a cell of the plot, at the next one there when clicked again, or at the
  /// nearest one when there is none.
  fileprivate mutating func inspect(at cell: Position, near place: Point) {
    guard let view = plotAxes?.viewport else { return }
    let points = session.data.points
    let here = (0..<points.count).filter { view.cell(points.xs[$0], points.ys[$0]) == cell }
    let next = here.contains(inspected) ? here.first { $0 > inspected } : nil
    inspect(next ?? here.first ?? points.nearest(to: place, in: view))
  }

  fileprivate mutating func inspect(toward direction: (x: Double, y: Double)) {
    guard let view = plotAxes?.viewport else { return }
    let points = session.data.points
    inspect(
      points.nearest(
        to: points[inspected], toward: DotPoint(x: direction.x, y: direction.y), in: view))
  }

  fileprivate mutating func inspectMostUncertain() throws(Notice) {
    let run = session.run
    guard run.model.criterion == .logLikelihood else {
      throw .refusal("In the hard limit every point is certain.")
    }
    inspect(Uncertainty(of: run.model, over: run.points, observed: run.observed).mostUncertain)
  }
}

extension PointSet {
  /// The point that is drawn nearest to a place, by its number; the first of equals.
  ///
  /// - Parameter direction: Only points within 45° of this way on the plot count, and none on the
  ///   same dot as the place; without it all count.
  fileprivate func nearest(
    to place: Point, toward direction: DotPoint? = nil, in viewport: Viewport
  ) -> Int? {
    let origin = viewport.dot(place.x, place.y)
    var best: (number: Int, squared: Double)?
    for n in 0..<count {
      let dot = viewport.dot(xs[n], ys[n])
      let (dx, dy) = (dot.x - origin.x, dot.y - origin.y)
      if let direction {
        let along = dx * direction.x + dy * direction.y
        let aside = abs(dx * direction.y - dy * direction.x)
        guard along >= 0.5, aside <= along else { continue }
      }
      let squared = dx * dx + dy * dy
      if squared < best?.squared ?? .infinity { best = (n, squared) }
    }
    return best?.number
  }
}
