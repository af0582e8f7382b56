import MixtureEngine

/// How far the choice of the start has come, in half-steps: distances, then the draw.
struct SeedingState: ViewState, Equatable {
  /// The start that is being chosen; of any other nothing is chosen yet.
  var start: Identity?
  /// 0 before the first centre, 2k − 1 when centre k was chosen, 2k when the distances to it are known.
  var position = 0
}

/// One moment of choosing a start centre by centre.
struct SeedingMoment {
  /// How the rule came to its centres.
  var trace: SeedingTrace
  /// How far it has come, as in ``SeedingState/position``.
  var position: Int
  /// What stood before the centre that was chosen last, or the one that is next.
  var draw: SeedingTrace.Draw

  /// How many centres are chosen.
  var count: Int { (position + 1) / 2 }
  /// The points that are centres, in the order of their choice.
  var centres: [Int] { Array(trace.rows.prefix(count)) }
  /// The point that was just chosen, if that was the last half-step.
  var latest: Int? { position.isMultiple(of: 2) ? nil : trace.rows[count - 1] }
  /// Where all centres are chosen.
  var end: Int { 2 * trace.rows.count - 1 }
  /// Whether they are.
  var isComplete: Bool { position == end }

  /// What orders the points: D² for the farthest one, otherwise the chance.
  var standings: [Double] {
    trace.method == .farthest ? draw.squaredDistances ?? draw.chances : draw.chances
  }
}

extension AppState {
  /// The moment that is shown, `nil` for starts that are not chosen centre by centre.
  var seedingMoment: SeedingMoment? {
    guard let trace = SeedingTrace(of: session.course.first.recipe, over: data.points) else {
      return nil
    }
    let state = views[SeedingState.self]
    let isOfThis = state.start == session.course.first.identity
    let position = isOfThis ? min(state.position, 2 * trace.rows.count - 1) : 0
    return SeedingMoment(
      trace: trace, position: position,
      draw: trace.draw(after: position / 2))
  }

  /// Why there are no steps, in a sentence.
  var absenceOfSeeding: String {
    let first = session.course.first
    return first.recipe.given == nil
      ? "\(first.recipe.rule.name) doesn't choose centre by centre: Enter takes k-means++."
      : "This start was given, no rule chose it: Enter takes k-means++ with its steps."
  }

  private func choosingStart() throws(Notice) -> SeedingMoment {
    guard let moment = seedingMoment else { throw .idle(absenceOfSeeding) }
    return moment
  }

  private mutating func goInSeeding(to position: Int) {
    views[SeedingState.self] = SeedingState(
      start: session.course.first.identity, position: position)
  }

  /// Chooses the next centre, or does half of that; from the last one on EM begins.
  ///
  /// - Parameter isHalf: Whether it stops at the distances.
  mutating func seedOn(half isHalf: Bool = false) throws(Notice) {
    let moment = try choosingStart()
    guard !moment.isComplete else { return try beginFromSeeding() }
    goInSeeding(to: moment.position + (isHalf || moment.latest == nil ? 1 : 2))
  }

  /// Takes the latest centre back.
  mutating func seedBack() throws(Notice) {
    let moment = try choosingStart()
    guard moment.position > 0 else { throw .idle("No centre is chosen yet: Space chooses one.") }
    goInSeeding(to: max(0, moment.position - (moment.latest == nil ? 1 : 2)))
  }

  /// Shows no centre, or all of them.
  mutating func seedToEnd(_ isEnd: Bool) throws(Notice) {
    let moment = try choosingStart()
    let position = isEnd ? moment.end : 0
    guard position != moment.position else {
      throw .idle(isEnd ? "All centres are chosen: Enter begins EM." : "No centre is chosen yet.")
    }
    goInSeeding(to: position)
  }

  /// Begins the run whose start these centres are, or a start that is chosen centre by centre where
  /// this one isn't.
  mutating func beginFromSeeding() throws(Notice) {
    guard seedingMoment != nil else {
      try session.begin(from: .kMeansPlusPlus)
      notice = .news("the start is that of k-means++ now: Space chooses its first centre")
      return
    }
    guard try choosingStart().isComplete else {
      throw .idle("Not all centres are chosen: Space chooses the next, G all of them.")
    }
    session.rewind()
    try show(.plot)
    notice = .news("EM begins from these centres: e asks which each point is from")
  }

  /// The point that stands next to the inspected one in the order of chances, if there is one.
  ///
  /// - Parameter step: 1 for a likelier point, -1 for an unlikelier one.
  func point(byChance step: Int) -> Int? {
    guard let standings = seedingMoment?.standings else { return nil }
    let present = inspected
    var best: Int?
    for n in standings.indices {
      guard Self.precedes(present, n, in: standings, step) else { continue }
      if best.map({ Self.precedes(n, $0, in: standings, step) }) ?? true { best = n }
    }
    return best
  }

  /// Whether a point comes before another one that way; of equals the lower number is the likelier.
  private static func precedes(_ a: Int, _ b: Int, in standings: [Double], _ step: Int) -> Bool {
    let isLower = (standings[a], -a) < (standings[b], -b)
    return a != b && (step > 0 ? isLower : !isLower)
  }
}
