/// One row of the M-step's arithmetic: a weighted sum, what it is divided by, and what comes out.
package struct UpdateRow: Hashable, Sendable {
  /// Which number of θ the row makes, or which sum other rows divide by.
  package enum Name: Hashable, Sendable {
    /// πₖ.
    case weight
    /// A coordinate of μₖ.
    case meanX, meanY
    /// μₖ on a line.
    case mean
    /// An entry of Σₖ.
    case covarianceXX, covarianceXY, covarianceYY
    /// σ², the variance of a round component.
    case variance
    /// The middle of a line's points.
    case middleX, middleY
    /// A line's slope.
    case slope
    /// The variance of a line's noise.
    case noise
    /// Nₖ, where no number of θ follows from it.
    case mass
    /// Uₖ = Σₙ qₖₙ uₖₙ, that a heavy tail divides by.
    case precision
    /// Σₙ qₖₙ (xₙ − rₖ)², that a slope is divided by.
    case spread
  }

  /// What a sum is divided by.
  package enum Divisor: Hashable, Sendable {
    /// N, or W where points have weights.
    case total
    /// 2N.
    case twiceTotal
    /// Nₖ.
    case mass
    /// 2Nₖ.
    case twiceMass
    /// Uₖ.
    case precision
    /// The spread of x about the line's middle.
    case spread
    /// A count with what a prior adds to it.
    case withPrior
  }

  /// Which number it makes.
  package var name: Name
  /// The sum over the points, or `nil` where the M-step is no plain quotient.
  package var sum: Double?
  /// What the sum is divided by, or `nil` where the sum itself is told.
  package var divisor: Divisor?
  /// The divisor's value.
  package var divisorValue: Double?
  /// The number at θ⁽ᵗ⁾, if it is one of θ.
  package var before: Double?
  /// The number at θ⁽ᵗ⁺¹⁾.
  package var after: Double?

  /// Whether the quotient is what comes out, and not a floor or what there was before.
  package var isQuotient: Bool {
    guard let sum, let divisorValue, let after, divisorValue > 0 else { return false }
    return abs(sum / divisorValue - after) <= 1e-7 * max(abs(after), abs(sum / divisorValue))
  }
}

/// The rows of one component, or of what all components share.
package struct UpdateGroup: Hashable, Sendable {
  /// The component, counted from 0; `nil` for what all share.
  package var component: Int?
  /// Its rows.
  package var rows: [UpdateRow]
}

extension UpdateRow {
  /// The row where points are on a line, `nil` for a number that only points of the plane have.
  fileprivate var onLine: UpdateRow? {
    var row = self
    switch name {
    case .meanY, .covarianceXY, .covarianceYY, .middleY: return nil
    case .meanX: row.name = .mean
    case .covarianceXX: row.name = .variance
    default: break
    }
    return row
  }
}

extension MaximizationStep {
  /// The M-step's arithmetic, group by group: as many groups as components, and perhaps one more.
  package var arithmetic: [UpdateGroup] {
    func rows<Model: ExplorableModel>(of model: Model) -> [UpdateGroup]? {
      (target as? Model).map { model.arithmetic(to: $0, of: self) }
    }
    let groups = (origin as? any ExplorableModel).flatMap { rows(of: $0) } ?? plainArithmetic
    guard points.dimension == 1 else { return groups }
    return groups.map { group in
      UpdateGroup(component: group.component, rows: group.rows.compactMap(\.onLine))
    }
  }

  /// What is known of any model: counts, and where the components were and are.
  var plainArithmetic: [UpdateGroup] {
    updates.enumerated().map { k, update in
      let (before, after) = (update.before, update.after)
      return UpdateGroup(
        component: k,
        rows: [
          UpdateRow(
            name: .weight, sum: update.mass, divisor: .total, divisorValue: points.totalWeight,
            before: before.weight, after: after.weight),
          UpdateRow(name: .meanX, before: before.centre.x, after: after.centre.x),
          UpdateRow(name: .meanY, before: before.centre.y, after: after.centre.y),
        ])
    }
  }
}

extension ComponentStatistics {
  /// The rows of a mean: its sums divided by `divisor`.
  func meanRows(
    from before: Point, to after: Point, dividedBy divisor: UpdateRow.Divisor = .mass,
    names: (x: UpdateRow.Name, y: UpdateRow.Name) = (.meanX, .meanY)
  ) -> [UpdateRow] {
    [
      UpdateRow(
        name: names.x, sum: weightedSum.x, divisor: divisor, divisorValue: weight,
        before: before.x, after: after.x),
      UpdateRow(
        name: names.y, sum: weightedSum.y, divisor: divisor, divisorValue: weight,
        before: before.y, after: after.y),
    ]
  }

  /// The row of a weight.
  func weightRow(from before: Double, to after: Double, total: Double) -> UpdateRow {
    UpdateRow(
      name: .weight, sum: mass, divisor: .total, divisorValue: total, before: before, after: after)
  }
}

extension Covariance2 {
  /// The rows of a scatter that is divided to make a covariance.
  ///
  /// - Parameters:
  ///   - hasCorrelation: Whether the entry xy is free.
  func rows(
    from before: Covariance2, to after: Covariance2, dividedBy divisor: UpdateRow.Divisor,
    _ value: Double, hasCorrelation: Bool = true
  ) -> [UpdateRow] {
    func row(_ name: UpdateRow.Name, _ entry: KeyPath<Covariance2, Double>) -> UpdateRow {
      UpdateRow(
        name: name, sum: self[keyPath: entry], divisor: divisor, divisorValue: value,
        before: before[keyPath: entry], after: after[keyPath: entry])
    }
    return [row(.covarianceXX, \.xx)] + (hasCorrelation ? [row(.covarianceXY, \.xy)] : [])
      + [row(.covarianceYY, \.yy)]
  }

  /// The row of a scatter whose trace is divided to make the variance of a round component.
  ///
  /// - Parameter standardization: What is round; trace and variance are in its units.
  func roundRow(
    by standardization: Standardization,
    from before: Covariance2, to after: Covariance2, dividedBy divisor: UpdateRow.Divisor,
    _ value: Double
  ) -> UpdateRow {
    UpdateRow(
      name: .variance, sum: standardization.trace(of: self), divisor: divisor, divisorValue: value,
      before: before.xx / standardization.scale.x / standardization.scale.x,
      after: after.xx / standardization.scale.x / standardization.scale.x)
  }
}
