/// The account L = F + KL of a run, half-step by half-step, with what each did to each term.
///
/// An E-step leaves L alone and raises F by the whole gap; an M-step raises F, and L by at least
/// as much. Under a prior an M-step raises L + log p(θ), and may lower either of them.
package struct Ledger: Hashable, Sendable {
  /// One state, and the half-step that led to it.
  package struct Entry: Hashable, Sendable {
    /// The half-step that led here; `nil` at the start.
    package var halfStep: HalfStep?
    /// The iteration that the half-step belongs to, counted from 1; 0 at the start.
    package var iteration: Int
    /// L in nats, or −J in the hard limit.
    package var objective: Double
    /// F, or `nil` before the first E-step.
    package var bound: Double?
    /// The gap L − F = KL, or `nil` before the first E-step.
    package var gap: Double?
    /// What the half-step added to L; `nil` at the start.
    package var objectiveGain: Double?
    /// What the half-step added to F; `nil` for the first E-step, which makes F.
    package var boundGain: Double?
    /// What the half-step added to L + log p(θ); `nil` at the start and without a prior.
    package var penalizedGain: Double?

    /// What the half-step added to the gap, where both gains are known.
    package var gapChange: Double? {
      objectiveGain.flatMap { gain in boundGain.map { gain - $0 } }
    }
  }

  /// The states, oldest first.
  package let entries: [Entry]

  /// The account of the latest states of a run's past.
  ///
  /// - Parameters:
  ///   - past: The states from the start to the present one.
  ///   - latest: How many of them to tell of at most.
  package init(of past: History<Snapshot>.SubSequence, latest: Int = .max) {
    let shown = past.suffix(max(0, latest))
    entries = shown.indices.map { index in
      let snapshot = past[index]
      let before = index > past.startIndex ? past[index - 1] : nil
      let isExpectation = snapshot.next == .maximization
      return Entry(
        halfStep: before == nil ? nil : isExpectation ? .expectation : .maximization,
        iteration: isExpectation ? snapshot.iteration + 1 : snapshot.iteration,
        objective: snapshot.objective, bound: snapshot.bound, gap: snapshot.gap,
        objectiveGain: before.map { snapshot.objective - $0.objective },
        boundGain: before?.bound.flatMap { old in snapshot.bound.map { $0 - old } },
        penalizedGain: before.flatMap { before in
          snapshot.logPrior == nil ? nil : snapshot.climbed - before.climbed
        })
    }
  }
}
