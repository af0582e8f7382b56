import RealModule

/// A mixture of coins: each point counts the heads of some tosses of one coin, and which is hidden.
///
///     p(x, z = k) = πₖ θₖ^x (1 − θₖ)^(m − x)
///
/// for the tosses in their order, so without a binomial coefficient. The weights are equal and held.
/// Do & Batzoglou 2008, Nature Biotechnology 26:897–899.
public struct CoinMixture: Hashable, Sendable {
  /// θₖ, the probability of heads of each coin.
  public let headProbabilities: [Double]
  /// m, how often a coin is tossed for each point.
  public let tosses: Int

  /// Coins with given probabilities of heads.
  ///
  /// - Throws: ``InvalidInput`` unless there are 1 to 255 coins with probabilities, and tosses.
  public init(validating headProbabilities: [Double], tosses: Int) throws(InvalidInput) {
    guard (1...255).contains(headProbabilities.count) else {
      throw InvalidInput("there are 1 to 255 coins, not \(headProbabilities.count).")
    }
    for (k, θ) in headProbabilities.enumerated() where !(0...1).contains(θ) {
      throw InvalidInput(
        "headProbabilities[\(k)] is \(θ); a probability is a number from 0 to 1.")
    }
    guard tosses > 0 else { throw InvalidInput("a number of tosses is 1 or more, not \(tosses).") }
    self.init(headProbabilities: headProbabilities, tosses: tosses)
  }

  private init(headProbabilities: [Double], tosses: Int) {
    self.headProbabilities = headProbabilities
    self.tosses = tosses
  }

  /// log πₖ, the same for all.
  private var logWeight: Double { -.log(Double(componentCount)) }

  /// x log θ, which is 0 where a coin has neither that side nor a toss of it.
  private static func log(_ θ: Double, times x: Double) -> Double { x == 0 ? 0 : x * .log(θ) }
}

extension CoinMixture: MomentModel {
  /// Coins whose expected heads are the start's means.
  ///
  /// A mean at the very edge is moved inside, so that no coin is certain before it was tossed.
  ///
  /// - Throws: ``Collapse`` where no number of tosses is stated.
  public init(
    from start: GaussianMixture, over points: PointSet, observed: ObservedLabels?
  ) throws(Collapse) {
    guard let tosses = points.tosses else { throw Collapse(component: 0, reason: .noMass) }
    self.init(
      headProbabilities: start.components.map {
        min(max($0.mean.x / Double(tosses), 0.01), 0.99)
      }, tosses: tosses)
  }

  /// K.
  public var componentCount: Int { headProbabilities.count }

  /// log πₖ + x log θₖ + (m − x) log (1 − θₖ).
  public func logJoint(of point: Point, label k: Int) -> Double {
    let m = Double(tosses)
    guard (0...m).contains(point.x) else { return -.infinity }
    let θ = headProbabilities[k]
    return logWeight + Self.log(θ, times: point.x) + Self.log(1 - θ, times: m - point.x)
  }

  /// θₖ = Σₙ qₖₙ xₙ / m Nₖ: the expected heads of a coin, divided by its expected tosses.
  ///
  /// - Throws: ``Collapse`` for the first coin that no point is left to.
  public func maximization(
    from statistics: [ComponentStatistics], safeguard: Safeguard
  ) throws(Collapse) -> CoinMixture {
    var updated: [Double] = []
    for (k, sums) in statistics.enumerated() {
      guard sums.mass >= safeguard.leastMass else {
        throw Collapse(component: k, reason: .noMass)
      }
      updated.append(min(max(sums.mean.x / Double(tosses), 0), 1))
    }
    return CoinMixture(headProbabilities: updated, tosses: tosses)
  }

  /// The logarithm is linear in x, so the points of a coin may be replaced by their mean.
  public func expectedLogJoint(from statistics: [ComponentStatistics]) -> Double {
    statistics.indices.reduce(0) { sum, k in
      let sums = statistics[k]
      guard sums.mass > 0 else { return sum }
      let heads = min(max(sums.mean.x, 0), Double(tosses))
      return sum + sums.mass * logJoint(of: Point(x: heads, y: 0), label: k)
    }
  }

  /// One probability each; the weights are held.
  public var freeParameterCount: Int { componentCount }

  /// Equal weights, expected heads m θₖ and the binomial variance m θₖ (1 − θₖ).
  public var shapes: [ComponentShape] {
    let m = Double(tosses)
    return headProbabilities.map {
      ComponentShape(
        weight: 1 / Double(componentCount), centre: Point(x: m * $0, y: 0),
        outline: .ellipse(.univariate(m * $0 * (1 - $0))))
    }
  }
}

extension CoinMixture: ExplorableModel {
  package var holdsWeights: Bool { true }

  /// log of the number of ways to throw x heads, with which the curves of the coins are those of the
  /// binomial distribution; −∞ beyond the tosses.
  package func logCarrier(at point: Point) -> Double {
    let m = Double(tosses)
    guard (0...m).contains(point.x) else { return -.infinity }
    return .logGamma(m + 1) - .logGamma(point.x + 1) - .logGamma(m - point.x + 1)
  }

  /// A mean is the expected heads.
  package func placing(_ k: Int, at place: Point) -> CoinMixture? {
    let m = Double(tosses)
    guard (0...m).contains(place.x) else { return nil }
    var moved = headProbabilities
    moved[k] = place.x / m
    return CoinMixture(headProbabilities: moved, tosses: tosses)
  }

  /// Linear in the probabilities.
  package func interpolated(to other: CoinMixture, at s: Double) -> CoinMixture? {
    guard other.tosses == tosses, other.componentCount == componentCount else { return nil }
    let between = zip(headProbabilities, other.headProbabilities).map { (1 - s) * $0 + s * $1 }
    guard between.allSatisfy({ (0...1).contains($0) }) else { return nil }
    return CoinMixture(headProbabilities: between, tosses: tosses)
  }

  /// Each probability.
  package var blocks: [ParameterBlock] { headProbabilities.indices.map { .mean($0) } }

  package func taking(_ block: ParameterBlock, from other: CoinMixture) -> CoinMixture? {
    guard case .mean(let k) = block, other.componentCount == componentCount else { return nil }
    var moved = headProbabilities
    moved[k] = other.headProbabilities[k]
    return CoinMixture(headProbabilities: moved, tosses: tosses)
  }

  /// The expected heads of each coin, among its expected share of the points.
  package func arithmetic(to target: Self, of step: MaximizationStep) -> [UpdateGroup] {
    statistics(over: step.points, under: step.expectation).enumerated().map { k, sums in
      UpdateGroup(
        component: k,
        rows: [UpdateRow(name: .mass, sum: sums.mass)]
          + sums.meanRows(from: shapes[k].centre, to: target.shapes[k].centre))
    }
  }
}

extension ModelKind {
  /// EM for coins of unknown bias, for heads out of a stated number of tosses.
  public static let coins = ModelKind(
    CoinMixture.self, name: "coins",
    summary: "coins of unknown bias, for heads out of a stated number of tosses", settings: [])
}
