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

    init(move: SplitMergeMove, from objective: Double, to outcome: Outcome) {
      self.move = move
      model = outcome.model
      self.objective = outcome.objective
      gain = outcome.objective - objective
      iterations = outcome.iterations
      status = outcome.status
    }

    /// Whether a component degenerated; its objective then means nothing.
    public var isCollapsed: Bool { if case .collapsed = status { true } else { false } }
  }

  /// What is wrong with an optimum that a move leaves.
  public struct Reason: Hashable, Sendable {
    /// The component that covers two groups, counted from 0.
    public let covering: Int
    /// The two components that share one group.
    public let sharing: [Int]
  }

  /// How many moves there are.
  public var planned: Int { moves.count }
  /// All moves, in the order of their numbers.
  private let moves: [SplitMergeMove]
  /// The moves that are done: by objective, the best first, then those that collapsed.
  public let attempts: [Attempt]
  /// The least gain that leads to another optimum.
  private let leastGain: Double

  /// Orders the moves that are done.
  init(_ attempts: [Attempt], of plan: EscapePlan) {
    moves = plan.moves
    leastGain = OptimumTolerance().leastGain(at: plan.origin, plan.objective, over: plan.points)
    let order = Dictionary(uniqueKeysWithValues: zip(plan.moves, 0...))
    func rank(_ attempt: Attempt) -> (Int, Double, Int) {
      (attempt.isCollapsed ? 1 : 0, -attempt.objective, order[attempt.move] ?? 0)
    }
    self.attempts = attempts.sorted { rank($0) < rank($1) }
  }

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

  /// What the best move says is wrong with the optimum, `nil` where none leads to a better one.
  public var reason: Reason? {
    best.map { Reason(covering: $0.move.split, sharing: [$0.move.first, $0.move.second]) }
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
