extension MaximizationStep {
  /// The arithmetic of Gaussians under a structure, from their shapes before and after.
  ///
  /// Under a prior, sums and divisors are with what it adds to them.
  func gaussianArithmetic(
    of count: Int, _ structure: CovarianceStructure, from sums: [ComponentStatistics]
  ) -> [UpdateGroup] {
    if let prior { return arithmetic(of: count, structure, from: sums, under: prior) }
    let total = points.totalWeight
    let (before, after) = (origin.shapes, target.shapes)
    var groups: [UpdateGroup] = []
    var pooled = Covariance2(xx: 0, xy: 0, yy: 0)
    for k in 0..<count {
      guard case .ellipse(let old) = before[k].outline, case .ellipse(let new) = after[k].outline
      else { continue }
      let sum = sums[k]
      let scatter = sum.scatter(about: after[k].centre)
      pooled = pooled + scatter
      var rows = sum.meanRows(from: before[k].centre, to: after[k].centre)
      if !structure.holdsWeights {
        rows.insert(
          sum.weightRow(from: before[k].weight, to: after[k].weight, total: total), at: 0)
      }
      switch structure {
      case .full: rows += scatter.rows(from: old, to: new, dividedBy: .mass, sum.mass)
      case .diagonal:
        rows += scatter.rows(
          from: old, to: new, dividedBy: .mass, sum.mass, hasCorrelation: false)
      case .spherical:
        rows.append(
          scatter.roundRow(
            by: points.standardization, from: old, to: new, dividedBy: .twiceMass, 2 * sum.mass))
      case .fixedSpherical:
        rows.insert(UpdateRow(name: .mass, sum: sum.mass), at: 0)
      case .univariate(.full):
        rows += scatter.rows(from: old, to: new, dividedBy: .mass, sum.mass)
      case .univariate(.fixedSpherical):
        rows.insert(UpdateRow(name: .mass, sum: sum.mass), at: 0)
      case .tied, .sharedSpherical, .univariate: break
      }
      groups.append(UpdateGroup(component: k, rows: rows))
    }
    guard count > 0, case .ellipse(let old) = before[0].outline,
      case .ellipse(let new) = after[0].outline
    else { return groups }
    let counted = sums.prefix(count).reduce(0) { $0 + $1.mass }
    switch structure {
    case .tied:
      groups.append(
        UpdateGroup(
          component: nil, rows: pooled.rows(from: old, to: new, dividedBy: .total, counted)))
    case .sharedSpherical:
      groups.append(
        UpdateGroup(
          component: nil,
          rows: [
            pooled.roundRow(
              by: points.standardization, from: old, to: new, dividedBy: .twiceTotal, 2 * counted)
          ]))
    case .univariate(.tied):
      groups.append(
        UpdateGroup(
          component: nil,
          rows: pooled.rows(from: old, to: new, dividedBy: .total, counted)))
    case .full, .diagonal, .spherical, .fixedSpherical, .univariate: break
    }
    return groups
  }
}

extension ExplorableModel {
  package func arithmetic(to target: Self, of step: MaximizationStep) -> [UpdateGroup] {
    step.plainArithmetic
  }
}

extension GaussianMixture {
  package func arithmetic(to target: Self, of step: MaximizationStep) -> [UpdateGroup] {
    step.gaussianArithmetic(
      of: componentCount, structure, from: statistics(over: step.points, under: step.expectation))
  }
}

extension NoisyMixture {
  package func arithmetic(to target: Self, of step: MaximizationStep) -> [UpdateGroup] {
    let sums = statistics(over: step.points, under: step.expectation)
    var groups = step.gaussianArithmetic(
      of: gaussians.componentCount, gaussians.structure, from: sums)
    let noise = sums[noiseLabel].weightRow(
      from: noiseWeight, to: target.noiseWeight, total: step.points.totalWeight)
    groups.insert(
      UpdateGroup(component: noiseLabel, rows: [noise]), at: min(noiseLabel, groups.count))
    return groups
  }
}

extension KMeans {
  package func arithmetic(to target: Self, of step: MaximizationStep) -> [UpdateGroup] {
    statistics(over: step.points, under: step.expectation).enumerated().map { k, sums in
      UpdateGroup(
        component: k,
        rows: [UpdateRow(name: .mass, sum: sums.mass)]
          + sums.meanRows(from: centres[k], to: target.centres[k]))
    }
  }
}

extension LineMixture {
  package func arithmetic(to target: Self, of step: MaximizationStep) -> [UpdateGroup] {
    statistics(over: step.points, under: step.expectation).enumerated().map { k, sums in
      let (old, new) = (lines[k], target.lines[k])
      let s = sums.scatter(about: new.centre)
      let residual = sums.about(new.centre, slope: new.slope).second.yy
      return UpdateGroup(
        component: k,
        rows: [
          sums.weightRow(from: old.weight, to: new.weight, total: step.points.totalWeight)
        ]
          + sums.meanRows(
            from: old.centre, to: new.centre, names: (.middleX, .middleY)) + [
            UpdateRow(name: .spread, sum: s.xx),
            UpdateRow(
              name: .slope, sum: s.xy, divisor: .spread, divisorValue: s.xx, before: old.slope,
              after: new.slope),
            UpdateRow(
              name: .noise, sum: residual, divisor: .mass, divisorValue: sums.mass,
              before: old.deviation * old.deviation, after: new.deviation * new.deviation),
          ])
    }
  }
}

extension StudentMixture {
  /// The last pass of the inner loop, which divides by Uₖ, or under a floor by Nₖ.
  package func arithmetic(to target: Self, of step: MaximizationStep) -> [UpdateGroup] {
    let q = step.expectation.responsibilities(over: step.points)
    return components.indices.map { k in
      let (old, new) = (components[k], target.components[k])
      let sums = target.weightedSums(of: new, k, over: step.points, under: q)
      let scatter = sums.scatter(about: new.mean)
      func miss(_ divisor: Double) -> Double { abs(scatter.xx / divisor - new.covariance.xx) }
      // Without a floor both are the same at the place of rest.
      let isFloored =
        abs(sums.mass - sums.weight) > 1e-6 * sums.mass && miss(sums.mass) < miss(sums.weight)
      return UpdateGroup(
        component: k,
        rows: [
          sums.weightRow(from: old.weight, to: new.weight, total: step.points.totalWeight),
          UpdateRow(name: .precision, sum: sums.weight),
        ] + sums.meanRows(from: old.mean, to: new.mean, dividedBy: .precision)
          + scatter.rows(
            from: old.covariance, to: new.covariance,
            dividedBy: isFloored ? .mass : .precision, isFloored ? sums.mass : sums.weight))
    }
  }
}
