/// Whether a run is stuck or slow, kept up as it goes on at a fixed cost for each iteration.
///
/// It tells of any state on the way what ``Run/plateaus`` and ``Run/otherStops`` tell there.
package struct RunWatch: Sendable {
  private let totalWeight: Double
  private var gains = GainWatch()
  private var lately: (earlier: Double, last: Double) = (.nan, .nan)
  /// How many gains in a row have grown up to each iteration.
  private var rises: History<Int> = []
  /// Where each rule has stopped, by its place in ``OtherRule/all``.
  private var endings: [Int: (iteration: Int, objective: Double, ending: OtherRule.Ending)] = [:]

  /// A watch of a run over points of a total weight, before its start.
  package init(totalWeight: Double) {
    self.totalWeight = totalWeight
  }

  /// Takes in L at the start, or after one more iteration.
  package mutating func add(_ objective: Double) {
    let t = rises.count
    rises.append(gains.add(objective))
    let earlier = t > 1 ? lately.earlier : lately.last
    for (number, rule) in OtherRule.all.enumerated() where t > 0 && endings[number] == nil {
      endings[number] = rule.ending(
        after: t, earlier, lately.last, objective, totalWeight: totalWeight
      ).map { (t, objective, $0) }
    }
    lately = (lately.last, objective)
  }

  /// How many gains in a row have grown up to an iteration, where a plateau lasts there.
  package func growingGains(at iteration: Int) -> Int? {
    guard rises.indices.contains(iteration), rises[iteration] >= Plateau.row else { return nil }
    return rises[iteration]
  }

  /// Where the other rules have stopped up to an iteration.
  ///
  /// - Parameters:
  ///   - iteration: The iteration.
  ///   - objective: L there.
  package func stops(upTo iteration: Int, objective: Double) -> [OtherStop] {
    OtherRule.all.enumerated().compactMap { number, rule in
      guard let stop = endings[number], stop.iteration <= iteration else { return nil }
      return OtherStop(
        rule: rule, iteration: stop.iteration, missing: objective - stop.objective,
        isLimit: stop.ending == .limit)
    }
  }
}
