extension StudentMixture {
  /// The M-step from what the E-step gave: by fused passes where it was one, else from the table.
  public func maximization(
    over points: PointSet, from expectation: Expectation, safeguard: Safeguard
  ) throws(Collapse) -> StudentMixture {
    let fast = try fastMaximization(
      over: points, from: expectation, safeguard: safeguard, options: PassOptions())
    if let fast { return fast }
    return try maximization(
      over: points, responsibilities: expectation.responsibilities(over: points),
      safeguard: safeguard)
  }

  /// The inner loops of all components side by side: each pass over the points makes q again and serves
  /// those that have not come to rest.
  ///
  /// - Returns: `nil` when the E-step was no fused pass, or a pass has no answer.
  /// - Throws: ``Collapse`` for the first component that lost its mass or its extent.
  @_spi(Benchmarks) public func fastMaximization(
    over points: PointSet, from expectation: Expectation, safeguard: Safeguard,
    options: PassOptions
  ) throws(Collapse) -> StudentMixture? {
    guard case .precisions(let sums, let origin) = expectation.posterior else { return nil }
    guard origin.componentCount == componentCount else { return nil }
    var loops = components.indices.map { k in
      PrecisionLoop(
        from: components[k], mass: sums[k].mass, totalWeight: points.totalWeight,
        safeguard: safeguard)
    }
    // The first pass would find the E-step's sums again.
    var known = origin == self ? sums : nil
    for _ in 0..<Self.innerLimit {
      let open = loops.indices.filter { loops[$0].isOpen }
      if open.isEmpty { break }
      let sums =
        known.map { known in open.map { known[$0] } }
        ?? origin.precisionSums(
          at: open.map { loops[$0].place }, of: open, over: points, options: options)
      known = nil
      guard let sums else { return nil }
      for (k, sums) in zip(open, sums) {
        loops[k].advance(by: sums, of: self, safeguard: safeguard)
      }
    }
    for (k, loop) in loops.enumerated() {
      if let reason = loop.collapse { throw Collapse(component: k, reason: reason) }
    }
    return with(components: loops.map(\.place))
  }
}

/// One component's way through the inner loop of the M-step.
///
/// The plain step climbs from wherever it is to the only maximum. Newton's step is taken where it is
/// short; it counts only if it leaves half of what the plain step changes at most, or else the loop
/// goes on from where the plain step led. So there are few that count, and after the last of them
/// the plain loop alone.
private struct PrecisionLoop {
  /// Where it is.
  private(set) var place: GaussianComponent
  /// Whether it has yet to come to rest.
  private(set) var isOpen = true
  /// What became of it, where it can't go on.
  private(set) var collapse: Collapse.Reason?
  /// Where the plain step led, while it is to be seen what Newton's came to.
  private var retreat: GaussianComponent?
  /// The least that the plain step changed where Newton's was tried.
  private var least = Double.infinity

  /// Newton's steps are taken up to this length, in deviations.
  private static let trusted = 0.5
  /// After a step so short the rest is its square, a rounding.
  private static let last = 1e-6

  init(
    from component: GaussianComponent, mass: Double, totalWeight: Double, safeguard: Safeguard
  ) {
    place = component
    if mass == 0, component.weight == 0 {
      isOpen = false
    } else if mass < safeguard.leastMass {
      fail(.noMass)
    } else if let weighted = GaussianComponent(
      weight: mass / totalWeight, mean: component.mean, covariance: component.covariance)
    {
      place = weighted
    }
  }

  /// One step, from the sums at the place.
  mutating func advance(by sums: PrecisionSums, of mixture: StudentMixture, safeguard: Safeguard) {
    let plain = mixture.step(
      from: sums.statistics(about: place), weight: place.weight, safeguard: safeguard)
    // Under a floor the plain step is another one, whose maximum may lie where no derivative vanishes.
    guard safeguard.varianceFloor == nil else { return goOn(to: plain) }
    let newton = sums.newtonStep(
      freedom: mixture.degreesOfFreedom + Double(mixture.dimension),
      isUnivariate: mixture.dimension == 1)
    if let plain = retreat {
      retreat = nil
      guard newton.residual <= least / 2 else {
        place = plain
        return
      }
    }
    guard newton.size <= Self.trusted, let next = newton.moved(place, safeguard: safeguard) else {
      return goOn(to: plain)
    }
    if newton.size < Self.last {
      place = next
      isOpen = false
    } else {
      least = min(least, newton.residual)
      retreat = plain
      place = next
    }
  }

  /// The plain step, or the collapse where there is none.
  private mutating func goOn(to plain: GaussianComponent?) {
    guard let plain else { return fail(.singularCovariance) }
    isOpen = !place.isClose(to: plain)
    place = plain
  }

  private mutating func fail(_ reason: Collapse.Reason) {
    collapse = reason
    isOpen = false
  }
}
