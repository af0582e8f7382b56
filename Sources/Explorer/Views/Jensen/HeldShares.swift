import MixtureEngine

/// q of one point while it is held in hand: it springs back with the next point or step.
struct HeldShares: Equatable, Sendable {
  /// The point, counted from 0.
  var point: Int
  /// The stage of the run.
  var stage: Identity
  /// Where in the run.
  var cursor: Int
  /// The component whose share the keys change, counted from 0.
  var component: Int
  /// Its share, or `nil` for that of the run's q.
  var share: Double?

  /// How much of q one key moves.
  static let stride = 0.05
}

extension AppState {
  /// q in hand, while its point and its state of the run are on screen.
  var heldShares: HeldShares? {
    guard let held = views[JensenState.self].held, held.point == inspected,
      held.stage == session.course.last.identity, held.cursor == run.cursor,
      held.component < run.model.componentCount
    else { return nil }
    return held
  }

  /// The terms of the point under the q in hand, `nil` where q is as the run has it.
  var pulledTerms: JensenTerms? {
    guard let held = heldShares, let share = held.share else { return nil }
    return jensenTerms(of: held.point)?.pulling(held.component, to: share)
  }

  /// Takes q in hand, or lets it spring back.
  mutating func toggleHand() throws(Notice) {
    if heldShares != nil { return try springBack() }
    let n = inspected
    guard let terms = jensenTerms(of: n) else { throw .idle(absenceOfQ) }
    guard terms.rows.count > 1 else {
      throw .idle("With one component q is 1, and there is no other q: + adds one.")
    }
    if let label = run.observed?[n] {
      throw .refusal("EM was told the label of this point: q is 1 for \(Marks.name(label)).")
    }
    let most = terms.rows.max { $0.responsibility < $1.responsibility }
    views[JensenState.self].held = HeldShares(
      point: n, stage: session.course.last.identity, cursor: run.cursor,
      component: most?.component ?? 0)
  }

  /// Lets q spring back to where the run has it.
  mutating func springBack() throws(Notice) {
    guard heldShares != nil else {
      throw .idle("q is as the run has it; a takes it in hand.")
    }
    views[JensenState.self].held = nil
    notice = .news("q has sprung back to where the run has it")
  }

  /// The share that a pull leads to, `nil` where it goes no farther.
  func share(after step: Int) -> Double? {
    guard let held = heldShares, let terms = jensenTerms(of: held.point) else { return nil }
    let share = held.share ?? terms.rows[held.component].responsibility
    let pulled = min(max(0, share + Double(step) * HeldShares.stride), 1)
    return pulled == share ? nil : pulled
  }

  /// Gives the component in hand more of the point, or less.
  mutating func pull(by step: Int) throws(Notice) {
    guard let share = share(after: step) else {
      throw .idle("q goes from 0 to 1, and no farther.")
    }
    views[JensenState.self].held?.share = share
  }

  /// Takes the share of another component in hand; what was pulled springs back.
  mutating func holdShare(next step: Int) throws(Notice) {
    guard let held = heldShares else { return }
    let count = run.model.componentCount
    views[JensenState.self].held?.component = (held.component + step + count) % count
    views[JensenState.self].held?.share = nil
  }
}
