/// One place where runs end: fits that are the same up to the numbering of their components.
public struct Optimum: Sendable {
  /// θ of the best of the runs.
  public let model: any LatentLabelModel
  /// The objective of the best of the runs: L in nats, or −J in the hard limit.
  public let objective: Double
  /// `.converged` if any of the runs converged, otherwise `.iterationLimit`.
  public let status: Status
  /// The positions of the runs that end here, in rising order.
  package let members: [Int]
  /// The median of the runs' iterations; the mean of the middle two where there are two.
  package let medianIterations: Double
}

/// Outcomes grouped into optima, the best first.
public struct Optima: Sendable {
  /// The optima, best first.
  public let all: [Optimum]
  /// For each outcome the optimum that it belongs to, or `nil` where it collapsed.
  package let membership: [Int?]
  /// How many outcomes collapsed.
  public let collapsedCount: Int

  /// Groups outcomes over the same points; the result depends on the outcomes alone.
  ///
  /// Outcomes are taken from the best to the worst. Each joins the first optimum whose best
  /// member it agrees with, or founds a new one.
  ///
  /// - Complexity: O(*r* · *m* · *k*²) for *r* outcomes, *m* optima of about equal objective and
  ///   *k* components.
  package init(
    grouping outcomes: [Outcome], over points: PointSet,
    tolerance: OptimumTolerance = OptimumTolerance()
  ) {
    let scale = points.startingCovariance
    let order = outcomes.indices.filter { !outcomes[$0].isCollapsed }.sorted {
      (-outcomes[$0].objective, $0) < (-outcomes[$1].objective, $1)
    }
    var groups: [(shapes: [ComponentShape], members: [Int])] = []
    for index in order {
      let shapes = outcomes[index].model.shapes
      // Groups are founded in falling order of L, so only the last ones can be near enough.
      let home = groups.indices.reversed().prefix {
        tolerance.agrees(
          outcomes[groups[$0].members[0]], outcomes[index], totalWeight: points.totalWeight)
      }.last { group in
        groups[group].shapes.count == shapes.count
          && ComponentMatching.exists(count: shapes.count) { a, b in
            tolerance.agrees(groups[group].shapes[a], shapes[b], scale: scale)
          }
      }
      if let home {
        groups[home].members.append(index)
      } else {
        groups.append((shapes, [index]))
      }
    }
    var membership = [Int?](repeating: nil, count: outcomes.count)
    for (number, group) in groups.enumerated() {
      for index in group.members { membership[index] = number }
    }
    self.membership = membership
    all = groups.map { Optimum(members: $0.members, of: outcomes) }
    collapsedCount = outcomes.count - order.count
  }
}

extension Optima {
  /// The places of some optima among all that several groupings over the same points have found
  /// together, best first; what agrees is one.
  ///
  /// - Parameters:
  ///   - groupings: The optima of each grouping, all of models of one kind.
  ///   - points: The data.
  /// - Returns: For each grouping the places of its optima, counted from 0 for the best.
  package static func ranks(of groupings: [[Optimum]], over points: PointSet) -> [[Int]] {
    let outcomes = groupings.joined().map {
      Outcome(model: $0.model, objective: $0.objective, iterations: 0, status: $0.status)
    }
    var ranks = Optima(grouping: outcomes, over: points).membership.map { $0 ?? 0 }[...]
    return groupings.map { grouping in
      defer { ranks = ranks.dropFirst(grouping.count) }
      return Array(ranks.prefix(grouping.count))
    }
  }
}

extension Optimum {
  /// The optimum of the outcomes at these positions, the best first.
  fileprivate init(members: [Int], of outcomes: [Outcome]) {
    let best = outcomes[members[0]]
    model = best.model
    objective = best.objective
    status =
      members.contains { outcomes[$0].status == .converged } ? .converged : .iterationLimit
    self.members = members.sorted()
    medianIterations = .median(of: members.map { outcomes[$0].iterations })
  }

  /// L in nats, or `nil` in the hard limit.
  public var logLikelihood: Double? { model.criterion == .logLikelihood ? objective : nil }

  /// J in squared units of the data, or `nil` for soft models.
  public var distortion: Double? { model.criterion == .distortion ? -objective : nil }
}
