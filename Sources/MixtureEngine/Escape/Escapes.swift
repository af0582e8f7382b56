/// What the split-and-merge moves from an optimum came to, the best first.
public struct Escapes: Sendable {
  /// One move and where its run ended.
  public struct Attempt: Sendable {
    /// The move.
    public let move: SplitMergeMove
    /// θ at the end.
    public let model: any LatentLabelModel
    /// The objective there: L in nats, or −J in the hard limit.
    public let objective: Double
    /// By how much that is more than where the move began.
    public let gain: Double
    /// How many iterations led there.
    public let iterations: Int
    /// Why the run ended.
    public let status: Status
    /// What is wrong with where it ended, if anything is.
    package let flaw: Optimum.Flaw?

    init(
      move: SplitMergeMove, from objective: Double, to outcome: Outcome, over points: PointSet
    ) {
      self.move = move
      model = outcome.model
      self.objective = outcome.objective
      gain = outcome.objective - objective
      iterations = outcome.iterations
      status = outcome.status
      flaw = outcome.isCollapsed ? nil : Optimum.flaw(of: outcome.model, over: points)
    }

    /// Whether a component degenerated; its objective then means nothing.
    public var isCollapsed: Bool { if case .collapsed = status { true } else { false } }
  }

  /// What is wrong with an optimum that a move leaves.
  public struct Reason: Hashable, Sendable {
    /// The component that is better split, counted from 0.
    public let covering: Int
    /// The two components that are better merged.
    public let sharing: [Int]
    /// Whether the one covers two groups that lie apart and the two share one group: beside the better
    /// optimum a fifth of the one's points and more belong to each of two components whose means are
    /// more than two standard deviations apart, and most of those of each of the two to the same one.
    public let areGroups: Bool
  }

  /// How many moves there are.
  public var planned: Int { moves.count }
  /// All moves, in the order of their numbers.
  private let moves: [SplitMergeMove]
  /// The moves that are done: by objective, the best first, then those that collapsed.
  public let attempts: [Attempt]
  /// The least gain that leads to another optimum.
  package let leastGain: Double
  /// What the best moves say is wrong with the optimum: `nil` where none leads to a better one, and where
  /// several lead to equally good ones and none of them shows two groups.
  public let reason: Reason?

  /// Orders the moves that are done.
  init(_ attempts: [Attempt], of plan: EscapePlan) {
    moves = plan.moves
    leastGain = OptimumTolerance().leastGain(at: plan.origin, plan.objective, over: plan.points)
    let order = Dictionary(uniqueKeysWithValues: zip(plan.moves, 0...))
    func rank(_ attempt: Attempt) -> (Int, Double, Int) {
      (attempt.isCollapsed ? 1 : 0, -attempt.objective, order[attempt.move] ?? 0)
    }
    let sorted = attempts.sorted { rank($0) < rank($1) }
    self.attempts = sorted
    guard let best = sorted.first, !best.isCollapsed, best.gain > leastGain else {
      reason = nil
      return
    }
    let tied = sorted.prefix { [leastGain] in
      !$0.isCollapsed && best.objective - $0.objective <= leastGain
    }
    let reasons = tied.prefix(Self.mostTied).map { $0.reason(from: plan.origin, over: plan.points) }
    reason = reasons.first(where: \.areGroups) ?? (tied.count == 1 ? reasons.first : nil)
  }

  /// More moves to equally good optima are not looked through for one that shows two groups.
  private static let mostTied = 12

  /// Whether all moves are done.
  public var isComplete: Bool { attempts.count == planned }

  /// Which of the moves are done, counted from 0, in ascending order.
  package var positions: [Int] {
    let known = Set(attempts.map(\.move))
    return moves.indices.filter { known.contains(moves[$0]) }
  }

  /// The best move, `nil` where none leads to a better optimum.
  public var best: Attempt? {
    attempts.first.flatMap { !$0.isCollapsed && $0.gain > leastGain ? $0 : nil }
  }
}

extension Escapes.Attempt {
  /// What the move says is wrong with where it began.
  fileprivate func reason(
    from origin: any LatentLabelModel, over points: PointSet
  ) -> Escapes.Reason {
    let (shapes, flows) = (model.shapes, Flows(from: origin, to: model, over: points))
    let parts = shapes.indices.filter { flows.share(of: move.split, to: $0) >= 0.2 }
    let areApart = parts.contains { a in
      parts.contains { a < $0 && shapes[a].isApart(from: shapes[$0]) }
    }
    let homes = [move.first, move.second].map { flows.home(of: $0) }
    return Escapes.Reason(
      covering: move.split, sharing: [move.first, move.second],
      areGroups: areApart && homes[0] != nil && homes[0] == homes[1])
  }
}

/// Which components of one fit the points of each component of another belong to, by some thousand of
/// the points.
private struct Flows {
  private var counts: [[Double]]

  init(from a: any LatentLabelModel, to b: any LatentLabelModel, over points: PointSet) {
    counts = Array(
      repeating: [Double](repeating: 0, count: b.componentCount), count: a.componentCount)
    for n in stride(from: 0, to: points.count, by: max(1, points.count / 1_000)) {
      counts[a.predict(points[n])][b.predict(points[n])] += points.weight(of: n)
    }
  }

  /// The share of a component's points that belong to another's component.
  func share(of a: Int, to b: Int) -> Double {
    let whole = counts[a].reduce(0, +)
    return whole > 0 ? counts[a][b] / whole : 0
  }

  /// The component to which most of a component's points belong, if one has most.
  func home(of a: Int) -> Int? { counts[a].indices.first { share(of: a, to: $0) > 0.5 } }
}

extension ComponentShape {
  /// Whether the means are more than two standard deviations of the mean covariance apart.
  fileprivate func isApart(from other: ComponentShape) -> Bool {
    guard case .ellipse(let a) = outline, case .ellipse(let b) = other.outline,
      let factor = Cholesky2(0.5 * (a + b))
    else { return true }
    return factor.squaredMahalanobis(other.centre.x - centre.x, other.centre.y - centre.y) > 4
  }
}

extension OptimumTolerance {
  /// The gain, in the objective's unit, from which on another optimum is a better one.
  fileprivate func leastGain(
    at model: any LatentLabelModel, _ value: Double, over points: PointSet
  ) -> Double {
    switch model.criterion {
    case .logLikelihood: objective * points.totalWeight
    case .distortion: objective * abs(value)
    }
  }
}
