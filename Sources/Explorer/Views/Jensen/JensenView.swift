import MixtureEngine
import TerminalCanvas

extension View {
  /// Jensen's inequality at one point.
  static let jensen = View(
    "jensen", "Jensen at one point: why q is the posterior", at: .whole, letter: "J",
    bindings: [
      aiming(.left, "leftward: a point there, or less of q in hand", toward: (-1, 0)),
      aiming(.up, "upward: a point there, or another component", toward: (0, -1)),
      aiming(.down, "downward: likewise", toward: (0, 1)),
      aiming(.right, "rightward: a point there, or more of q in hand", toward: (1, 0)),
      Binding(
        [.tab], "onward through all points, or components in hand",
        hint: Hint(2) { $0.hintOfNext }
      ) { state throws(Notice) in try state.goOn(by: 1) },
      Binding([.backTab], "backward through them") { state throws(Notice) in
        try state.goOn(by: -1)
      },
      Binding(
        [.character("u")], "the widest gap, then the one that comes next",
        hint: Hint(3) { $0.hintOfGap }
      ) { state throws(Notice) in try state.inspectWidestGap() },
      Binding(
        [.character("a")], "q in hand: arrows pull it off, F falls; and back",
        hint: Hint(4) {
          $0.heldShares != nil ? "let go" : $0.canHoldShares ? "hand on q" : nil
        }
      ) { state throws(Notice) in try state.toggleHand() },
      Binding([.escape], "let q spring where the run has it") { state throws(Notice) in
        try state.springBack()
      },
    ],
    opened: { state throws(Notice) in
      guard state.views[PosteriorState.self].chosen == nil,
        state.run.model.criterion == .logLikelihood
      else { return }
      // It begins where the bound is loosest; where it touches L, with the least decided point.
      if let widest = state.pointsByGap.first {
        state.inspect(widest)
      } else {
        try state.inspectMostUncertain()
      }
    },
    closed: { $0.views[JensenState.self].held = nil },
    plotClicked: { $0.inspect(at: $1, near: $2) },
    marked: { $1.chosen = $0.session.data.points[$0.inspected] },
    told: Telling(argument: "NUMBER") { state, words throws(Notice) in
      state.jensenPane(of: try state.pointNumber(words.first)).told
    }
  ) { $0.jensenPane(of: $0.inspected).frame(size: $1) }
}

extension View {
  private static func aiming(
    _ key: Key, _ help: String, toward direction: (x: Double, y: Double)
  ) -> Binding {
    let step = Int(direction.x)
    return Binding(
      [key], help,
      hint: Hint(1) { state in
        guard state.heldShares == nil else {
          return step == 0 || state.share(after: step) == nil ? nil : "pull q"
        }
        return state.point(toward: direction) == nil ? nil : "point"
      }, Hint(2) { step == 0 && $0.heldShares != nil ? "component" : nil }
    ) { state throws(Notice) in
      if state.heldShares != nil {
        if step == 0 {
          try state.holdShare(next: Int(direction.y))
        } else {
          try state.pull(by: step)
        }
        return
      }
      guard let point = state.point(toward: direction) else {
        throw .idle("No point lies that way; Tab goes through all of them.")
      }
      state.inspect(point)
    }
  }
}

/// What the view of Jensen's inequality remembers; the point is that of the posterior's view.
struct JensenState: ViewState {
  /// The q in hand, if it is.
  var held: HeldShares?
  /// The point that was gone to for its gap, and how many have a wider one.
  var visit: (point: Int, rank: Int)?
}

extension AppState {
  /// Jensen's terms of a point under the run's q, `nil` before there is one and in the hard limit.
  func jensenTerms(of n: Int) -> JensenTerms? {
    run.responsibilities(of: n).flatMap {
      JensenTerms(of: run.points[n], under: run.model, q: $0, known: run.observed?[n])
    }
  }

  /// Why there are no terms, in a sentence.
  var absenceOfQ: String {
    run.model.criterion == .distortion
      ? "k-means has no bound on L: m goes back to EM." : "There is no q yet: e is the E-step."
  }

  /// The points whose gap is not 0, the widest first; none right after an E-step.
  fileprivate var pointsByGap: [Int] {
    guard run.snapshot.next == .expectation, run.model.criterion == .logLikelihood,
      let q = run.posterior?.responsibilities(over: run.points)
    else { return [] }
    let gaps = JensenTerms.gaps(
      of: q, under: run.model, over: run.points, observed: run.observed)
    return gaps.indices.filter { gaps[$0] > 0 }.sorted { (-gaps[$0], $0) < (-gaps[$1], $1) }
  }

  fileprivate func jensenPane(of n: Int) -> JensenPane {
    let held = heldShares.flatMap { $0.point == n ? $0 : nil }
    return JensenPane(
      number: n, count: run.points.count, snapshot: run.snapshot, isKnown: run.observed?[n] != nil,
      table: jensenTerms(of: n).map { terms in
        JensenTable(
          terms: terms, pulled: held == nil ? nil : pulledTerms, held: held?.component,
          weight: run.points.weights?[n], snapshot: run.snapshot,
          isConditional: run.model.densityVariables == .secondGivenFirst, theme: screen.theme)
      }, theme: screen.theme)
  }

  /// What Tab goes to.
  fileprivate var hintOfNext: String? {
    heldShares != nil ? "component" : data.points.count > 1 ? "next" : nil
  }

  /// Where `u` leads, where that is soon found.
  fileprivate var hintOfGap: String? {
    guard heldShares == nil, data.points.count <= 10_000, let next = nextByGap,
      next.point != inspected
    else {
      return nil
    }
    return next.rank == 0 ? "widest gap" : "next widest"
  }

  /// Whether q can be taken in hand.
  fileprivate var canHoldShares: Bool {
    run.model.componentCount > 1 && run.observed?[inspected] == nil
      && jensenTerms(of: inspected) != nil
  }

  /// The point with the widest gap or, from there on, the one whose gap is next.
  private var nextByGap: (point: Int, rank: Int)? {
    let order = pointsByGap
    guard let first = order.first else { return nil }
    let visit = views[JensenState.self].visit
    let rank =
      visit.flatMap {
        $0.point == inspected && order.indices.contains($0.rank) && order[$0.rank] == inspected
          ? $0.rank : nil
      } ?? (first == inspected ? 0 : nil)
    guard let rank, rank + 1 < order.count else { return (first, 0) }
    return (order[rank + 1], rank + 1)
  }

  fileprivate mutating func inspectWidestGap() throws(Notice) {
    guard jensenTerms(of: inspected) != nil else { throw .idle(absenceOfQ) }
    guard let next = nextByGap else {
      throw .idle(
        run.snapshot.next == .maximization
          ? "After E the gap is 0 at every point: e is the M-step, which opens it."
          : "The gap is 0 at every point.")
    }
    guard next.point != inspected else { throw .idle("No other point has a gap.") }
    views[JensenState.self].visit = next
    inspect(next.point)
  }

  /// The next point or, with q in hand, the next component.
  fileprivate mutating func goOn(by step: Int) throws(Notice) {
    if heldShares != nil { try holdShare(next: step) } else { try inspect(next: step) }
  }
}
