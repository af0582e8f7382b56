extension ExplorableModel {
  package func slopes(under step: MaximizationStep) -> [SlopesHere] { [] }
}

extension GaussianMixture {
  package func slopes(under step: MaximizationStep) -> [SlopesHere] {
    slopes(
      from: statistics(over: step.points, under: step.expectation), under: step.prior,
      measuredBy: step.points.standardization)
  }

  /// The slopes from each component's sums.
  func slopes(
    from sums: [ComponentStatistics], under prior: Prior?,
    measuredBy standardization: Standardization
  ) -> [SlopesHere] {
    var groups: [SlopesHere] = []
    var pooled = Covariance2(xx: 0, xy: 0, yy: 0)
    let base = prior?.scale(under: structure) ?? pooled
    func count(_ mass: Double, of components: Int) -> Double {
      if let prior { return structure.divisor(under: prior, mass: mass, count: components) }
      switch structure {
      case .full, .tied, .diagonal, .univariate: return mass
      case .spherical, .sharedSpherical, .fixedSpherical: return 2 * mass
      }
    }
    for (k, (component, sums)) in zip(components, sums).enumerated() {
      var group = SlopesHere(component: k)
      group.addMean(of: component, sums, under: prior, onLine: structure.isUnivariate)
      var scatter = sums.scatter(about: component.mean)
      if let prior { scatter = scatter + prior.pull(on: component.mean) }
      pooled = pooled + scatter
      if !structure.isShared {
        group.addCovariance(
          component.covariance, base + scatter, count: count(sums.mass, of: 1), structure,
          measuredBy: standardization)
      }
      groups.append(group)
    }
    guard structure.isShared, let first = components.first else { return groups }
    var shared = SlopesHere(component: nil)
    shared.addCovariance(
      first.covariance, base + pooled,
      count: count(sums.prefix(componentCount).reduce(0) { $0 + $1.mass }, of: componentCount),
      structure, measuredBy: standardization)
    return groups + [shared]
  }
}

extension NoisyMixture {
  package func slopes(under step: MaximizationStep) -> [SlopesHere] {
    let sums = statistics(over: step.points, under: step.expectation)
    var groups = gaussians.slopes(
      from: Array(sums.dropLast()), under: nil, measuredBy: step.points.standardization)
    groups.insert(SlopesHere(component: noiseLabel), at: min(noiseLabel, groups.count))
    return groups
  }
}

extension StudentMixture {
  /// With the expected precisions u at the very θ, as the density has them.
  package func slopes(under step: MaximizationStep) -> [SlopesHere] {
    let q = step.expectation.responsibilities(over: step.points)
    return components.enumerated().map { k, component in
      let sums = weightedSums(of: component, k, over: step.points, under: q)
      var group = SlopesHere(component: k)
      let isUnivariate = dimension == 1
      group.addMean(of: component, sums, onLine: isUnivariate)
      group.addCovariance(
        component.covariance, sums.scatter(about: component.mean), count: sums.mass,
        isUnivariate ? .univariate(.full) : .full)
      return group
    }
  }
}

extension KMeans {
  /// Of −J, along each coordinate of a centre.
  package func slopes(under step: MaximizationStep) -> [SlopesHere] {
    zip(centres, statistics(over: step.points, under: step.expectation)).enumerated().map {
      k, pair in
      let r = pair.1.residuals(about: pair.0)
      var group = SlopesHere(component: k)
      func slope(_ residual: Slope, _ scale: Double) -> Slope {
        let factor = 2 / (scale * scale)
        return Slope(value: factor * residual.value, rounding: factor * residual.rounding)
      }
      group.add(.residualX, r.x)
      if dimension == 2 { group.add(.residualY, r.y) }
      group.add(.meanX, slope(r.x, standardization.scale.x))
      if dimension == 2 { group.add(.meanY, slope(r.y, standardization.scale.y)) }
      return group
    }
  }
}

extension CoinMixture {
  /// Along the expected heads μₖ = m θₖ of each coin: Σₙ qₖₙ (xₙ − μₖ) / (m θₖ (1 − θₖ)).
  package func slopes(under step: MaximizationStep) -> [SlopesHere] {
    let sums = statistics(over: step.points, under: step.expectation)
    return zip(headProbabilities, sums).enumerated().map { k, pair in
      let (θ, m) = (pair.0, Double(tosses))
      let residual = pair.1.residuals(about: Point(x: m * θ, y: 0)).x
      let variance = m * θ * (1 - θ)
      var group = SlopesHere(component: k)
      group.add(.residualX, residual)
      // A coin that is certain stands at the edge, where no slope has to be 0.
      guard variance > 0 else { return group }
      group.add(
        .meanX,
        Slope(value: residual.value / variance, rounding: residual.rounding / variance))
      return group
    }
  }
}

extension LineMixture {
  package func slopes(under step: MaximizationStep) -> [SlopesHere] {
    zip(lines, statistics(over: step.points, under: step.expectation)).enumerated().map { k, pair in
      let (line, sums) = pair
      let r = sums.residuals(about: line.centre)
      let s = sums.scatter(about: line.centre)
      let own = sums.about(line.centre, slope: line.slope)
      let (b, variance) = (line.slope, line.deviation * line.deviation)
      let squares = own.second.yy
      let residual = Slope(value: own.sumY, rounding: r.y.rounding + abs(b) * r.x.rounding)
      let moment = Slope(
        value: own.second.xy,
        rounding: Slope.tolerance
          * (max(0, s.xx).squareRoot() * max(0, s.yy).squareRoot() + abs(b) * s.xx))
      var group = SlopesHere(component: k)
      group.add(.residual, residual)
      group.add(.moment, moment)
      group.add(
        .height, Slope(value: residual.value / variance, rounding: residual.rounding / variance))
      group.add(
        .steepness, Slope(value: moment.value / variance, rounding: moment.rounding / variance))
      group.add(
        .noisePrecision,
        Slope(
          value: (sums.mass * variance - squares) / 2,
          rounding: Slope.tolerance * (sums.mass * variance + abs(squares))
            + 1e-14 * (s.yy + b * b * s.xx)))
      return group
    }
  }
}
