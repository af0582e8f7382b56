/// Every split-and-merge move from where a run ended: what is to be done.
public struct EscapePlan: Sendable {
  /// Where the moves begin.
  public let origin: any LatentLabelModel
  /// The objective there: L in nats, or −J in the hard limit.
  public let objective: Double
  /// The moves, in the order of their numbers.
  public let moves: [SplitMergeMove]
  /// The data.
  package var points: PointSet { terms.points }
  /// What the runs have in common with the one that they leave.
  private let terms: RunTerms
  /// The components as Gaussians, which are what is split and merged.
  private let gaussians: GaussianMixture

  /// The moves from the present state of a run, which go on under its rules.
  public init(from run: Run) {
    origin = run.model
    objective = run.snapshot.objective
    terms = RunTerms(
      over: run.points, observed: run.observed, stopping: run.stopping, safeguard: run.safeguard,
      algorithm: run.algorithm)
    gaussians = GaussianMixture.start(
      continuing: run.model, over: run.points, observed: run.observed
    ).with(structure: run.model.covarianceStructure)
    moves = SplitMergeMove.all(components: gaussians.componentCount)
  }

  /// The first θ of a move's run.
  ///
  /// - Throws: ``Collapse`` when the move leaves a component with nothing to stand on.
  public func start(of move: SplitMergeMove) throws(Collapse) -> any LatentLabelModel {
    let measure = points.standardization
    guard let start = move.applied(to: gaussians, measuredBy: measure) else {
      throw Collapse(component: move.split, reason: .singularCovariance)
    }
    return try origin.restarted(from: start, over: points, observed: terms.observed)
  }

  /// A run of a move at its start.
  ///
  /// - Throws: ``Collapse`` when the move leaves a component with nothing to stand on.
  public func run(of move: SplitMergeMove) throws(Collapse) -> Run {
    Run(
      of: try start(of: move), over: points, observed: terms.observed, stopping: terms.stopping,
      safeguard: terms.safeguard, algorithm: terms.algorithm)
  }

  /// Tries the moves on all cores, each to the end of its run.
  ///
  /// Cancelling the task ends early and keeps what is done. The result does not depend on the number
  /// of cores.
  ///
  /// - Parameters:
  ///   - done: Moves of this plan that are done already and need not be done again.
  ///   - positions: Which moves to do, counted from 0 in their order; `nil` for all.
  ///   - progress: Told now and then what there is so far.
  public func run(
    keeping done: Escapes? = nil, only positions: Set<Int>? = nil,
    progress: (Escapes) -> Void = { _ in }
  ) async -> Escapes {
    let wanted = moves.indices.filter { positions?.contains($0) ?? true }.map { moves[$0] }
    let isWanted = Set(wanted)
    var attempts = (done?.attempts ?? []).filter { isWanted.contains($0.move) }
    let known = Set(attempts.map(\.move))
    let missing = wanted.filter { !known.contains($0) }
    let stride = max(1, moves.count / 50)
    await ManyRuns(under: terms).run(
      count: missing.count, from: { beginning(of: missing[$0]) }
    ) {
      attempts.append(Escapes.Attempt(move: missing[$0], from: objective, to: $1, over: points))
      if attempts.count % stride == 0 { progress(Escapes(attempts, of: self)) }
    }
    return Escapes(attempts, of: self)
  }

  private func beginning(of move: SplitMergeMove) -> RunBeginning {
    do throws(Collapse) {
      return .model(try start(of: move))
    } catch {
      return .collapsed(
        Outcome(model: origin, objective: objective, iterations: 0, status: .collapsed(error)))
    }
  }
}
