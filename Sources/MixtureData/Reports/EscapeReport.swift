import MixtureEngine

/// Where the split-and-merge moves from an optimum lead.
public struct EscapeReport: Sendable {
  /// The optimum that the moves begin at.
  public var from: FitReport
  /// The moves.
  public var escapes: Escapes

  /// A report on moves from where a run ended.
  public init(from: FitReport, escapes: Escapes) {
    self.from = from
    self.escapes = escapes
  }

  private var isSoft: Bool { from.isSoft }

  /// The objective under its name: L, or J for k-means.
  private func value(_ objective: Double) -> JSON.Member {
    isSoft ? .init("logLikelihood", .number(objective)) : .init("distortion", .number(-objective))
  }

  /// The two kinds of moves: those that reached another θ, and those that collapsed.
  private var reached: [Escapes.Attempt] { escapes.attempts.filter { !$0.isCollapsed } }
  private var collapsed: [Escapes.Attempt] { escapes.attempts.filter(\.isCollapsed) }
}

extension SplitMergeMove {
  /// The merged components, counted from 1.
  var mergedNumbers: [Int] { [first + 1, second + 1] }
  /// The split component, counted from 1.
  var splitNumber: Int { split + 1 }
}

extension EscapeReport: TabularReport {
  /// The report as one JSON object: `from`, and `moves`, the best first.
  ///
  /// Components are counted from 1. `gain` is that of the objective, positive where the move leads to a
  /// better θ. Moves whose run collapsed have no objective that means anything and stand apart, under
  /// `collapsed`. `reason` names the component that `covers` two groups and the two that `share` one, as
  /// the best move says it; it is `null` where no move gains. `note` says why there is no move, where
  /// there is none.
  public var json: JSON {
    let snapshot = from.run.snapshot
    return .object(
      from.recipe.members(over: from.dataSet) + from.recipe.algorithmMembers + [
        .init("components", .integer(from.recipe.components)),
        .init("start", .string(from.start)),
        .init("seed", from.seed.map { .unsigned($0) } ?? .null),
        .init(
          "from",
          .object([
            value(snapshot.objective),
            .init("iterations", .integer(snapshot.iteration)),
            .init("status", .string(from.statusName)),
            .init("parameters", from.parameters.json),
          ])),
        .init("reason", escapes.reason.map(json(of:)) ?? .null),
        .init("moves", .array(reached.map(json(of:)))),
        .init(
          "collapsed",
          .array(collapsed.map { .object(members(of: $0.move)) })),
      ] + noteMembers)
  }

  private var noteMembers: [JSON.Member] {
    escapes.planned > 0 ? [] : [JSON.Member("note", .string(Self.noMove))]
  }

  /// Why there is no move, in a sentence.
  private static let noMove =
    "There is no move: it takes two components to merge and a third to split."

  private func json(of reason: Escapes.Reason) -> JSON {
    .object([
      .init("covers", .integer(reason.covering + 1)),
      .init("share", .array(reason.sharing.map { .integer($0 + 1) })),
      .init("groups", .bool(reason.areGroups)),
    ])
  }

  private func members(of move: SplitMergeMove) -> [JSON.Member] {
    [
      .init("merge", .array(move.mergedNumbers.map { .integer($0) })),
      .init("split", .integer(move.splitNumber)),
    ]
  }

  private func json(of attempt: Escapes.Attempt) -> JSON {
    .object(
      members(of: attempt.move) + [
        value(attempt.objective),
        .init("gain", .number(attempt.gain)),
        .init("iterations", .integer(attempt.iterations)),
        .init("status", .string(attempt.statusName)),
        .init(
          "parameters",
          MixtureParameters(
            of: attempt.model, over: from.run.points, observed: from.run.observed
          ).json),
      ] + degeneracyMembers(of: attempt.model)
        + disparityMembers(of: attempt.model, over: from.run.points))
  }

  /// One row a move that reached another θ.
  public var table: TextTable {
    let reached = reached
    return TextTable(
      [
        "merge_1", "merge_2", "split", isSoft ? "log_likelihood" : "distortion", "gain",
        "iterations", "status",
      ], count: reached.count
    ) {
      let attempt = reached[$0]
      return attempt.move.mergedNumbers.map { "\($0)" } + [
        "\(attempt.move.splitNumber)", "\(isSoft ? attempt.objective : -attempt.objective)",
        "\(attempt.gain)", "\(attempt.iterations)", attempt.statusName,
      ]
    }
  }

  /// The report for people: where the run ended, what is wrong there, and the moves.
  public var text: String {
    let head = "\(from.heading)\n\n\(from.ending)\n"
    guard escapes.planned > 0 else {
      return head + Self.noMove + "\n"
    }
    let reached = reached
    let moves = TextTable(
      [
        "merge", "split", isSoft ? "log-likelihood" : "distortion", "gain", "iterations", "status",
      ], count: reached.count
    ) {
      let attempt = reached[$0]
      return [
        attempt.move.mergedNumbers.map { "\($0)" }.joined(separator: "+"),
        "\(attempt.move.splitNumber)",
        isSoft ? attempt.objective.fixed(6) : (-attempt.objective).significant(10),
        escapes.gainText(of: attempt, digits: 4), "\(attempt.iterations)",
        attempt.flaw?.rawValue ?? attempt.words,
      ]
    }
    let lost = collapsed.count
    return head + verdict + "\n\n" + (reached.isEmpty ? "" : moves.flush)
      + (lost == 0 ? "" : "\n\(lost) \(lost == 1 ? "move" : "moves") collapsed.\n")
  }

  private var verdict: String {
    guard let best = escapes.best else { return "No move leads to a better optimum." }
    let gain = best.gain.significant(4) + (isSoft ? " nats" : "")
    return escapes.reason.map { "\($0.sentence): to mend that gains \(gain)." }
      ?? "Several moves lead to equally good optima, which gains \(gain)."
  }
}

extension Escapes.Reason {
  /// What is wrong with the optimum.
  package var sentence: String {
    let (k, a, b) = (covering + 1, sharing[0] + 1, sharing[1] + 1)
    return areGroups
      ? "Component \(k) covers two groups, and \(a) and \(b) share one"
      : "Component \(k) is better as two, and \(a) and \(b) as one"
  }
}

extension Escapes {
  /// What a move gains, 0 where that is no other optimum.
  package func gainText(of attempt: Attempt, digits: Int) -> String {
    guard abs(attempt.gain) > leastGain else { return "0" }
    return (attempt.gain > 0 ? "+" : "") + attempt.gain.significant(digits)
  }
}

extension Escapes.Attempt {
  /// The status in words.
  fileprivate var words: String {
    switch status {
    case .converged: "converged"
    case .running, .iterationLimit: "iteration limit"
    case .collapsed: "collapsed"
    }
  }

  /// The status as one word of the command line's contract.
  var statusName: String {
    switch status {
    case .converged: "converged"
    case .running, .iterationLimit: "iterationLimit"
    case .collapsed: "collapsed"
    }
  }
}
