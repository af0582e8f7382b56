/// Every split-and-merge move from where a run ended: what is to be done.
public struct EscapePlan: Sendable {
  /// Where the moves begin.
  public let origin: any LatentLabelModel
  /// The objective there: L in nats, or −J in the hard limit.
  public let objective: Double
  /// The moves, in the order of their numbers.
  public let moves: [SplitMergeMove]
  /// The data.
  package let points: PointSet
  private let observed: ObservedLabels?
  private let stopping: StoppingRule
  private let safeguard: Safeguard
  /// The components as Gaussians, which are what is split and merged.
  private let gaussians: GaussianMixture

  /// The moves from the present state of a run, which go on under its rules.
  public init(from run: Run) {
    origin = run.model
    objective = run.snapshot.objective
    points = run.points
    observed = run.observed
    stopping = run.stopping
    safeguard = run.safeguard
    gaussians = GaussianMixture.start(
      continuing: run.model, over: run.points, observed: run.observed
    ).with(structure: run.model.covarianceStructure)
    moves = SplitMergeMove.all(components: gaussians.componentCount)
  }

  /// The first θ of a move's run.
  ///
  /// - Throws: ``Collapse`` when the move leaves a component with nothing to stand on.
  public func start(of move: SplitMergeMove) throws(Collapse) -> any LatentLabelModel {
    guard let start = move.applied(to: gaussians) else {
      throw Collapse(component: move.split, reason: .singularCovariance)
    }
    return try origin.restarted(from: start, over: points, observed: observed)
  }

  /// A run of a move at its start.
  ///
  /// - Throws: ``Collapse`` when the move leaves a component with nothing to stand on.
  public func run(of move: SplitMergeMove) throws(Collapse) -> Run {
    Run(
      of: try start(of: move), over: points, observed: observed, stopping: stopping,
      safeguard: safeguard)
  }

  /// How many moves begin together: enough for the cores, and few enough that progress is told while
  /// the others wait.
  private static let wave = 16

  /// Tries the moves on all cores, each to the end of its run.
  ///
  /// Cancelling the task ends early and keeps what is done. The result does not depend on the number
  /// of cores.
  ///
  /// - Parameters:
  ///   - done: Moves of this plan that are done already and need not be done again.
  ///   - progress: Told after each move what there is so far.
  public func run(
    keeping done: Escapes? = nil, progress: (Escapes) -> Void = { _ in }
  ) async -> Escapes {
    var attempts = done?.attempts ?? []
    let known = Set(attempts.map(\.move))
    var rest = moves.filter { !known.contains($0) }[...]
    while !rest.isEmpty, !Task.isCancelled {
      await AllCores.run(rest.prefix(Self.wave), { attempt($0) }) {
        attempts.append($0)
        progress(Escapes(attempts, of: self))
      }
      rest = rest.dropFirst(Self.wave)
    }
    return Escapes(attempts, of: self)
  }

  /// One move, run to its end; `nil` when the task is cancelled first.
  private func attempt(_ move: SplitMergeMove) -> Escapes.Attempt? {
    do throws(Collapse) {
      let outcome = Outcome(
        from: try start(of: move), over: points, observed: observed, stopping: stopping,
        safeguard: safeguard)
      return outcome.map { Escapes.Attempt(move: move, from: objective, to: $0) }
    } catch {
      return Escapes.Attempt(
        move: move, from: objective,
        to: Outcome(
          model: origin, objective: objective, iterations: 0, status: .collapsed(error)))
    }
  }
}
