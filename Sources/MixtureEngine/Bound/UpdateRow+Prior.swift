extension MaximizationStep {
  /// The arithmetic of Gaussians under a structure and a prior: μₖ from Σₙ wₙ qₖₙ xₙ + κ μ_P over Nₖ + κ,
  /// Σₖ from the scatter with Λ and the pull's part over what the prior makes of Nₖ.
  func arithmetic(
    of count: Int, _ structure: CovarianceStructure, from sums: [ComponentStatistics],
    under prior: Prior
  ) -> [UpdateGroup] {
    let (before, after) = (origin.shapes, target.shapes)
    var groups: [UpdateGroup] = []
    var pooled = Covariance2(xx: 0, xy: 0, yy: 0)
    for k in 0..<count {
      let sum = sums[k]
      let withPrior = PriorSums(sum, under: prior)
      pooled = pooled + withPrior.scatter
      var rows = [
        sum.weightRow(from: before[k].weight, to: after[k].weight, total: points.totalWeight)
      ]
      func meanRow(_ name: UpdateRow.Name, _ coordinate: KeyPath<Point, Double>) -> UpdateRow {
        UpdateRow(
          name: name,
          sum: sum.weightedSum[keyPath: coordinate] + prior.kappa * prior.mean[keyPath: coordinate],
          divisor: .withPrior, divisorValue: sum.mass + prior.kappa,
          before: before[k].centre[keyPath: coordinate],
          after: after[k].centre[keyPath: coordinate])
      }
      rows += [meanRow(.meanX, \.x), meanRow(.meanY, \.y)]
      if !structure.isShared {
        rows += covarianceRows(
          k, structure, from: withPrior.scatter, mass: sum.mass, count: 1, under: prior)
      }
      groups.append(UpdateGroup(component: k, rows: rows))
    }
    guard structure.isShared else { return groups }
    let counted = sums.prefix(count).reduce(0) { $0 + $1.mass }
    groups.append(
      UpdateGroup(
        component: nil,
        rows: covarianceRows(
          0, structure, from: pooled, mass: counted, count: count, under: prior)))
    return groups
  }

  /// The rows of a covariance.
  ///
  /// - Parameters:
  ///   - k: A component that has it.
  ///   - structure: The structure.
  ///   - scatter: The scatter with the pull's part.
  ///   - mass: Nₖ, or W.
  ///   - count: How many components share it.
  ///   - prior: The prior.
  private func covarianceRows(
    _ k: Int, _ structure: CovarianceStructure, from scatter: Covariance2, mass: Double, count: Int,
    under prior: Prior
  ) -> [UpdateRow] {
    guard case .ellipse(let old) = origin.shapes[k].outline,
      case .ellipse(let new) = target.shapes[k].outline
    else { return [] }
    let divisor = structure.divisor(under: prior, mass: mass, count: count)
    switch structure {
    case .full, .tied, .univariate:
      return (prior.scale(under: structure) + scatter).rows(
        from: old, to: new, dividedBy: .withPrior, divisor)
    case .diagonal:
      return (prior.scale(under: structure) + scatter).rows(
        from: old, to: new, dividedBy: .withPrior, divisor, hasCorrelation: false)
    case .spherical, .sharedSpherical:
      return [
        (prior.scale(under: structure) + scatter).roundRow(
          by: points.standardization, from: old, to: new, dividedBy: .withPrior, divisor)
      ]
    case .fixedSpherical: return []
    }
  }
}
