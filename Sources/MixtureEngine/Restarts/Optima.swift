/// One place where runs end: fits that are the same up to the numbering of their components.
public struct Optimum: Sendable {
  /// θ of the best of the runs.
  public let model: any LatentLabelModel
  /// The objective of the best of the runs: L in nats, or −J in the hard limit.
  public let objective: Double
  /// log p(θ) in nats, or `nil` without a prior.
  public let logPrior: Double?
  /// `.converged` if any of the runs converged, otherwise `.iterationLimit`.
  public let status: Status
  /// What is wrong with the fit, if anything is.
  package let flaw: Flaw?
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
  /// Under a prior the best is the one of the greatest L + log p(θ), which is what runs climb.
  /// Outcomes are taken from the best to the worst. Each joins the first optimum whose best
  /// member it agrees with, or founds a new one.
  ///
  /// - Complexity: O(*r* · *m* · *k*²) for *r* outcomes, *m* optima of about equal objective and
  ///   *k* components.
  package init(
    grouping outcomes: [Outcome], over points: PointSet,
    tolerance: OptimumTolerance = OptimumTolerance()
  ) {
    let order = outcomes.indices.filter { !outcomes[$0].isCollapsed }.sorted {
      (-outcomes[$0].climbed, $0) < (-outcomes[$1].climbed, $1)
    }
    let (weight, scale) = (points.totalWeight, points.startingCovariance)
    var groups: [[Int]] = []
    for index in order {
      // Groups are founded in falling order of L, so only the last ones can be near enough.
      let home = groups.indices.reversed().prefix {
        tolerance.agrees(
          outcomes[groups[$0][0]], outcomes[index], totalWeight: weight)
      }.last {
        tolerance.areOne(
          outcomes[groups[$0][0]], outcomes[index], totalWeight: weight, scale: scale)
      }
      if let home {
        groups[home].append(index)
      } else {
        groups.append([index])
      }
    }
    var membership = [Int?](repeating: nil, count: outcomes.count)
    for (number, group) in groups.enumerated() {
      for index in group { membership[index] = number }
    }
    self.membership = membership
    all = groups.map { Optimum(members: $0, of: outcomes, over: points) }
    collapsedCount = outcomes.count - order.count
  }
}

extension Optima {
  /// The places of some optima among all that several groupings over the same points have found
  /// together: optima of two groupings that agree are one, those of one grouping stay apart.
  ///
  /// - Parameters:
  ///   - groupings: The optima of each grouping, best first, all of models of one kind.
  ///   - known: Optima that have the first places already.
  ///   - points: The data.
  /// - Returns: For each grouping the places of its optima, counted from 0: those of the known ones,
  ///   then the others, best first.
  package static func places(
    of groupings: [[Optimum]], after known: [Optimum] = [], over points: PointSet,
    tolerance: OptimumTolerance = OptimumTolerance()
  ) -> [[Int]] {
    let (weight, scale) = (points.totalWeight, points.startingCovariance)
    func outcome(_ optimum: Optimum) -> Outcome {
      Outcome(
        model: optimum.model, objective: optimum.objective, iterations: 0, status: optimum.status,
        logPrior: optimum.logPrior)
    }
    var found: [(outcome: Outcome, members: [(grouping: Int, number: Int)])] =
      known.map { (outcome($0), []) }
    for (grouping, optima) in groupings.enumerated() {
      for (number, optimum) in optima.enumerated() {
        let outcome = outcome(optimum)
        let home = found.firstIndex {
          $0.members.last?.grouping != grouping
            && tolerance.areOne($0.outcome, outcome, totalWeight: weight, scale: scale)
        }
        if let home {
          found[home].members.append((grouping, number))
        } else {
          found.append((outcome, [(grouping, number)]))
        }
      }
    }
    let others = found.indices.dropFirst(known.count).sorted {
      (-found[$0].outcome.climbed, $0) < (-found[$1].outcome.climbed, $1)
    }
    var places = groupings.map { [Int](repeating: 0, count: $0.count) }
    for (place, index) in (Array(known.indices) + others).enumerated() {
      for member in found[index].members { places[member.grouping][member.number] = place }
    }
    return places
  }
}

extension Optimum {
  /// The optimum of the outcomes at these positions, the best first.
  fileprivate init(members: [Int], of outcomes: [Outcome], over points: PointSet) {
    let best = outcomes[members[0]]
    model = best.model
    objective = best.objective
    logPrior = best.logPrior
    flaw = Self.flaw(of: best.model, over: points)
    status =
      members.contains { outcomes[$0].status == .converged } ? .converged : .iterationLimit
    self.members = members.sorted()
    medianIterations = .median(of: members.map { outcomes[$0].iterations })
  }

  /// What the runs climbed: the objective, with log p(θ) where there is a prior.
  package var climbed: Double { objective + (logPrior ?? 0) }

  /// L in nats, or `nil` in the hard limit.
  public var logLikelihood: Double? { model.criterion == .logLikelihood ? objective : nil }

  /// J in squared units of the data, or `nil` for soft models.
  public var distortion: Double? { model.criterion == .distortion ? -objective : nil }
}
