extension StudentMixture {
  /// The M-step: πₖ = Nₖ / W and, for each component, the weighted maximum of Σₙ qₖₙ log t(xₙ).
  ///
  /// The inner loop repeats
  ///
  ///     uₖₙ = (ν + d) / (ν + δₖₙ²),   μₖ = Σₙ qu x / Σₙ qu,   Σₖ = Σₙ qu (x − μₖ)(x − μₖ)ᵀ / Σₙ qu
  ///
  /// in d dimensions until it rests. Each pass raises the bound, and the place of rest is its only maximum: Kent,
  /// Tyler & Vardi 1994, Communications in Statistics: Simulation 23:441–453. With a floor the
  /// sums are divided by Nₖ, which is slower and climbs under the constraint too. Where points have
  /// weights, qₖₙ stands for wₙ qₖₙ.
  ///
  /// - Throws: ``Collapse`` for the first component that lost its mass or its extent.
  public func maximization(
    over points: PointSet, responsibilities: Responsibilities, safeguard: Safeguard
  ) throws(Collapse) -> StudentMixture {
    var updated: [GaussianComponent] = []
    for k in components.indices {
      let mass = (0..<points.count).reduce(0.0) {
        $0 + points.weight(of: $1) * responsibilities[$1, k]
      }
      if mass == 0, components[k].weight == 0 {
        updated.append(components[k])
        continue
      }
      guard mass >= safeguard.leastMass else {
        throw Collapse(component: k, reason: .noMass)
      }
      var component = components[k]
      let weight = mass / points.totalWeight
      for _ in 0..<Self.innerLimit {
        let sums = weightedSums(of: component, k, over: points, under: responsibilities)
        guard let next = step(from: sums, weight: weight, safeguard: safeguard) else {
          throw Collapse(component: k, reason: .singularCovariance)
        }
        let settled = component.isClose(to: next)
        component = next
        if settled { break }
      }
      updated.append(component)
    }
    return with(components: updated)
  }

  /// The most passes of the inner loop; some dozens suffice.
  static let innerLimit = 500

  /// One step of the inner loop for a component, or `nil` when its covariance is singular.
  func step(
    from sums: ComponentStatistics, weight: Double, safeguard: Safeguard
  ) -> GaussianComponent? {
    let mean = sums.mean
    let divisor = safeguard.varianceFloor == nil ? sums.weight : sums.mass
    return safeguard.admit((1 / divisor) * sums.scatter(about: mean)).flatMap {
      GaussianComponent(weight: weight, mean: mean, covariance: $0)
    }
  }

  /// The sums of a component, each point with its expected precision u.
  func weightedSums(
    of component: GaussianComponent, _ k: Int, over points: PointSet, under q: Responsibilities
  ) -> ComponentStatistics {
    var sums = ComponentStatistics(reference: component.mean)
    for n in 0..<points.count where q[n, k] > 0 {
      let squared = component.squaredMahalanobis(of: points[n])
      sums.add(
        points[n], responsibility: points.weight(of: n) * q[n, k],
        precision: (degreesOfFreedom + Double(dimension)) / (degreesOfFreedom + squared))
    }
    return sums
  }
}

extension GaussianComponent {
  /// Whether mean and covariance agree to rounding, in units of this component's own extent.
  func isClose(to other: GaussianComponent) -> Bool {
    let change = other.covariance + (-1) * covariance
    return squaredMahalanobis(of: other.mean) < 1e-24
      && abs(change.xx) < 1e-12 * covariance.xx && abs(change.yy) < 1e-12 * covariance.yy
      && abs(change.xy) < 1e-12 * (covariance.xx * covariance.yy).squareRoot()
  }
}
