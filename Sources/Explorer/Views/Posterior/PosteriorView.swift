import MixtureEngine
import TerminalCanvas

extension View {
  /// Bayes' rule for one point.
  static let posterior = View(
    "posterior", "the posterior: Bayes' rule for a point", at: .side,
    bindings: [
      choosing(.left, "the nearest point to the left; or click", toward: (-1, 0)),
      choosing(.up, "the nearest point above", toward: (0, -1)),
      choosing(.down, "the nearest point below", toward: (0, 1)),
      choosing(.right, "the nearest point to the right", toward: (1, 0)),
      Binding(
        [.tab], "the next point of the data",
        hint: Hint(2) { $0.session.data.points.count > 1 ? "next" : nil }
      ) { state throws(Notice) in try state.inspect(next: 1) },
      Binding([.backTab], "the point before") { state throws(Notice) in
        try state.inspect(next: -1)
      },
      Binding(
        [.character("u")], "the least decided point",
        hint: Hint(3) {
          // Over many points it takes long to find, too long for each picture.
          $0.session.run.model.criterion == .logLikelihood && $0.data.points.count <= 10_000
            && $0.mostUncertain != $0.inspected ? "least decided" : nil
        }
      ) { state throws(Notice) in
        let before = state.views[PosteriorState.self].chosen
        try state.inspectMostUncertain()
        if state.views[PosteriorState.self].chosen == before {
          throw .idle("This is the least decided point.")
        }
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
    marked: { $1.chosen = $0.session.data.points[$0.inspected] },
    told: Telling(otherNames: ["point"], argument: "NUMBER") { state, words throws(Notice) in
      let pane = state.posteriorPane(of: try state.pointNumber(words.first))
      return Told(Size(width: 72, height: 2 * pane.terms.rows.count + 14), pane.frame)
    }
  ) { $0.posteriorPane(of: $0.inspected).frame(size: $1) }
}

extension AppState {
  /// Bayes' rule for a point, by its number from 0.
  fileprivate func posteriorPane(of n: Int) -> PosteriorPane {
    let run = session.run
    return PosteriorPane(
      number: n, count: run.points.count, weight: run.points.weights?[n],
      terms: BayesTerms(of: run.points[n], under: run.model, known: run.observed?[n]),
      responsibilities: run.responsibilities(of: n),
      isCurrent: run.snapshot.next == .maximization, criterion: run.model.criterion,
      density: run.model.densityLetter,
      isConditional: run.model.densityVariables == .secondGivenFirst,
      tosses: (run.model as? CoinMixture)?.tosses,
      isLine: run.points.dimension == 1, theme: screen.theme)
  }

  /// The number from 0 of the point that a word names from 1; the inspected one for `nil`.
  func pointNumber(_ word: String?) throws(Notice) -> Int {
    guard let word else { return inspected }
    let count = data.points.count
    guard let number = Int(word), (1...max(1, count)).contains(number) else {
      throw .refusal("Give the number of a point, from 1 to \(count).")
    }
    return number - 1
  }
}

extension View {
  private static func choosing(
    _ key: Key, _ help: String, toward direction: (x: Double, y: Double)
  ) -> Binding {
    Binding([key], help, hint: Hint(1) { $0.point(toward: direction) == nil ? nil : "point" }) {
      state throws(Notice) in
      guard let point = state.point(toward: direction) else {
        throw .idle("No point lies that way; Tab goes through all of them.")
      }
      state.inspect(point)
    }
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

  mutating func inspect(_ number: Int?) {
    if let number { views[PosteriorState.self].chosen = number }
  }

  /// Looks at the point so many numbers farther on, around the end.
  mutating func inspect(next step: Int) throws(Notice) {
    let count = session.data.points.count
    guard count > 1 else { throw .idle("There is only one point.") }
    inspect((inspected + step + count) % count)
  }

  /// Looks at the point in a cell of the plot, at the next one there when clicked again, or at the
  /// nearest one when there is none.
  mutating func inspect(at cell: Position, near place: Point) {
    guard let view = plotAxes?.viewport else { return }
    let points = session.data.points
    let here = (0..<points.count).filter { view.cell(points.xs[$0], points.ys[$0]) == cell }
    let next = here.contains(inspected) ? here.first { $0 > inspected } : nil
    inspect(next ?? here.first ?? points.nearest(to: place, in: view))
  }

  /// The nearest point that way on the plot, if there is one, also where the plot isn't shown.
  func point(toward direction: (x: Double, y: Double)) -> Int? {
    let view = (plotAxes ?? axes(size: screen.size)).viewport
    let points = session.data.points
    return points.nearest(
      to: points[inspected], toward: DotPoint(x: direction.x, y: direction.y), in: view)
  }

  /// The number of the least decided point.
  fileprivate var mostUncertain: Int? {
    let run = session.run
    return Uncertainty(of: run.model, over: run.points, observed: run.observed).mostUncertain
  }

  /// Looks at the least decided point unless one is looked at, where that is soon found.
  mutating func choosePointIfNone() {
    guard views[PosteriorState.self].chosen == nil,
      session.run.model.criterion == .logLikelihood, session.data.points.count <= 10_000
    else { return }
    inspect(mostUncertain)
  }

  mutating func inspectMostUncertain() throws(Notice) {
    let run = session.run
    guard run.model.criterion == .logLikelihood else {
      throw .refusal("In the hard limit every point is certain.")
    }
    inspect(mostUncertain)
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
