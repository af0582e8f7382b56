import MixtureEngine

/// The runs that the view of the restarts shows, and the ways of some of them where it shows their
/// curves.
struct ShownRuns: BackgroundQuestion {
  /// The runs.
  var plan: RestartPlan
  /// Whether the ways are wanted, too.
  var showsCurves: Bool

  /// What is known of them.
  struct Answer: Sendable {
    /// The runs that are done.
    var restarts: Restarts
    /// The ways of some of them, once all runs are done.
    var traces: RunTraces?
  }

  /// The most curves that are drawn.
  static let mostCurves = 100

  func answer(
    knowing known: Answer?, only positions: Set<Int>?, progress: (Answer) -> Void
  ) async -> Answer {
    let restarts = await plan.run(keeping: known?.restarts, only: positions) {
      progress(Answer(restarts: $0, traces: known?.traces))
    }
    guard showsCurves, restarts.isComplete else {
      return Answer(restarts: restarts, traces: known?.traces)
    }
    // The ways are numbered after the runs.
    let first = plan.runCount
    let wanted = positions.map { Set($0.filter { $0 >= first }.map { $0 - first }) }
    let traces = await plan.traces(
      of: restarts.examples(most: Self.mostCurves), keeping: known?.traces, only: wanted
    ) { progress(Answer(restarts: restarts, traces: $0)) }
    return Answer(restarts: restarts, traces: traces)
  }

  func positions(in answer: Answer) -> [Int] {
    plan.positions(in: answer.restarts)
      + (answer.traces?.positions ?? []).map { plan.runCount + $0 }
  }

  func isComplete(_ answer: Answer) -> Bool {
    answer.restarts.runs.count >= plan.runCount
      && (!showsCurves || answer.traces?.isComplete ?? false)
  }

  /// Runs that were done stay where only their number is another.
  func keeps(_ answer: Answer, to earlier: ShownRuns) -> Answer? {
    var known = earlier.plan
    known.count = plan.count
    guard known == plan else { return nil }
    return Answer(
      restarts: answer.restarts, traces: earlier.plan.count == plan.count ? answer.traces : nil)
  }
}
